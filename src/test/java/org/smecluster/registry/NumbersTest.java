package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("案号、批次号、集群编号连续不断号")
class NumbersTest {

    @Autowired
    CaseNumbers cases;

    @Autowired
    ClusterNumbers clusters;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @DisplayName("每类每年各自从1开始")
    void eachKindAndYearCountsFromOne() {
        assertThat(drawn(() -> cases.next(CaseKind.RD, 2026))).isEqualTo("NXJQ-2026-RD-00001");
        assertThat(drawn(() -> cases.next(CaseKind.RD, 2026))).isEqualTo("NXJQ-2026-RD-00002");
        assertThat(drawn(() -> cases.next(CaseKind.RD, 2027))).isEqualTo("NXJQ-2027-RD-00001");
        assertThat(drawn(() -> cases.next(CaseKind.FH, 2026))).isEqualTo("NXJQ-2026-FH-00001");
        assertThat(drawn(() -> cases.nextBatch(2026))).isEqualTo("NXJQ-2026-PC-01");
        assertThat(drawn(() -> clusters.next("640221"))).isEqualTo("NXJQ-640221-0001");
        assertThat(drawn(() -> clusters.next("640104"))).isEqualTo("NXJQ-640104-0001");
        assertThatThrownBy(() -> drawn(() -> clusters.next("6402"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("20个线程同时取号，其中一半回滚：不重号，不断号")
    void noGapsUnderConcurrency() throws Exception {
        List<Callable<String>> draws = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean fails = i % 2 == 0;
            draws.add(() -> transaction.execute(status -> {
                String number = clusters.next("640221");
                if (fails) {
                    status.setRollbackOnly();
                }
                return fails ? null : number;
            }));
        }
        var threads = Executors.newFixedThreadPool(20);
        List<String> drawn = new ArrayList<>();
        try {
            for (Future<String> draw : threads.invokeAll(draws)) {
                if (draw.get() != null) {
                    drawn.add(draw.get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj("NXJQ-640221-%04d"::formatted)
                        .toList());
    }

    @Test
    @DisplayName("没有案件的事务就不能取号")
    void onlyInTheTransactionOfTheCase() {
        assertThatThrownBy(() -> cases.next(CaseKind.RD, 2026)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private String drawn(Callable<String> draw) {
        return transaction.execute(status -> {
            try {
                return draw.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}

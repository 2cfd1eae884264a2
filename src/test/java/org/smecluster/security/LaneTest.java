package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final String EVERY = "每个人都在不同的地方";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void end() {
        done.countDown();
        threads.shutdownNow();
    }

    private CompletableFuture<Integer> enter(Lane lane, String address) {
        return CompletableFuture.supplyAsync(
                () -> lane.in(address, () -> {
                    int now = running.incrementAndGet();
                    begun.release();
                    await();
                    running.decrementAndGet();
                    return now;
                }),
                threads);
    }

    private void await() {
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("同时计算的不超过规定的个数；排队满了立即答复，不占线程；算完的都有结果")
    void bounded() {
        Lane lane = new Lane(2, 3, 10);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(enter(lane, EVERY + i));
        }
        begun.acquireUninterruptibly(2);
        // five have a place; the others are refused while nobody has finished
        List<CompletableFuture<Integer>> refused = firstFailed(all, 35);
        assertThat(refused).hasSize(35);
        done.countDown();
        assertThat(all.stream()
                        .filter(each -> !refused.contains(each))
                        .map(CompletableFuture::join)
                        .toList())
                .hasSize(5)
                .allMatch(atOnce -> atOnce <= 2);
    }

    private static List<CompletableFuture<Integer>> firstFailed(List<CompletableFuture<Integer>> all, int count) {
        CountDownLatch failed = new CountDownLatch(count);
        all.forEach(each -> each.whenComplete((value, problem) -> {
            if (problem != null) {
                failed.countDown();
            }
        }));
        try {
            failed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return all.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
    }

    @Test
    @DisplayName("一个地址占不满队列，别处的人照常排得上")
    void oneAddressDoesNotTakeAll() {
        Lane lane = new Lane(1, 5, 2);
        List<CompletableFuture<Integer>> attack = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attack.add(enter(lane, "10.0.0.1"));
        }
        assertThat(firstFailed(attack, 18)).hasSize(18);
        CompletableFuture<Integer> other = enter(lane, "10.0.0.2");
        done.countDown();
        assertThat(other.join()).isEqualTo(1);
    }

    @Test
    @DisplayName("答复是一句话：过几秒再试，503")
    void aSentence() {
        Lane lane = new Lane(1, 0, 1);
        enter(lane, "a");
        begun.acquireUninterruptibly();
        assertThatThrownBy(() -> enter(lane, "b").join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(LoginRefused.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal).hasMessageContaining("请过几秒再试");
                });
    }
}

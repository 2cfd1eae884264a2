package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("集群名录：一个集群一生一个编号，每次状态变化都有日期、理由和依据")
class ClusterRegistryTest extends ClusterRegistryRules {

    @Autowired
    ClusterRegistry kept;

    @Autowired
    RevocationCauses causes;

    @Override
    ClusterRegistry registry() {
        TestClock.set(PUBLISHED);
        return kept;
    }

    @Test
    @DisplayName("同一撤销线索只报告一次，并由一个撤销案件承办")
    void aCauseIsReportedOnce() {
        RevocationCause cause = new RevocationCause(
                "report:" + number + ":2026",
                number,
                RevocationFact.REPORT_OVERDUE,
                "2026年度发展情况逾期未报",
                null,
                LocalDate.of(2027, 3, 31));
        assertThat(causes.report(cause)).isTrue();
        assertThat(causes.report(cause)).isFalse();
        assertThat(causes.ofCluster(number)).containsExactly(cause);

        causes.assign(cause.cause(), "NXJQ-2026-CX-00099");
        assertThat(causes.open(number)).isEmpty();
        assertThat(causes.ofCase("NXJQ-2026-CX-00099"))
                .as("it has the case that it opened")
                .isEmpty();
        assertThat(causes.ofCase("NXJQ-2026-CX-00001")).containsExactly(cause);
    }
}

package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.assessment.StandaloneDecisionTables;

@DisplayName("集群状态与可办事项：一张表说明每一状态下什么照常办理")
class ClusterRightsTest {

    private static final LocalDate END = LocalDate.of(2029, 6, 15);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static ClusterRights on(LocalDate day) {
        return new ClusterRights(
                StandaloneDecisionTables.asDeployed(),
                Clock.fixed(day.atTime(9, 0).atZone(ZONE).toInstant(), ZONE));
    }

    private static ClusterRecord cluster(ClusterState state) {
        return new ClusterRecord(
                1,
                "NXJQ-640221-0001",
                "NXJQ-2026-RD-00001",
                "集群",
                "产业",
                "640221",
                "6402",
                "county-640221",
                state,
                null,
                null,
                END);
    }

    /** One letter for each right, in their order: y or n. */
    @ParameterizedTest(name = "{0}，届满后第{1}日")
    @DisplayName("第六条、第十四条、第十六条、第十七条：届满当日还在有效期内，次日起不在")
    @CsvSource({
        "CULTIVATED, 0, nynynnnn,",
        "LEFT_POOL, 0, nynnnnny,",
        "RECOGNISED, 0, yyyyyyyn, 有效期内",
        "UNDER_REVIEW, 0, yyyyyynn, 有效期内",
        "UNDER_REVIEW, 1, yyyynnnn, 有效期已满，待复核",
        "AWAITING_REVIEW, 1, yyynnnyn, 有效期已满，待复核",
        "LAPSED, 1, nynnnnny,",
        "REVOKED, 0, nynnnnny,"
    })
    void theTable(ClusterState state, int daysAfterTheEnd, String expected, String publicly) {
        ClusterRights rights = on(END.plusDays(daysAfterTheEnd));
        String permitted = Arrays.stream(ClusterRight.values())
                .map(right -> rights.permit(right, cluster(state)) ? "y" : "n")
                .collect(Collectors.joining());
        assertThat(permitted).isEqualTo(expected);
        assertThat(rights.publicly(cluster(state)).orElse(null)).isEqualTo(publicly);
        assertThat(rights.publiclyListed().contains(state)).isEqualTo(publicly != null);
    }
}

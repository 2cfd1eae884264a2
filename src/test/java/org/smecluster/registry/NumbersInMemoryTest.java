package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("案号、批次号、集群编号的写法")
class NumbersInMemoryTest {

    private final CountersInMemory counters = new CountersInMemory();
    private final CaseNumbers cases = new CaseNumbers(counters);
    private final ClusterNumbers clusters = new ClusterNumbers(counters);

    @Test
    @DisplayName("每类每年各自从1开始，位数补足")
    void written() {
        assertThat(cases.next(CaseKind.RD, 2026)).isEqualTo("NXJQ-2026-RD-00001");
        assertThat(cases.next(CaseKind.FH, 2026)).isEqualTo("NXJQ-2026-FH-00001");
        assertThat(cases.next(CaseKind.RD, 2027)).isEqualTo("NXJQ-2027-RD-00001");
        assertThat(cases.nextBatch(2026)).isEqualTo("NXJQ-2026-PC-01");
        assertThat(clusters.next("640221")).isEqualTo("NXJQ-640221-0001");
        assertThat(clusters.next("640221")).isEqualTo("NXJQ-640221-0002");
        assertThat(clusters.next("640104")).isEqualTo("NXJQ-640104-0001");
    }

    @Test
    @DisplayName("位数用尽：最后一个号照发，再往后不发错位的号")
    void theLastNumber() {
        counters.at("case:RD:2026", 99_998).at("batch:2026", 98).at("cluster:640221", 9_998);

        assertThat(cases.next(CaseKind.RD, 2026)).isEqualTo("NXJQ-2026-RD-99999");
        assertThat(cases.nextBatch(2026)).isEqualTo("NXJQ-2026-PC-99");
        assertThat(clusters.next("640221")).isEqualTo("NXJQ-640221-9999");
        assertThatThrownBy(() -> cases.next(CaseKind.RD, 2026)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cases.nextBatch(2026)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> clusters.next("640221")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6402", "64022a", "6402210"})
    @DisplayName("县区代码是六位数字")
    void countyCode(String code) {
        assertThatThrownBy(() -> clusters.next(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({
        "NXJQ-2026-PY-00001, 入库",
        "NXJQ-2026-RD-00001, 认定",
        "NXJQ-2026-FH-00001, 复核",
        "NXJQ-2026-BG-00001, 变更",
        "NXJQ-2026-BS-00001, 报送",
        "NXJQ-2026-GJ-00001, 国家级",
        "NXJQ-2026-CX-00001, 撤销",
        "NXJQ-2026-AL-00001, 案例"
    })
    @DisplayName("案号说得出是哪一类案件")
    void kind(String caseNumber, String label) {
        assertThat(CaseKind.of(caseNumber).orElseThrow().label()).isEqualTo(label);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "NXJQ-2026-PC-01", "NXJQ-2026-XX-00001", "NXJQ-640221-0001", "NXJQ-2026-RD-000001"})
    @DisplayName("批次号、集群编号和写错的号不是案号")
    void noCase(String text) {
        assertThat(CaseKind.of(text)).isEmpty();
    }
}

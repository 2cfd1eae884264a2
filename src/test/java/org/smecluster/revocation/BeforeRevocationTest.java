package org.smecluster.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.EntryKind;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.Account;

@DisplayName("第十七条：撤销以前必须办过的各步，流程图忘了也不能少")
class BeforeRevocationTest {

    private static final Account LEADER = new Account("leader", "李审定", List.of("province-leader"));
    private static final Account BOTH = new Account("officer-1", "丁少华", List.of("province-officer", "province-leader"));

    private final List<CaseEntry> entries = new ArrayList<>(List.of(
            entry("facts-2", "officer-1"),
            entry("service-2", "officer-1"),
            entry("statement-2", null),
            entry("legality-2", "officer-2")));

    private static CaseEntry entry(String key, String author) {
        return new CaseEntry(
                key,
                EntryKind.STEP,
                key,
                key,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                LifeReader.REGION,
                false,
                author,
                author,
                Instant.EPOCH);
    }

    private List<String> objections(Verdict verdict, Account by) {
        return new BeforeRevocation(entries, 2).objections(verdict, by);
    }

    private void without(String key) {
        entries.removeIf(entry -> entry.key().equals(key));
    }

    @Test
    @DisplayName("查实、送达、陈述申辩、他人审核都有，审定人员可以决定")
    void complete() {
        assertThat(objections(Verdict.REVOKE, LEADER)).isEmpty();
        assertThat(objections(Verdict.CORRECT, LEADER)).isEmpty();
    }

    @Test
    @DisplayName("缺哪一步，说明哪一步；以前一轮的不算")
    void eachStep() {
        for (String step : List.of("service", "statement", "legality")) {
            List<CaseEntry> all = List.copyOf(entries);
            without(step + "-2");
            entries.add(entry(step + "-1", "officer-2"));
            assertThat(objections(Verdict.REVOKE, LEADER))
                    .as(step)
                    .singleElement()
                    .asString()
                    .contains("还没有", "第十七条");
            assertThat(objections(Verdict.CORRECT, LEADER)).as(step).isEmpty();
            entries.clear();
            entries.addAll(all);
        }
        without("facts-2");
        assertThat(objections(Verdict.REVOKE, LEADER))
                .singleElement()
                .asString()
                .contains("还没有查实事实");
        assertThat(objections(Verdict.CORRECT, LEADER))
                .singleElement()
                .asString()
                .contains("还没有查实事实");
    }

    @Test
    @DisplayName("查实事实的人不能决定，也不能是审核的人；不是审定人员的不能决定")
    void who() {
        assertThat(objections(Verdict.REVOKE, BOTH)).singleElement().asString().contains("是您查实的");
        assertThat(objections(Verdict.CORRECT, BOTH)).singleElement().asString().contains("是您查实的");
        assertThat(objections(Verdict.REVOKE, new Account("officer-2", "吴敏", List.of("province-officer"))))
                .singleElement()
                .asString()
                .contains("不是审定人员");
        without("legality-2");
        entries.add(entry("legality-2", "officer-1"));
        assertThat(objections(Verdict.REVOKE, LEADER))
                .singleElement()
                .asString()
                .contains("审核由查实事实的人办理");
    }
}

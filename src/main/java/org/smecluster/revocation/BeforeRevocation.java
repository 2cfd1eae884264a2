package org.smecluster.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;

/**
 * What must stand in a case's file before a decision against the cluster (第十七条; the order of the procedure by
 * 行政处罚法 第四十四条, 第四十五条, 第五十七条, 第五十八条), whatever the model that led there says.
 */
final class BeforeRevocation {

    private final List<CaseEntry> entries;
    private final int round;

    /** @param round of the facts that the decision rests on */
    BeforeRevocation(List<CaseEntry> entries, int round) {
        this.entries = entries;
        this.round = round;
    }

    /** Why the person cannot decide against the cluster, a sentence each. */
    List<String> objections(Verdict verdict, Account by) {
        List<String> reasons = new ArrayList<>();
        Optional<CaseEntry> facts = entry("facts");
        if (!by.groups().contains(StaffGroup.LEADERS)) {
            reasons.add("“" + verdict.label() + "”由审定人员决定（第十七条），您不是审定人员");
        }
        if (facts.isEmpty()) {
            reasons.add("本案还没有查实事实，不能“" + verdict.label() + "”（第十七条）。请先办理“查实事实”");
        } else if (by.userId().equals(facts.get().author())) {
            reasons.add("本案的事实是您查实的，“" + verdict.label() + "”应由另一位审定人员决定，请退回本组待办（第十七条）");
        }
        if (verdict == Verdict.REVOKE) {
            // a case from before the service was a step of its own has the notice alone
            if (entry("notice").isEmpty()) {
                require(reasons, "service", "送达事先告知书");
            }
            require(reasons, "statement", "听取陈述申辩");
            require(reasons, "legality", "合法性审核");
            if (facts.isPresent()
                    && entry("legality")
                            .filter(check -> facts.get().author().equals(check.author()))
                            .isPresent()) {
                reasons.add("本案的合法性审核由查实事实的人办理，不能撤销认定（第十七条）。请退回，由其他经办人员审核");
            }
        }
        return reasons;
    }

    private void require(List<String> reasons, String key, String step) {
        if (entry(key).isEmpty()) {
            reasons.add("本案还没有" + step + "，不能撤销认定（第十七条）。请先办理“" + step + "”");
        }
    }

    private Optional<CaseEntry> entry(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key + "-" + round))
                .findFirst();
    }
}

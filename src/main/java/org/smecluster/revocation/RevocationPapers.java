package org.smecluster.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.law.LegalBasis;
import org.smecluster.paper.CaseFacts;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.springframework.stereotype.Component;

/** What the unit is served: the 事先告知书 of each round, and the decision to revoke. */
@Component
@LegalBasis(article = 17)
class RevocationPapers implements PaperDesk {

    private static final String EVIDENCE = "证据";

    private final CaseFacts cases;
    private final Casework casework;
    private final ClusterRegistry registry;

    RevocationPapers(CaseFacts cases, Casework casework, ClusterRegistry registry) {
        this.cases = cases;
        this.casework = casework;
        this.registry = registry;
    }

    @Override
    public boolean makes(String number) {
        return PaperDesk.isOf(CaseKind.CX, number);
    }

    @Override
    public List<PaperDraft> drafts(String caseNumber) {
        CaseRecord record = cases.record(caseNumber);
        List<CaseEntry> entries = casework.entries(caseNumber);
        List<PaperDraft> drafts = new ArrayList<>();
        for (int round = 1; new Round(entries, round).facts().isPresent(); round++) {
            Round of = new Round(entries, round);
            of.grounds().ifPresent(grounds -> drafts.add(notice(record, of, grounds)));
            of.entry("decision")
                    .filter(decision -> decision.documentNumber() != null)
                    .ifPresent(decision -> drafts.add(decision(record, of, decision)));
        }
        return drafts;
    }

    private PaperFacts common(CaseRecord record, Round of) {
        ClusterRecord cluster = registry.get(record.clusterNumber());
        return cases.of(record)
                .with("集群编号", record.clusterNumber())
                .with("认定文件", cluster.documentNumber())
                .with("查明的事实", of.facts().orElseThrow().text());
    }

    private PaperDraft notice(CaseRecord record, Round of, String grounds) {
        CaseEntry facts = of.facts().orElseThrow();
        PaperDraft draft = PaperDraft.of(
                PaperKind.REVOCATION_NOTICE,
                String.valueOf(of.number),
                of.number == 1 ? null : "第" + of.number + "次查实",
                common(record, of)
                        .with("依据", grounds)
                        .with(EVIDENCE, facts.particulars().get(EVIDENCE))
                        .withList(
                                "查明",
                                facts.particulars().entrySet().stream()
                                        .filter(each -> !each.getKey().equals(EVIDENCE))
                                        .map(each -> Map.of("情形", each.getKey(), "结论", each.getValue()))
                                        .toList()));
        return of.entry("service")
                .map(service -> draft.numbered(service.particulars().get("告知书文号"), null))
                .orElse(draft);
    }

    private PaperDraft decision(CaseRecord record, Round of, CaseEntry decision) {
        Optional<CaseEntry> service = of.entry("service");
        return PaperDraft.of(
                        PaperKind.REVOCATION,
                        String.valueOf(of.number),
                        null,
                        common(record, of)
                                .with("依据", decision.particulars().get("依据"))
                                .with(
                                        "告知书文号",
                                        service.map(each -> each.particulars().get("告知书文号"))
                                                .orElse(null))
                                .with(
                                        "送达日期",
                                        service.map(each -> each.particulars().get("送达日期"))
                                                .orElse(null))
                                .with(
                                        "陈述申辩",
                                        of.entry("statement")
                                                .map(CaseEntry::text)
                                                .orElse(null))
                                .with("听证", of.hearing().map(CaseEntry::text).orElse(null))
                                .with("理由", decision.text())
                                .with(
                                        "救济途径",
                                        decision.remedy() == null
                                                ? null
                                                : decision.remedy().text()))
                .numbered(decision.documentNumber(), decision.documentDate());
    }

    /** What was entered in one round of the case. */
    private record Round(List<CaseEntry> entries, int number) {

        Optional<CaseEntry> entry(String sort) {
            return entries.stream()
                    .filter(each -> each.key().equals(sort + "-" + number))
                    .findFirst();
        }

        Optional<CaseEntry> facts() {
            return entry("facts");
        }

        /** As the table cited them; of a case from before they were entered, as the unit was told. */
        Optional<String> grounds() {
            return entry("grounds").map(CaseEntry::text).or(() -> entry("notice")
                    .map(each -> each.particulars().get("依据")));
        }

        /** The latest before the round's decision. */
        Optional<CaseEntry> hearing() {
            return entry("decision")
                    .flatMap(decision ->
                            entries.subList(entries.indexOf(facts().orElseThrow()), entries.indexOf(decision)).stream()
                                    .filter(each -> each.isOf(RevocationService.HEARING_HELD))
                                    .reduce((earlier, later) -> later));
        }
    }
}

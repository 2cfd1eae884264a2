package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.law.Article;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterCases;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifeSource;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Component;

/**
 * A cluster's applications for recognition, successful or not: how each began, what the authorities said and how it was
 * decided. What was submitted, assessed, checked and published is told by those who keep it.
 */
@Component
class RecognitionLife implements LifeSource, ClusterCases {

    private static final String KIND = "认定";

    private final Applications applications;
    private final Opinions opinions;
    private final CaseEvents events;
    private final Batches batches;
    private final SelectionDecisions decisions;
    private final Accounts accounts;
    private final ClusterPlace place;
    private final Clock clock;

    RecognitionLife(
            Applications applications,
            Opinions opinions,
            CaseEvents events,
            Batches batches,
            SelectionDecisions decisions,
            Accounts accounts,
            ClusterPlace place,
            Clock clock) {
        this.applications = applications;
        this.opinions = opinions;
        this.events = events;
        this.batches = batches;
        this.decisions = decisions;
        this.accounts = accounts;
        this.place = place;
        this.clock = clock;
    }

    @Override
    public List<ClusterCase> casesOf(ClusterRecord cluster) {
        return applications.ofCluster(cluster.clusterNumber()).stream()
                .map(application -> new ClusterCase(
                        application.caseNumber(),
                        CaseKind.RD,
                        null,
                        application.state().label(),
                        application.startedAt(),
                        application.state().closed() ? application.stateSince() : null))
                .toList();
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        List<LifeEntry> entries = new ArrayList<>();
        for (Application application : applications.ofCluster(cluster.clusterNumber())) {
            opinions.ofApplication(application.id()).forEach(opinion -> entries.add(opinion(application, opinion)));
            events.of(application.caseNumber()).stream()
                    .filter(event -> title(event.key()) != null)
                    .forEach(event -> entries.add(event(application, event)));
        }
        return entries;
    }

    /** Of what happened in a case, that which no other source tells; null for the rest. */
    private static String title(String key) {
        return switch (key) {
            case "opened" -> "提出认定申报";
            case "withdrawn" -> "撤回申报";
            case "selected", "notSelected" -> "择优决定";
            case "inNotice" -> "进入公示";
            case "keptOnList", "takenOffList" -> "公示后审定";
            case "recognised", "notRecognised" -> "认定结果";
            case "closed" -> "结案";
            default ->
                key.startsWith("incidentWithdrawn-") ? "第十条情形撤回" : key.startsWith("incident-") ? "第十条情形登记" : null;
        };
    }

    private LifeEntry event(Application application, CaseEvents.CaseEvent event) {
        boolean decided = event.key().equals("selected") || event.key().equals("notSelected");
        return new LifeEntry(
                LocalDate.ofInstant(event.at(), clock.getZone()),
                event.at(),
                KIND,
                title(event.key()),
                event.text(),
                event.key().equals("opened") ? opening(application) : Map.of(),
                Article.of(12, event.key().equals("opened") ? 1 : 3).toString(),
                application.caseNumber(),
                null,
                decided ? decider(application, event.userName()) : event.userName(),
                null);
    }

    private Map<String, String> opening(Application application) {
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("集群名称", application.clusterName());
        particulars.put("主导产业", application.leadingIndustry());
        particulars.put(
                "申报主体",
                place.applicantName(application) + "（"
                        + application.applicantType().label() + "）");
        batches.find(application.batchId())
                .ifPresent(batch -> particulars.put("申报通知", batch.noticeNumber() + "（批次" + batch.batchNumber() + "）"));
        return particulars;
    }

    private String decider(Application application, String otherwise) {
        return decisions
                .find(application.batchId(), application.caseNumber())
                .map(SelectionDecision::decidedBy)
                .map(userId -> accounts.find(userId).map(Account::displayName).orElse(userId))
                .orElse(otherwise);
    }

    private LifeEntry opinion(Application application, Opinion opinion) {
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("结论", opinion.conclusion().label());
        if (opinion.softMissJudgement() != null) {
            particulars.put("对需说明条件的判断", opinion.softMissJudgement());
        }
        if (opinion.correctionWorkingDays() != null) {
            particulars.put("补正期限", opinion.correctionWorkingDays() + "个工作日");
        }
        if (opinion.documentDate() != null) {
            particulars.put("文件日期", opinion.documentDate().toString());
        }
        boolean deliberation = opinion.stage() == OpinionStage.RE_REVIEW;
        return new LifeEntry(
                        LocalDate.ofInstant(opinion.givenAt(), clock.getZone()),
                        opinion.givenAt(),
                        KIND,
                        opinion.stage().label(),
                        opinion.text(),
                        particulars,
                        Article.of(12, deliberation ? 3 : 2).toString(),
                        application.caseNumber(),
                        opinion.documentNumber(),
                        opinion.givenByName(),
                        null)
                .readBy(
                        deliberation
                                ? LifeReader.deliberation(application.state().closed())
                                : LifeReader.UNIT);
    }
}

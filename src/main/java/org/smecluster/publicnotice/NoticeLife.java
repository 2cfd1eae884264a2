package org.smecluster.publicnotice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.law.Article;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifeDocuments;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifeSource;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Component;

/**
 * The public notices on which a cluster stood and what became of them. The grounds of an objection and what was found are
 * the autonomous region's own; who objected is told to nobody here.
 */
@Component
class NoticeLife implements LifeSource, LifeDocuments {

    private static final String KIND = "公示";
    private static final String BASIS = Article.of(12, 3).toString();
    private static final String SYSTEM = "系统";

    private final CasesOfCluster cases;
    private final Notices notices;
    private final Accounts accounts;
    private final Clock clock;

    NoticeLife(CasesOfCluster cases, Notices notices, Accounts accounts, Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        Set<String> numbers = numbers(cluster);
        List<LifeEntry> entries = new ArrayList<>();
        for (Notice notice : notices.ofCases(numbers)) {
            Map<String, List<Objection>> objections =
                    notices.objections(notice.id()).stream().collect(Collectors.groupingBy(Objection::caseNumber));
            notice.items().stream()
                    .filter(item -> numbers.contains(item.caseNumber()))
                    .forEach(item -> {
                        List<Objection> against = objections.getOrDefault(item.caseNumber(), List.of());
                        entries.add(published(notice, item));
                        against.forEach(objection -> entries.addAll(objection(objection)));
                        outcome(notice, item, against).ifPresent(entries::add);
                    });
        }
        return entries;
    }

    private Set<String> numbers(ClusterRecord cluster) {
        return cases.of(cluster).stream().map(ClusterCase::caseNumber).collect(Collectors.toSet());
    }

    private LifeEntry published(Notice notice, NoticeItem item) {
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("公示集群", item.clusterName());
        particulars.put("申报单位", item.applicant());
        particulars.put("公示期", notice.publicityDays() + "个工作日");
        if (notice.firstDay() != null) {
            particulars.put("公示期首日", notice.firstDay().toString());
        }
        particulars.put("原文校验值", notice.sha256());
        return entry(
                notice.publishedOn(), startOf(notice.publishedOn()), "公示发布", notice.title(), particulars, item, SYSTEM);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private List<LifeEntry> objection(Objection objection) {
        List<LifeEntry> entries = new ArrayList<>();
        entries.add(new LifeEntry(
                        objection.receivedOn(),
                        objection.enteredAt(),
                        KIND,
                        "收到异议",
                        objection.grounds(),
                        Map.of(),
                        BASIS,
                        objection.caseNumber(),
                        null,
                        name(objection.enteredBy()),
                        null)
                .readBy(LifeReader.REGION));
        if (objection.ruling() != null) {
            LocalDate ruledOn = LocalDate.ofInstant(objection.ruledAt(), clock.getZone());
            if (objection.facts() != null) {
                entries.add(new LifeEntry(
                                ruledOn,
                                objection.ruledAt(),
                                KIND,
                                "异议核实情况",
                                objection.facts(),
                                Map.of(),
                                BASIS,
                                objection.caseNumber(),
                                null,
                                name(objection.verifiedBy()),
                                null)
                        .readBy(LifeReader.REGION));
            }
            entries.add(new LifeEntry(
                    ruledOn,
                    objection.ruledAt(),
                    KIND,
                    "异议处理结论",
                    objection.rulingReason(),
                    Map.of("结论", objection.ruling().outcome().label()),
                    BASIS,
                    objection.caseNumber(),
                    null,
                    name(objection.ruledBy()),
                    null));
        }
        return entries;
    }

    private String name(String userId) {
        return accounts.find(userId).map(Account::displayName).orElse(userId);
    }

    /** Known once the period was over and every objection ruled on. */
    private Optional<LifeEntry> outcome(Notice notice, NoticeItem item, List<Objection> against) {
        if (item.outcome() == PublicityOutcome.PENDING) {
            return Optional.empty();
        }
        Instant at = Stream.concat(
                        notices.endedAt(notice.id()).stream(), against.stream().map(Objection::ruledAt))
                .max(Instant::compareTo)
                .orElseThrow();
        return Optional.of(entry(
                LocalDate.ofInstant(at, clock.getZone()),
                at,
                "公示结果：" + item.outcome().label(),
                "《" + notice.title() + "》公示结束。",
                Map.of(),
                item,
                SYSTEM));
    }

    private static LifeEntry entry(
            LocalDate on,
            Instant at,
            String title,
            String text,
            Map<String, String> particulars,
            NoticeItem item,
            String who) {
        return new LifeEntry(on, at, KIND, title, text, particulars, BASIS, item.caseNumber(), null, who, null);
    }

    @Override
    public List<LifeDocument> documentsOf(ClusterRecord cluster) {
        return notices.ofCases(numbers(cluster)).stream()
                .map(notice -> new LifeDocument(
                        notice.subject(),
                        "公示原文-" + notice.publishedOn() + ".json",
                        "《" + notice.title() + "》，公示原文",
                        startOf(notice.publishedOn()),
                        LifeReader.UNIT,
                        () -> new ByteArrayInputStream(notice.snapshot().getBytes(StandardCharsets.UTF_8))))
                .toList();
    }
}

package org.smecluster.casework;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterCases;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifeDocuments;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifeSource;
import org.springframework.stereotype.Component;

/** What was said in a cluster's cases after the recognition, word for word; decisions and notices as documents too. */
@Component
class CaseworkLife implements LifeSource, ClusterCases, LifeDocuments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Cases cases;
    private final Clock clock;

    CaseworkLife(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        List<LifeEntry> found = new ArrayList<>();
        each(cluster, (record, entry) -> {
            if (entry.kind() != EntryKind.STEP) {
                found.add(lifeEntry(record, entry));
            }
        });
        return found;
    }

    private void each(ClusterRecord cluster, BiConsumer<CaseRecord, CaseEntry> use) {
        Map<String, List<CaseEntry>> entries = cases.entriesOfCluster(cluster.clusterNumber());
        cases.ofCluster(cluster.clusterNumber()).forEach(record -> entries.getOrDefault(record.caseNumber(), List.of())
                .forEach(entry -> use.accept(record, entry)));
    }

    private LifeEntry lifeEntry(CaseRecord record, CaseEntry entry) {
        return new LifeEntry(
                        LocalDate.ofInstant(entry.enteredAt(), clock.getZone()),
                        entry.enteredAt(),
                        kind(record.kind()),
                        record.subject() == null ? entry.title() : entry.title() + "（" + record.subject() + "）",
                        entry.text(),
                        entry.told(),
                        entry.article(),
                        record.caseNumber(),
                        entry.documentNumber(),
                        entry.authorName(),
                        null)
                .readBy(least(record, entry));
    }

    private static LifeReader least(CaseRecord record, CaseEntry entry) {
        return entry.least(record.closed());
    }

    /** As the record calls the procedures. */
    private static String kind(CaseKind kind) {
        return switch (kind) {
            case PY -> "培育入库";
            case RD -> "认定";
            case FH -> "复核";
            case BG -> "变动备案";
            case BS -> "年度报送";
            case GJ -> "国家级推荐";
            case CX -> "撤销";
            case AL -> "典型案例";
            case YY -> "公布后异议";
        };
    }

    @Override
    public List<ClusterCase> casesOf(ClusterRecord cluster) {
        return cases.ofCluster(cluster.clusterNumber()).stream()
                .map(record -> new ClusterCase(
                        record.caseNumber(),
                        record.kind(),
                        record.subject(),
                        record.standing(),
                        record.openedAt(),
                        record.closedAt()))
                .toList();
    }

    @Override
    public List<LifeDocument> documentsOf(ClusterRecord cluster) {
        List<LifeDocument> found = new ArrayList<>();
        Map<String, Integer> counted = new HashMap<>();
        each(cluster, (record, entry) -> {
            int number = counted.merge(record.caseNumber(), 1, Integer::sum);
            if (entry.kind() == EntryKind.DECISION
                    || entry.kind() == EntryKind.NOTICE
                    || entry.documentNumber() != null) {
                found.add(new LifeDocument(
                        record.caseNumber(),
                        "%02d-%s.txt".formatted(number, entry.title()),
                        entry.title(),
                        entry.enteredAt(),
                        least(record, entry),
                        () -> new ByteArrayInputStream(written(record, entry).getBytes(StandardCharsets.UTF_8))));
            }
        });
        return found;
    }

    private String written(CaseRecord record, CaseEntry entry) {
        StringBuilder text = new StringBuilder();
        text.append(entry.title()).append("\n\n");
        line(text, "案号", record.caseNumber());
        line(text, "集群", record.clusterName() + "（" + record.clusterNumber() + "）");
        line(text, "事项", record.subject());
        line(text, "文号", entry.documentNumber());
        line(text, "日期", entry.documentDate());
        line(text, "依据", entry.article());
        entry.told().forEach((label, value) -> line(text, label, value));
        text.append('\n').append(entry.text()).append("\n\n");
        line(text, "登记人", entry.authorName());
        line(text, "登记时间", MINUTE.format(entry.enteredAt().atZone(clock.getZone())));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, Object value) {
        if (value != null) {
            text.append(label).append("：").append(value).append('\n');
        }
    }
}

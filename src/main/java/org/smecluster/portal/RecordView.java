package org.smecluster.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.smecluster.engine.ModelUse;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterAsKnown;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterFact;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.ClusterTerm;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifelongRecord;
import org.springframework.stereotype.Component;

/** A cluster's record for the templates of page and paper. */
@Component
class RecordView {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * The cluster on the day.
     *
     * @param unit that it belonged to, as it is called now
     * @param recognised day and document, null before the first recognition
     * @param term in words
     */
    record Head(
            String clusterNumber,
            String name,
            String state,
            String style,
            LocalDate stateSince,
            String stateReason,
            String stateArticle,
            String place,
            String unit,
            String recognised,
            String term) {}

    record FactLine(
            String label, String value, LocalDate validFrom, String recordedAt, String caseNumber, String path) {}

    record TermLine(
            String label, LocalDate startsOn, LocalDate endsOn, String caseNumber, String path, boolean current) {}

    /** @param models versions in words, those of the case's own process first */
    record CaseLine(
            String caseNumber,
            String path,
            String kind,
            String subject,
            String standing,
            String openedAt,
            String closedAt,
            List<String> models) {}

    /**
     * @param path of its case's page, null where that is not the cluster's own
     * @param later whether it was recorded on a later day than it happened
     */
    record EntryLine(LifeEntry entry, String path, String recordedAt, boolean later) {}

    record Year(int year, List<EntryLine> entries) {}

    private final Regions regions;

    RecordView(Regions regions) {
        this.regions = regions;
    }

    /** @param kind of the entries, null or unknown for all */
    void fill(
            BiConsumer<String, Object> model,
            LifelongRecord record,
            ClusterRecord cluster,
            boolean oldestFirst,
            String kind) {
        ClusterAsKnown known = record.cluster();
        Map<String, Long> kinds = record.entries().stream()
                .collect(Collectors.groupingBy(LifeEntry::kind, LinkedHashMap::new, Collectors.counting()));
        String wanted = kind != null && kinds.containsKey(kind) ? kind : null;
        model.accept("head", head(known, record.unit()));
        model.accept("facts", known.facts().stream().map(RecordView::fact).toList());
        model.accept("terms", terms(known));
        model.accept("stays", known.poolStays());
        model.accept("cases", cases(record));
        model.accept("termModels", models(record.models(), cluster.clusterNumber()));
        model.accept("years", years(record, oldestFirst, wanted));
        model.accept("kinds", kinds);
        model.accept("kind", wanted);
        model.accept("total", record.entries().size());
        model.accept("documents", record.documents());
    }

    void fillForPrint(BiConsumer<String, Object> model, LifelongRecord record, ClusterRecord cluster) {
        model.accept("on", record.cluster().on());
        fill(model, record, cluster, true, null);
    }

    private Head head(ClusterAsKnown known, String unit) {
        ClusterEvent event = known.event();
        return new Head(
                known.clusterNumber(),
                known.name(),
                known.state().label(),
                ClusterLine.style(known.state()),
                event.happenedOn(),
                event.reason(),
                event.article(),
                place(known),
                regions.nameOfGroup(unit),
                known.recognition() == null ? null : recognised(known.recognition()),
                term(known));
    }

    private String place(ClusterAsKnown known) {
        String city = regions.name(known.cityCode());
        String county = regions.name(known.countyCode());
        return city.equals(county) ? city : city + " " + county;
    }

    private static String term(ClusterAsKnown known) {
        if (known.terms().isEmpty()) {
            return "未经认定，没有有效期";
        }
        if (known.state() == ClusterState.AWAITING_REVIEW) {
            return "已于" + known.termEndsOn() + "届满，待复核（第十四条）";
        }
        if (!known.state().inForce()) {
            return known.state() == ClusterState.REVOKED
                    ? "原至" + known.termEndsOn() + "，已撤销，不再有效"
                    : known.termEndsOn().isBefore(known.on())
                            ? "已于" + known.termEndsOn() + "届满"
                            : "原至" + known.termEndsOn() + "，不再有效";
        }
        if (known.term() == null) {
            return "至" + known.termEndsOn() + "，届满时复核未完，认定继续有效";
        }
        return known.term().startsOn() + "至" + known.term().endsOn()
                + (known.term().endsOn().equals(known.termEndsOn()) ? "" : "，已延长至" + known.termEndsOn());
    }

    private static String recognised(ClusterEvent recognition) {
        return recognition.happenedOn()
                + (recognition.documentNumber() == null ? "" : "，" + recognition.documentNumber());
    }

    private static FactLine fact(ClusterFact fact) {
        return new FactLine(
                fact.kind().label(),
                fact.value(),
                fact.validFrom(),
                minute(fact.recordedAt()),
                fact.caseNumber(),
                Addresses.ofCase(fact.caseNumber()));
    }

    private static List<TermLine> terms(ClusterAsKnown known) {
        List<TermLine> lines = new ArrayList<>();
        int renewals = 0;
        for (ClusterTerm term : known.terms()) {
            boolean renewal = CaseKind.of(term.sourceCase())
                    .filter(kind -> kind == CaseKind.FH)
                    .isPresent();
            renewals = renewal ? renewals + 1 : 0;
            lines.add(new TermLine(
                    renewal ? "第" + renewals + "次复核延长" : "认定",
                    term.startsOn(),
                    term.endsOn(),
                    term.sourceCase(),
                    Addresses.ofCase(term.sourceCase()),
                    known.state().inForce() && term.equals(known.term())));
        }
        return lines;
    }

    private static List<CaseLine> cases(LifelongRecord record) {
        return record.cases().stream()
                .map(each -> line(each, models(record.models(), each.caseNumber())))
                .toList();
    }

    private static CaseLine line(ClusterCase each, List<String> models) {
        return new CaseLine(
                each.caseNumber(),
                Addresses.ofCase(each.caseNumber()),
                each.kind().label(),
                each.subject(),
                each.standing(),
                minute(each.openedAt()),
                each.closedAt() == null ? null : minute(each.closedAt()),
                models);
    }

    /** Those of one sort, version and day in one line. */
    private static List<String> models(List<ModelUse> all, String businessKey) {
        Map<String, List<ModelUse>> alike = all.stream()
                .filter(use -> use.businessKey().equals(businessKey))
                .collect(Collectors.groupingBy(
                        use -> use.type() + "/" + use.called() + "/" + use.version() + "/" + day(use),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream().map(RecordView::inWords).toList();
    }

    private static String inWords(List<ModelUse> alike) {
        ModelUse first = alike.get(0);
        return first.type().label()
                + alike.stream().map(use -> "“" + use.name() + "”").distinct().collect(Collectors.joining())
                + "第" + first.version() + "版（自" + day(first) + "）";
    }

    private static LocalDate day(ModelUse use) {
        return LocalDate.ofInstant(use.usedFrom(), ZONE);
    }

    private static List<Year> years(LifelongRecord record, boolean oldestFirst, String kind) {
        Map<Integer, List<EntryLine>> byYear =
                new TreeMap<>(oldestFirst ? Integer::compare : Collections.reverseOrder());
        List<LifeEntry> entries = new ArrayList<>(record.entries());
        if (!oldestFirst) {
            Collections.reverse(entries);
        }
        Set<String> own = record.cases().stream().map(ClusterCase::caseNumber).collect(Collectors.toSet());
        entries.stream()
                .filter(entry -> kind == null || entry.kind().equals(kind))
                .forEach(entry -> byYear.computeIfAbsent(entry.happenedOn().getYear(), year -> new ArrayList<>())
                        .add(line(entry, own)));
        return byYear.entrySet().stream()
                .map(each -> new Year(each.getKey(), each.getValue()))
                .toList();
    }

    private static EntryLine line(LifeEntry entry, Set<String> own) {
        return new EntryLine(
                entry,
                entry.caseNumber() != null && own.contains(entry.caseNumber())
                        ? Addresses.ofCase(entry.caseNumber())
                        : null,
                minute(entry.recordedAt()),
                LocalDate.ofInstant(entry.recordedAt(), ZONE).isAfter(entry.happenedOn()));
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(ZONE));
    }
}

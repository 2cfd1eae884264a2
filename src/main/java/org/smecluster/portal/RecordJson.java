package org.smecluster.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.smecluster.engine.ModelUse;
import org.smecluster.registry.ClusterAsKnown;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterFact;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterTerm;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifelongRecord;
import org.smecluster.registry.PoolStay;

/**
 * {@code record.json} of the archive; the fields stand in docs/record-archive.md. A field that is renamed or taken away
 * needs another schema; one that is added does not. What does not apply is null, never left out.
 */
record RecordJson(
        String schema,
        String clusterNumber,
        LocalDate knownOn,
        Header cluster,
        List<Fact> facts,
        List<Term> terms,
        List<Stay> poolStays,
        List<Case> cases,
        List<Model> models,
        List<Entry> entries,
        List<Document> documents) {

    static final String SCHEMA = "nxjq-cluster-record/1";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    record Named(String code, String name) {}

    record Header(
            String name,
            String leadingIndustry,
            Named state,
            LocalDate stateSince,
            String stateReason,
            String stateArticle,
            String stateCase,
            Named county,
            Named city,
            Named unit,
            Named unitNow,
            LocalDate recognisedOn,
            String documentNumber,
            LocalDate termEndsOn) {}

    record Fact(
            Named kind,
            String value,
            LocalDate validFrom,
            OffsetDateTime recordedAt,
            String caseNumber,
            String article) {}

    record Term(int number, LocalDate startsOn, LocalDate endsOn, OffsetDateTime recordedAt, String caseNumber) {}

    record Stay(String caseNumber, LocalDate enteredOn, LocalDate leftOn, String leaveReason) {}

    record Case(
            String caseNumber,
            Named kind,
            String subject,
            String standing,
            OffsetDateTime openedAt,
            OffsetDateTime closedAt) {}

    record Model(
            String businessKey,
            String type,
            String key,
            String name,
            int version,
            String deployment,
            OffsetDateTime deployedAt,
            boolean called,
            OffsetDateTime usedFrom) {}

    record Entry(
            LocalDate happenedOn,
            OffsetDateTime recordedAt,
            String kind,
            String title,
            String text,
            Map<String, String> particulars,
            String article,
            String caseNumber,
            String documentNumber,
            String who,
            String basis) {}

    record Document(String file, String title, String caseNumber, OffsetDateTime recordedAt) {}

    /** @param documents by their paths in the archive */
    static RecordJson of(
            LifelongRecord record, ClusterRecord cluster, Map<String, LifeDocument> documents, Regions regions) {
        ClusterAsKnown known = record.cluster();
        return new RecordJson(
                SCHEMA,
                known.clusterNumber(),
                known.on(),
                header(known, record.unit(), cluster, regions),
                known.facts().stream().map(RecordJson::fact).toList(),
                known.terms().stream().map(RecordJson::term).toList(),
                known.poolStays().stream().map(RecordJson::stay).toList(),
                record.cases().stream().map(RecordJson::caseOf).toList(),
                record.models().stream().map(RecordJson::model).toList(),
                record.entries().stream().map(RecordJson::entry).toList(),
                documents.entrySet().stream()
                        .map(each -> new Document(
                                each.getKey(),
                                each.getValue().title(),
                                each.getValue().caseNumber(),
                                at(each.getValue().recordedAt())))
                        .toList());
    }

    private static Header header(ClusterAsKnown known, String unit, ClusterRecord cluster, Regions regions) {
        ClusterEvent event = known.event();
        ClusterEvent recognition = known.recognition();
        return new Header(
                known.name(),
                known.leadingIndustry(),
                new Named(known.state().name(), known.state().label()),
                event.happenedOn(),
                event.reason(),
                event.article(),
                event.caseNumber(),
                new Named(known.countyCode(), regions.name(known.countyCode())),
                new Named(known.cityCode(), regions.name(known.cityCode())),
                new Named(unit, regions.nameOfGroup(unit)),
                new Named(cluster.applicantGroup(), regions.nameOfGroup(cluster.applicantGroup())),
                recognition == null ? null : recognition.happenedOn(),
                recognition == null ? null : recognition.documentNumber(),
                known.termEndsOn());
    }

    private static Fact fact(ClusterFact fact) {
        return new Fact(
                new Named(fact.kind().name(), fact.kind().label()),
                fact.value(),
                fact.validFrom(),
                at(fact.recordedAt()),
                fact.caseNumber(),
                fact.article());
    }

    private static Term term(ClusterTerm term) {
        return new Term(term.number(), term.startsOn(), term.endsOn(), at(term.recordedAt()), term.sourceCase());
    }

    private static Stay stay(PoolStay stay) {
        return new Stay(stay.entryCase(), stay.enteredOn(), stay.leftOn(), stay.leaveReason());
    }

    private static Case caseOf(ClusterCase each) {
        return new Case(
                each.caseNumber(),
                new Named(each.kind().name(), each.kind().label()),
                each.subject(),
                each.standing(),
                at(each.openedAt()),
                at(each.closedAt()));
    }

    private static Model model(ModelUse use) {
        return new Model(
                use.businessKey(),
                use.type().name(),
                use.key(),
                use.name(),
                use.version(),
                use.deployment(),
                at(use.deployedAt()),
                use.called(),
                at(use.usedFrom()));
    }

    private static Entry entry(LifeEntry entry) {
        return new Entry(
                entry.happenedOn(),
                at(entry.recordedAt()),
                entry.kind(),
                entry.title(),
                entry.text(),
                entry.particulars(),
                entry.article(),
                entry.caseNumber(),
                entry.documentNumber(),
                entry.who(),
                entry.basis());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atZone(ZONE).toOffsetDateTime();
    }
}

package org.smecluster.evidence;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifeDocuments;
import org.smecluster.registry.LifeReader;
import org.springframework.stereotype.Component;

/** The evidence that was handed in in a cluster's cases, every version as it came; of infected files nothing is given out, of
 * sealed ones the digest. */
@Component
class EvidenceLife implements LifeDocuments {

    private final CasesOfCluster cases;
    private final EvidenceFiles files;
    private final EvidenceService evidence;
    private final AssessmentService assessment;
    private final List<EvidenceTopics> topics;

    EvidenceLife(
            CasesOfCluster cases,
            EvidenceFiles files,
            EvidenceService evidence,
            AssessmentService assessment,
            List<EvidenceTopics> topics) {
        this.cases = cases;
        this.files = files;
        this.evidence = evidence;
        this.assessment = assessment;
        this.topics = topics;
    }

    @Override
    public List<LifeDocument> documentsOf(ClusterRecord cluster) {
        return cases.of(cluster).stream()
                .map(ClusterCase::caseNumber)
                .flatMap(number -> files.ofCase(number).stream())
                .filter(file -> file.handedIn() && file.scan() != ScanState.INFECTED)
                .map(this::document)
                .toList();
    }

    private LifeDocument document(EvidenceFile file) {
        LifeReader least = file.occasion() == Occasion.OBJECTION ? LifeReader.REGION : LifeReader.UNIT;
        String title = proved(file) + "，" + file.occasion().label() + "第" + file.round() + "版材料";
        return file.sealed()
                ? new LifeDocument(
                        file.caseNumber(),
                        "佐证材料-%03d-已封存.txt".formatted(file.id()),
                        title + "，已封存",
                        file.handedInAt(),
                        least,
                        () -> new ByteArrayInputStream(
                                ("已封存，不予提供。\nSHA-256：" + file.sha256() + "\n").getBytes(StandardCharsets.UTF_8)))
                : new LifeDocument(
                        file.caseNumber(),
                        "佐证材料-%03d-%s".formatted(file.id(), file.type().saved(file.name())),
                        title + "，原件",
                        file.handedInAt(),
                        least,
                        () -> evidence.open(file));
    }

    private String proved(EvidenceFile file) {
        return file.material() == null
                ? assessment.inCase(file.caseNumber()).conditions().stream()
                        .filter(condition -> condition.code().equals(file.condition()))
                        .map(condition -> condition.article() + condition.label())
                        .findFirst()
                        .or(() -> topics.stream()
                                .flatMap(each -> each.topics(file.caseNumber()).stream())
                                .filter(topic -> topic.code().equals(file.condition()))
                                .map(EvidenceTopics.Topic::cited)
                                .findFirst())
                        .or(() -> ConditionItem.of(file.condition()).map(item -> item.article() + item.label()))
                        .orElse(file.condition())
                : file.material().article() + file.material().label();
    }
}

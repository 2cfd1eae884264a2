package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.law.LegalBasis;
import org.smecluster.paper.CaseFacts;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.springframework.stereotype.Component;

/** A certificate of the recognition, which the Measures do not know: only where a policy owner has switched it on. */
@Component
@LegalBasis(article = 12, item = 3)
class CertificatePapers implements PaperDesk {

    private final CaseFacts cases;
    private final ClusterRegistry registry;

    CertificatePapers(CaseFacts cases, ClusterRegistry registry) {
        this.cases = cases;
        this.registry = registry;
    }

    @Override
    public boolean makes(String number) {
        return PaperDesk.isOf(CaseKind.RD, number);
    }

    @Override
    public List<PaperDraft> drafts(String caseNumber) {
        CaseRecord record = cases.record(caseNumber);
        return Optional.ofNullable(record.clusterNumber())
                .flatMap(registry::find)
                .filter(cluster -> caseNumber.equals(cluster.sourceCase()) && cluster.recognisedOn() != null)
                .map(cluster -> List.of(certificate(record, cluster)))
                .orElse(List.of());
    }

    private PaperDraft certificate(CaseRecord record, ClusterRecord cluster) {
        return PaperDraft.of(
                PaperKind.CERTIFICATE,
                "1",
                null,
                cases.of(record)
                        .with("集群编号", cluster.clusterNumber())
                        .with("主导产业", cluster.leadingIndustry())
                        .with("认定日期", cluster.recognisedOn())
                        .with("有效期至", cluster.termEndsOn())
                        .with("认定文件", cluster.documentNumber()));
    }
}

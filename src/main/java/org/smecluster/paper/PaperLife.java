package org.smecluster.paper;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifeDocuments;
import org.smecluster.registry.LifeReader;
import org.springframework.stereotype.Component;

/** What went out in a cluster's cases, as PDF and as it was sealed. */
@Component
class PaperLife implements LifeDocuments {

    private final CasesOfCluster cases;
    private final Papers papers;

    PaperLife(CasesOfCluster cases, Papers papers) {
        this.cases = cases;
        this.papers = papers;
    }

    @Override
    public List<LifeDocument> documentsOf(ClusterRecord cluster) {
        Map<String, Boolean> closed = cases.of(cluster).stream()
                .collect(Collectors.toMap(ClusterCase::caseNumber, each -> each.closedAt() != null));
        return papers.ofCases(closed.keySet()).stream()
                .flatMap(paper -> documents(paper, closed.get(paper.caseNumber())))
                .toList();
    }

    private Stream<LifeDocument> documents(IssuedPaper paper, boolean closed) {
        String name = paper.kind().label() + "-" + paper.subject();
        LifeReader least = paper.kind().least(closed);
        LifeDocument pdf = new LifeDocument(
                paper.caseNumber(),
                name + ".pdf",
                paper.kind().label() + (paper.documentNumber() == null ? "" : "，" + paper.documentNumber()),
                paper.issuedAt(),
                least,
                () -> new ByteArrayInputStream(papers.pdf(paper.id())));
        return paper.sealed()
                ? Stream.of(
                        pdf,
                        new LifeDocument(
                                paper.caseNumber(),
                                name + "-盖章-" + paper.scanName(),
                                paper.kind().label() + "，盖章扫描件",
                                paper.scannedAt(),
                                least,
                                () -> new ByteArrayInputStream(papers.scan(paper.id()))))
                : Stream.of(pdf);
    }
}

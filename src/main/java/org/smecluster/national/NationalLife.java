package org.smecluster.national;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.national.Recommendation.Issued;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeSource;
import org.springframework.stereotype.Component;

/** What a cluster's record tells of its recommendations for the national title. */
@Component
@LegalBasis(article = 16)
class NationalLife implements LifeSource {

    private static final String KIND = "推荐申报国家级";

    private final Recommendations recommendations;

    NationalLife(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        List<LifeEntry> entries = new ArrayList<>();
        for (Recommendation recommendation : recommendations.ofCluster(cluster.clusterNumber())) {
            recommendations.candidates(recommendation.caseNumber()).stream()
                    .filter(candidate -> candidate.clusterNumber().equals(cluster.clusterNumber()))
                    .forEach(candidate -> tell(recommendation, candidate, entries));
        }
        return entries;
    }

    private static void tell(Recommendation recommendation, Candidate candidate, List<LifeEntry> entries) {
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("年度", recommendation.year() + "年度");
        particulars.put("理由", candidate.proposal().reason());
        entries.add(entry(
                recommendation,
                recommendation.list(),
                "推荐申报国家级",
                "自治区择优推荐申报国家级中小企业特色产业集群",
                particulars,
                "决策表“国家级集群推荐标准”第" + candidate.decisionVersion() + "版"));
        if (candidate.recognised() != null) {
            entries.add(entry(
                    recommendation,
                    recommendation.result(),
                    candidate.recognised() ? "认定为国家级" : "未认定为国家级",
                    "工业和信息化部公布的结果",
                    Map.of("年度", recommendation.year() + "年度"),
                    null));
        }
    }

    private static LifeEntry entry(
            Recommendation recommendation,
            Issued document,
            String title,
            String text,
            Map<String, String> particulars,
            String basis) {
        return new LifeEntry(
                document.date(),
                document.at(),
                KIND,
                title,
                text,
                particulars,
                Article.of(16).toString(),
                recommendation.caseNumber(),
                document.number(),
                document.byName(),
                basis);
    }
}

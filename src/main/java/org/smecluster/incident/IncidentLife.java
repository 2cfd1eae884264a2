package org.smecluster.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.calendar.Deadline;
import org.smecluster.law.Article;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeSource;
import org.springframework.stereotype.Component;

/** What the register tells a cluster's record: each entry on its own day, and its being taken back. */
@Component
class IncidentLife implements LifeSource {

    private static final String KIND = "事故登记";

    private final RegisteredIncidents entries;

    IncidentLife(RegisteredIncidents entries) {
        this.entries = entries;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        List<LifeEntry> life = new ArrayList<>();
        for (RegisteredIncident entry : entries.ofCluster(cluster.clusterNumber())) {
            life.add(entered(entry));
            if (!entry.stands()) {
                life.add(withdrawn(entry));
            }
        }
        return life;
    }

    private static LifeEntry entered(RegisteredIncident entry) {
        Map<String, String> particulars = new LinkedHashMap<>();
        if (entry.incident().enterpriseCode() != null) {
            particulars.put("统一社会信用代码", entry.incident().enterpriseCode());
        }
        particulars.put("来源", entry.incident().source());
        particulars.put("第十条判断", entry.vetoed() == null ? "由人判断" : entry.vetoed() ? "属于所列情形" : "不属于所列情形");
        particulars.put("判断理由", entry.reason());
        if (entry.replaces() != null) {
            particulars.put("更正", "更正事故登记第" + entry.replaces() + "号");
        }
        return new LifeEntry(
                entry.incident().occurredOn(),
                entry.enteredAt(),
                KIND,
                entry.named(),
                entry.inWords(),
                particulars,
                Article.of(10).toString(),
                null,
                null,
                entry.enteredByName(),
                "决策表“否决条件”第" + entry.decisionVersion() + "版");
    }

    private static LifeEntry withdrawn(RegisteredIncident entry) {
        return new LifeEntry(
                LocalDate.ofInstant(entry.withdrawal().at(), Deadline.ZONE),
                entry.withdrawal().at(),
                KIND,
                entry.named() + (entry.replacedBy() == null ? "撤回" : "更正为第" + entry.replacedBy() + "号"),
                entry.withdrawal().reason(),
                Map.of("原登记", entry.inWords()),
                Article.of(10).toString(),
                null,
                null,
                entry.withdrawal().by(),
                null);
    }
}

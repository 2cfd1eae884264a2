package org.smecluster.national;

import java.util.List;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.CaseRecord;
import org.smecluster.registry.CaseKind;
import org.springframework.stereotype.Component;

/** Recommendations for the national title as cases. */
@Component
class NationalCases implements CaseProcedure {

    @Override
    public CaseKind kind() {
        return CaseKind.GJ;
    }

    @Override
    public String title(CaseRecord record) {
        return "推荐国家级案件";
    }

    @Override
    public String process(CaseRecord record) {
        return "nationalRecommendation";
    }

    @Override
    public List<Fact> facts(CaseRecord record) {
        return List.of(new Fact("候选集群", "比较候选集群", "/national/" + record.caseNumber()));
    }
}

package org.smecluster.cultivation.process;

import java.math.BigDecimal;
import java.util.Map;
import org.smecluster.casework.Forwarding;
import org.smecluster.cultivation.CultivationLine;
import org.smecluster.cultivation.CultivationPlan;
import org.smecluster.cultivation.CultivationPlan.Work;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.springframework.stereotype.Component;

/** What the forms of {@code cultivationAdmission} hand over, in the order of the model. */
@Component
final class CultivationForms implements FormRecords {

    enum Decision {
        ADMIT("纳入培育库"),
        RETURN("退回完善"),
        REFUSE("不予入库");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum Wish {
        STAY,
        LEAVE
    }

    enum Review {
        KEEP,
        REMOVE
    }

    @FormRecord("startAdmission")
    record StartAdmission(
            @Required String clusterName,
            @Required String leadingIndustry,
            String knownClusterNumber,
            @Required BigDecimal latestOutput,
            @Required Integer enterpriseCount,
            @Required String profile) {}

    @FormRecord("enterPlan")
    record EnterPlan(
            @Required String developmentPlan,
            @Required String industryGoals,
            @Required String industryMeasures,
            @Required String industryUnit,
            @Required String innovationGoals,
            @Required String innovationMeasures,
            @Required String innovationUnit,
            @Required String digitalGoals,
            @Required String digitalMeasures,
            @Required String digitalUnit,
            @Required String greenGoals,
            @Required String greenMeasures,
            @Required String greenUnit,
            @Required String opennessGoals,
            @Required String opennessMeasures,
            @Required String opennessUnit,
            @Required String governanceGoals,
            @Required String governanceMeasures,
            @Required String governanceUnit) {

        CultivationPlan plan() {
            return new CultivationPlan(
                    developmentPlan,
                    Map.of(
                            CultivationLine.INDUSTRY, new Work(industryGoals, industryMeasures, industryUnit),
                            CultivationLine.INNOVATION, new Work(innovationGoals, innovationMeasures, innovationUnit),
                            CultivationLine.DIGITAL, new Work(digitalGoals, digitalMeasures, digitalUnit),
                            CultivationLine.GREEN, new Work(greenGoals, greenMeasures, greenUnit),
                            CultivationLine.OPENNESS, new Work(opennessGoals, opennessMeasures, opennessUnit),
                            CultivationLine.GOVERNANCE, new Work(governanceGoals, governanceMeasures, governanceUnit)));
        }
    }

    @FormRecord("guideAdmission")
    record GuideAdmission(
            @Required Forwarding guidance, @Required String opinion) {}

    @FormRecord("decideAdmission")
    record DecideAdmission(
            @Required Decision decision, @Required String reason) {}

    @FormRecord("reportProgress")
    record ReportProgress(
            @Required BigDecimal latestOutput,
            @Required String progress,
            @Required Wish wish) {}

    @FormRecord("reviewProgress")
    record ReviewProgress(@Required Review review, @Required String opinion) {}
}

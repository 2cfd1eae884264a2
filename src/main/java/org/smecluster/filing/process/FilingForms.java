package org.smecluster.filing.process;

import java.util.Map;
import java.util.Map.Entry;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.springframework.stereotype.Component;

/** What the forms of {@code dataFiling} hand over. */
@Component
final class FilingForms implements FormRecords {

    enum NextStep {
        SUBMIT,
        CORRECT
    }

    @FormRecord("declareConditions")
    record DeclareConditions(
            Boolean pillarIndustry,
            String pillarIndustryExplanation,
            Boolean conformsToIndustrialPolicy,
            String conformsToIndustrialPolicyExplanation,
            Boolean chainLayoutRational,
            String chainLayoutRationalExplanation,
            Boolean supplyChainCollaboration,
            String supplyChainCollaborationExplanation,
            Boolean resourceSharing,
            String resourceSharingExplanation,
            Boolean keyLinkSupporting,
            String keyLinkSupportingExplanation,
            Boolean digitalNewModels,
            String digitalNewModelsExplanation,
            Boolean industrialInternetSecurity,
            String industrialInternetSecurityExplanation,
            Boolean pollutantsCompliant,
            String pollutantsCompliantExplanation,
            Boolean greenServiceMechanism,
            String greenServiceMechanismExplanation,
            Boolean highEnergyIndustry,
            String highEnergyIndustryExplanation,
            Boolean energyEfficiencyAboveBenchmark,
            String energyEfficiencyAboveBenchmarkExplanation,
            Boolean highWaterIndustry,
            String highWaterIndustryExplanation,
            Boolean waterEfficiencyAboveAverage,
            String waterEfficiencyAboveAverageExplanation,
            Boolean internationalCooperation,
            String internationalCooperationExplanation,
            Boolean operatorEstablished,
            String operatorEstablishedExplanation,
            Boolean publicServiceSystem,
            String publicServiceSystemExplanation,
            boolean noIncidents) {

        Declarations declarations() {
            return new Declarations(Map.ofEntries(
                    declared("pillarIndustry", pillarIndustry, pillarIndustryExplanation),
                    declared(
                            "conformsToIndustrialPolicy",
                            conformsToIndustrialPolicy,
                            conformsToIndustrialPolicyExplanation),
                    declared("chainLayoutRational", chainLayoutRational, chainLayoutRationalExplanation),
                    declared("supplyChainCollaboration", supplyChainCollaboration, supplyChainCollaborationExplanation),
                    declared("resourceSharing", resourceSharing, resourceSharingExplanation),
                    declared("keyLinkSupporting", keyLinkSupporting, keyLinkSupportingExplanation),
                    declared("digitalNewModels", digitalNewModels, digitalNewModelsExplanation),
                    declared(
                            "industrialInternetSecurity",
                            industrialInternetSecurity,
                            industrialInternetSecurityExplanation),
                    declared("pollutantsCompliant", pollutantsCompliant, pollutantsCompliantExplanation),
                    declared("greenServiceMechanism", greenServiceMechanism, greenServiceMechanismExplanation),
                    declared("highEnergyIndustry", highEnergyIndustry, highEnergyIndustryExplanation),
                    declared(
                            "energyEfficiencyAboveBenchmark",
                            energyEfficiencyAboveBenchmark,
                            energyEfficiencyAboveBenchmarkExplanation),
                    declared("highWaterIndustry", highWaterIndustry, highWaterIndustryExplanation),
                    declared(
                            "waterEfficiencyAboveAverage",
                            waterEfficiencyAboveAverage,
                            waterEfficiencyAboveAverageExplanation),
                    declared("internationalCooperation", internationalCooperation, internationalCooperationExplanation),
                    declared("operatorEstablished", operatorEstablished, operatorEstablishedExplanation),
                    declared("publicServiceSystem", publicServiceSystem, publicServiceSystemExplanation)));
        }

        private static Entry<String, Declaration> declared(String code, Boolean value, String explanation) {
            return Map.entry(code, new Declaration(value, explanation));
        }
    }

    @FormRecord("confirmAndSubmit")
    record ConfirmAndSubmit(
            @Required NextStep nextStep,
            String explanation,
            @Required(whenShown = true) boolean truthfulnessCommitted) {}
}

package org.smecluster.change.process;

import java.time.LocalDate;
import org.smecluster.casework.Forwarding;
import org.smecluster.change.Registration;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.registry.FactKind;
import org.springframework.stereotype.Component;

/** What the forms of {@code changeFiling} hand over, in the order of the model. */
@Component
final class ChangeForms implements FormRecords {

    enum FilingStep {
        SUBMIT,
        WITHDRAW
    }

    @FormRecord("startChangeFiling")
    record StartChangeFiling(
            @Required String clusterNumber,
            @Required FactKind changeKind,
            Boolean affectsConditions,
            @Required LocalDate changedOn,
            @Required String newValue,
            @Required String description) {}

    @FormRecord("confirmFiling")
    record ConfirmFiling(
            @Required FilingStep filingStep,
            @Required(whenShown = true) String newValue,
            String explanation) {}

    @FormRecord("forwardFiling")
    record ForwardFiling(
            @Required Forwarding forwarding, @Required String opinion) {}

    @FormRecord("registerChange")
    record RegisterChange(
            @Required Registration registration,
            @Required(whenShown = true) Boolean judgedMajor,
            @Required String opinion) {}
}

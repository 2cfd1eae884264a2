package org.smecluster.publicnotice.process;

import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.publicnotice.Ruling;
import org.springframework.stereotype.Component;

/** What the forms of {@code publicNotice} hand over, in the order of the model. */
@Component
final class PublicNoticeForms implements FormRecords {

    @FormRecord("verifyObjection")
    record VerifyObjection(@Required String facts, @Required String toldToApplicant) {}

    @FormRecord("ruleObjection")
    record RuleObjection(@Required Ruling ruling, @Required String rulingReason) {}
}

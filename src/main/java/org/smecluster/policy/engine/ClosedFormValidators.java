package org.smecluster.policy.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormValidators;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Form fields of a model's own ({@code camunda:formData}) are checked by nothing that a model brings. */
class ClosedFormValidators extends FormValidators {

    @Override
    public FormFieldValidator createValidator(Element constraint, BpmnParse parse, ExpressionManager expressions) {
        throw ClosedClasses.refusal(constraint.attribute("config"));
    }
}

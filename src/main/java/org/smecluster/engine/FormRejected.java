package org.smecluster.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** What was entered cannot be accepted; REST answers 400 with the sentences, Tasklist shows them. Nothing changed. */
public class FormRejected extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    private final List<String> sentences;

    public FormRejected(List<String> sentences) {
        this(sentences, null);
    }

    FormRejected(List<String> sentences, Throwable cause) {
        super(null, String.join("；", sentences), cause);
        this.sentences = List.copyOf(sentences);
    }

    /** At least one Chinese sentence. */
    public List<String> sentences() {
        return sentences;
    }
}

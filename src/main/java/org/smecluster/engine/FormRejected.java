package org.smecluster.engine;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** What was entered cannot be accepted; REST answers 400 with the sentences, Tasklist shows them. Nothing changed. */
public class FormRejected extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param field key of the form's field; null where it is none's alone
     */
    public record Fault(String field, String sentence) implements Serializable {}

    private final List<Fault> faults;

    public FormRejected(List<String> sentences) {
        this(sentences, null);
    }

    FormRejected(List<String> sentences, Throwable cause) {
        super(null, String.join("；", sentences), cause);
        this.faults =
                sentences.stream().map(sentence -> new Fault(null, sentence)).toList();
    }

    private FormRejected(String message, List<Fault> faults) {
        super(null, message, null);
        this.faults = List.copyOf(faults);
    }

    /** With the fields that they are told of. */
    public static FormRejected at(List<Fault> faults) {
        return new FormRejected(faults.stream().map(Fault::sentence).collect(Collectors.joining("；")), faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** At least one Chinese sentence. */
    public List<String> sentences() {
        return faults.stream().map(Fault::sentence).toList();
    }
}

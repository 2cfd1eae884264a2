package org.smecluster.engine;

import java.util.List;

/** Somebody else was quicker at the task; the sentence says who, when and with what. REST answers 409. */
public class TaskTaken extends FormRejected {

    private static final long serialVersionUID = 1L;

    TaskTaken(String sentence, Throwable cause) {
        super(List.of(sentence), cause);
    }
}

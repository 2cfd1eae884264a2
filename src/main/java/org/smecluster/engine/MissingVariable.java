package org.smecluster.engine;

/** A step needs a process variable that is not there, or is of another type: the model forgot to give it. */
class MissingVariable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String name;

    MissingVariable(String name, String message) {
        super(message);
        this.name = name;
    }

    String name() {
        return name;
    }
}

package org.smecluster.policy.guard;

/**
 * A bean that a model names.
 *
 * @param event of a listener; {@link #EXECUTE} of a delegate
 * @param holder node, flow or process
 * @param said what names it
 */
record BeanUse(String bean, String event, Xml holder, Xml said) {

    static final String EXECUTE = "execute";

    /** Whether it is there since the task is of a kind, not since the model names it. */
    boolean ofKind() {
        return TaskKinds.standsFor(said) != null;
    }

    /** As a policy owner put it there: 组件“decideAcceptanceListener”, 办理方式“受理审查”. */
    String called() {
        return ofKind() ? "办理方式“" + TaskKinds.standsFor(said) + "”" : "组件“" + bean + "”";
    }

    /** Such as {@code userTask complete}. */
    String place() {
        return holder.name() + " " + event;
    }
}

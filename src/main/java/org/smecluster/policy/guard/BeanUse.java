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

    /** Such as {@code userTask complete}. */
    String place() {
        return holder.name() + " " + event;
    }
}

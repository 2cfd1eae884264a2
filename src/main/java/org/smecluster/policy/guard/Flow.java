package org.smecluster.policy.guard;

/**
 * A flow between two nodes.
 *
 * @param condition null where it has none
 * @param readable false where its condition is of a shape that cannot be read
 */
record Flow(Xml xml, Node from, Node to, Condition condition, boolean readable) {

    boolean isConditional() {
        return condition != null || !readable;
    }

    String label() {
        String name = xml.attribute("name", "").strip();
        return name.isEmpty() ? "连线" + xml.id() : "连线「" + name + "」";
    }
}

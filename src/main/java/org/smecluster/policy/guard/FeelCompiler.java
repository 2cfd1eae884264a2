package org.smecluster.policy.guard;

/** Whether the engine would read a cell; asked of what {@link FeelReader} does not know. */
public interface FeelCompiler {

    boolean readsExpression(String text);

    boolean readsUnaryTests(String text);
}

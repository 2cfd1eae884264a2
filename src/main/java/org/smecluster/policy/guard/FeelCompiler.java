package org.smecluster.policy.guard;

/** Whether the engine would read a cell; asked of what {@link FeelReader} does not know. */
public interface FeelCompiler {

    boolean readsExpression(String text);

    boolean readsUnaryTests(String text);

    /** Where no engine is at hand: everything may be readable. */
    static FeelCompiler absent() {
        return new FeelCompiler() {
            @Override
            public boolean readsExpression(String text) {
                return true;
            }

            @Override
            public boolean readsUnaryTests(String text) {
                return true;
            }
        };
    }
}

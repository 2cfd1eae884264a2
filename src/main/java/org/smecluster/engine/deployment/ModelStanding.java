package org.smecluster.engine.deployment;

import java.util.Objects;

/**
 * How one key of a shipped file stands.
 *
 * @param running null where the engine has no version of it
 */
public record ModelStanding(ModelKey key, ModelFile shipped, RunningModel running, State state) {

    /** What runs, beside what is shipped. */
    public enum State {
        SAME("与随附版本一致"),
        SAME_BY_HAND("由人工部署，内容与随附版本一致"),
        BY_HAND("由人工部署，随附版本未覆盖"),
        NOT_DEPLOYED("随附版本较新，未部署：同一文件中另有由人工部署的内容"),
        MISSING("引擎中没有，未部署");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public ModelStanding {
        Objects.requireNonNull(key);
        Objects.requireNonNull(shipped);
        Objects.requireNonNull(state);
    }

    static ModelStanding of(ModelKey key, ModelFile shipped, RunningModel running) {
        return new ModelStanding(key, shipped, running, state(shipped, running));
    }

    private static State state(ModelFile shipped, RunningModel running) {
        if (running == null) {
            return State.MISSING;
        }
        boolean same = running.file().sameContent(shipped);
        if (running.shipped()) {
            return same ? State.SAME : State.NOT_DEPLOYED;
        }
        return same ? State.SAME_BY_HAND : State.BY_HAND;
    }

    public boolean differs() {
        return running != null && !running.file().sameContent(shipped);
    }
}

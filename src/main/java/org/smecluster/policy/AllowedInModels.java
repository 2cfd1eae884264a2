package org.smecluster.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The list of what a model may contain, as {@code policy/allowed-in-models.yml} says it. */
public final class AllowedInModels {

    private static final String FILE = "/policy/allowed-in-models.yml";
    private static final AllowedInModels SHIPPED = read();

    private final Set<String> delegates;
    private final Set<String> executionListeners;
    private final Set<String> taskListeners;

    private AllowedInModels(Map<String, List<String>> lists) {
        delegates = Set.copyOf(lists.get("delegates"));
        executionListeners = Set.copyOf(lists.get("executionListeners"));
        taskListeners = Set.copyOf(lists.get("taskListeners"));
    }

    private AllowedInModels(Set<String> delegates, Set<String> executionListeners, Set<String> taskListeners) {
        this.delegates = Set.copyOf(delegates);
        this.executionListeners = Set.copyOf(executionListeners);
        this.taskListeners = Set.copyOf(taskListeners);
    }

    /** With more beans published: for tests, whose models have steps of their own. */
    public AllowedInModels also(Set<String> delegates, Set<String> executionListeners, Set<String> taskListeners) {
        return new AllowedInModels(
                union(this.delegates, delegates),
                union(this.executionListeners, executionListeners),
                union(this.taskListeners, taskListeners));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    public static AllowedInModels shipped() {
        return SHIPPED;
    }

    private static AllowedInModels read() {
        try (InputStream in = AllowedInModels.class.getResourceAsStream(FILE)) {
            return new AllowedInModels(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Names of the beans that a service task may name. */
    public Set<String> delegates() {
        return delegates;
    }

    public Set<String> executionListeners() {
        return executionListeners;
    }

    public Set<String> taskListeners() {
        return taskListeners;
    }

    /** All beans that an expression of a model may name. */
    public Set<String> beans() {
        return union(delegates, union(executionListeners, taskListeners));
    }
}

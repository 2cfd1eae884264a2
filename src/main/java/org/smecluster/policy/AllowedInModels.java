package org.smecluster.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The list of what a model may contain, as {@code policy/allowed-in-models.yml} says it. */
public final class AllowedInModels {

    private static final String FILE = "/policy/allowed-in-models.yml";
    private static final AllowedInModels SHIPPED = read();

    private final Map<String, Object> list;
    private final Set<String> delegates;
    private final Set<String> executionListeners;
    private final Set<String> taskListeners;

    private AllowedInModels(Map<String, Object> list) {
        this(list, names(list, "delegates"), names(list, "executionListeners"), names(list, "taskListeners"));
    }

    private AllowedInModels(
            Map<String, Object> list,
            Set<String> delegates,
            Set<String> executionListeners,
            Set<String> taskListeners) {
        this.list = list;
        this.delegates = Set.copyOf(delegates);
        this.executionListeners = Set.copyOf(executionListeners);
        this.taskListeners = Set.copyOf(taskListeners);
    }

    /** With more beans published: for tests, whose models have steps of their own. */
    public AllowedInModels also(Set<String> delegates, Set<String> executionListeners, Set<String> taskListeners) {
        return new AllowedInModels(
                list,
                union(this.delegates, delegates),
                union(this.executionListeners, executionListeners),
                union(this.taskListeners, taskListeners));
    }

    private static Set<String> names(Map<String, Object> list, String name) {
        return ((List<?>) list.get(name)).stream().map(String.class::cast).collect(Collectors.toSet());
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
            Map<String, Object> list = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new AllowedInModels(list);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Tells one list from another: SHA-256, in hexadecimal digits, of what stands in it. */
    public String digest() {
        String text = list + " " + delegates.stream().sorted().toList()
                + executionListeners.stream().sorted().toList()
                + taskListeners.stream().sorted().toList();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
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

    /** What a check in the Modeler can say before anybody deploys, as maps and lists for a JSON file. */
    public Map<String, Object> forModeler() {
        return rules().forModeler();
    }

    /** All else that the list says. */
    ModelRules rules() {
        return new ModelRules(list, this);
    }
}

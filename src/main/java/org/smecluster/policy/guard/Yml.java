package org.smecluster.policy.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A map of one of the guard's own files, in the order of the file. */
record Yml(Map<?, ?> members) {

    /** What may be left out is marked so, at its name. */
    private static final String OPTIONAL = "*";

    static Yml file(String name) {
        try (InputStream in = Yml.class.getResourceAsStream(name)) {
            return new Yml(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Empty where it is not there. */
    Yml map(String name) {
        return of(members.get(name));
    }

    private static Yml of(Object value) {
        return value == null ? new Yml(Map.of()) : new Yml((Map<?, ?>) value);
    }

    /** Of each member that is a map. */
    <T> Map<String, T> each(BiFunction<String, Yml, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        members.forEach((name, value) -> all.put((String) name, read.apply((String) name, of(value))));
        return all;
    }

    /** Null where it is not there. */
    String text(String name) {
        return (String) members.get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    /** Empty where it is not there. */
    List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    Map<String, String> textMap(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        map(name).members.forEach((key, value) -> all.put((String) key, (String) value));
        return all;
    }

    /** Where each member is a list of texts. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        members.keySet().forEach(name -> all.put((String) name, texts((String) name)));
        return all;
    }

    static boolean isOptional(String name) {
        return name.endsWith(OPTIONAL);
    }

    static String name(String marked) {
        return isOptional(marked) ? marked.substring(0, marked.length() - OPTIONAL.length()) : marked;
    }
}

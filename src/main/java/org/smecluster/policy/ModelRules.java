package org.smecluster.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Elements, attributes, components and how their values may be written, as the list says it. */
final class ModelRules {

    private static final Pattern PART = Pattern.compile("<([a-zA-Z]+)>");

    /** Looked at first: no value is long enough to keep a pattern busy. */
    private static final int LONGEST_VALUE = 4000;

    private static final int LONGEST_PATTERN = 500;

    /** Such as {@code (a+)+}, which a long text that does not match keeps busy for ever. */
    private static final Pattern REPEATED_REPETITION = Pattern.compile("[+*}][^()]*\\)+[+*{]");

    private final Map<String, Object> list;
    private final Set<String> beans;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, ElementRule> elements = new HashMap<>();

    /** @param list the whole file */
    ModelRules(Map<String, Object> list, AllowedInModels names) {
        this.list = list;
        beans = names.beans();
        map("namespaces").forEach((prefix, uris) -> strings(uris).forEach(uri -> prefixes.put(uri, prefix)));
        map("shapes").keySet().forEach(name -> shapes.put(name, written(name)));
        shapes.put("delegate", named(names.delegates(), "delegates"));
        shapes.put("executionListener", named(names.executionListeners(), "executionListeners"));
        shapes.put("taskListener", named(names.taskListeners(), "taskListeners"));
        shapes.put("feel", new Shape(Feel.SAYS, feel()::fits));
        shapes.put(
                "feelExpression",
                new Shape(
                        "以 = 开头的 " + Feel.SAYS, text -> text.startsWith("=") && feel().fits(text.substring(1)), null));
        shapes.put("pattern", new Shape("能够编译的正则表达式，不超过500字，重复的部分里不能再有重复", ModelRules::compiles));
        map("elements").forEach((name, rule) -> elements.put(name, rule(asMap(rule))));
    }

    int limit(String name) {
        return (int) map("limits").get(name);
    }

    boolean mayEnd(String ending) {
        return strings(map("limits").get("endings")).contains(ending);
    }

    boolean mayBeCalled(String fileName) {
        return fileName.matches((String) map("limits").get("fileName"));
    }

    /** The prefix by which this list calls a namespace. */
    Optional<String> prefix(String uri) {
        return Optional.ofNullable(prefixes.get(uri));
    }

    /** @param parent the element around it, where the same name means something else there */
    Optional<ElementRule> element(String parent, String name) {
        ElementRule there = elements.get(parent + "/" + name);
        return Optional.ofNullable(there != null ? there : elements.get(name));
    }

    /** Of an extension property; what no program reads may be any text. */
    Shape property(String name) {
        return shape((String) map("properties").getOrDefault(name, "text"));
    }

    /** The attribute that must stand beside one with this value. */
    Optional<String> companion(String attribute, String value) {
        return Optional.ofNullable((String) map("together").get(attribute + "=" + value));
    }

    /** @throws IllegalStateException where the list names a shape that it does not have */
    Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("no such shape: " + name);
        }
        return shape;
    }

    /**
     * What a check outside the server can say too: {@code elements} by name, each with {@code attributes} (name to shape),
     * {@code needs}, {@code holds} and {@code text} (a shape); {@code properties} (name to shape); {@code shapes}, each
     * with {@code says} and a {@code pattern} that may be null; {@code remedies}.
     */
    Map<String, Object> forModeler() {
        Map<Shape, Integer> numbers = new LinkedHashMap<>();
        Function<Shape, Integer> number = shape -> numbers.computeIfAbsent(shape, one -> numbers.size());
        Map<String, Object> described = new TreeMap<>();
        elements.forEach((name, rule) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            Map<String, Integer> attributes = new TreeMap<>();
            rule.attributes().forEach((attribute, shape) -> attributes.put(attribute, number.apply(shape)));
            one.put("attributes", attributes);
            one.put("needs", rule.needs().stream().sorted().toList());
            one.put("holds", rule.holds().stream().sorted().toList());
            if (rule.text() != null) {
                one.put("text", number.apply(rule.text()));
            }
            described.put(name, one);
        });
        Map<String, Integer> properties = new TreeMap<>();
        map("properties").forEach((name, shape) -> properties.put(name, number.apply(shape((String) shape))));
        List<Map<String, Object>> said = new ArrayList<>();
        numbers.keySet().forEach(shape -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("says", shape.says());
            one.put("pattern", shape.pattern());
            said.add(one);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("elements", described);
        all.put("properties", properties);
        all.put("shapes", said);
        all.put("remedies", new TreeMap<>(map("remedies")));
        return all;
    }

    Map<String, Object> form() {
        return map("form");
    }

    /** What a component of the type may have; empty where there is no such type. */
    Optional<Map<String, Object>> component(String type) {
        Object own = map("components").get(type);
        if (own == null) {
            return Optional.empty();
        }
        Map<String, Object> all = new LinkedHashMap<>(map("component"));
        if ("field".equals(asMap(own).get("like"))) {
            all.putAll(map("field"));
        }
        all.putAll(asMap(own));
        all.remove("like");
        return Optional.of(all);
    }

    /** What to do instead, of what is often tried. */
    Optional<String> remedy(String name) {
        return Optional.ofNullable((String) map("remedies").get(name));
    }

    private Feel feel() {
        return new Feel(map("feel"));
    }

    private static boolean compiles(String expression) {
        try {
            Pattern.compile(expression);
            return expression.length() <= LONGEST_PATTERN
                    && !REPEATED_REPETITION.matcher(expression).find();
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    private Shape written(String name) {
        Map<String, Object> shape = asMap(map("shapes").get(name));
        Pattern pattern = Pattern.compile(regex(name), Pattern.DOTALL);
        int longest = (int) shape.getOrDefault("upTo", LONGEST_VALUE);
        return new Shape(
                (String) shape.get("says"),
                value -> value.length() <= longest && pattern.matcher(value).matches(),
                pattern.pattern());
    }

    private String regex(String name) {
        if (name.equals("reserved")) {
            Set<String> all = new LinkedHashSet<>(strings(list.get("reserved")));
            all.addAll(beans);
            return String.join("|", all);
        }
        Object shape = map("shapes").get(name);
        if (shape == null) {
            throw new IllegalStateException("no such shape: " + name);
        }
        Matcher part = PART.matcher((String) asMap(shape).get("matches"));
        return "(?:" + part.replaceAll(found -> Matcher.quoteReplacement("(?:" + regex(found.group(1)) + ")")) + ")";
    }

    private static Shape named(Set<String> beans, String where) {
        Pattern reference = Pattern.compile("[$#]\\{ *(\\w+) *}");
        Predicate<String> fits = value -> {
            Matcher matcher = reference.matcher(value);
            return matcher.matches() && beans.contains(matcher.group(1));
        };
        return new Shape(
                "${组件名称}，组件名称须列在清单的 " + where + " 中",
                fits,
                "[$#]\\{ *(?:" + String.join("|", new TreeSet<>(beans)) + ") *\\}");
    }

    private ElementRule rule(Map<String, Object> own) {
        Map<String, Shape> attributes = new HashMap<>();
        Set<String> holds = new LinkedHashSet<>();
        collect(own, attributes, holds);
        return new ElementRule(
                Map.copyOf(attributes),
                Set.copyOf(strings(own.getOrDefault("needs", List.of()))),
                Set.copyOf(holds),
                own.containsKey("text") ? shape((String) own.get("text")) : null);
    }

    private void collect(Map<String, Object> rule, Map<String, Shape> attributes, Set<String> holds) {
        Object like = rule.getOrDefault("like", List.of());
        for (String group : like instanceof String one ? List.of(one) : strings(like)) {
            collect(asMap(map("groups").get(group)), attributes, holds);
        }
        asMap(rule.getOrDefault("attributes", Map.of()))
                .forEach((name, shape) -> attributes.put(name, shape((String) shape)));
        holds.addAll(strings(rule.getOrDefault("holds", List.of())));
    }

    private Map<String, Object> map(String name) {
        return asMap(list.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> strings(Object value) {
        return ((Collection<?>) value).stream().map(String.class::cast).toList();
    }
}

package org.smecluster.policy.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.Variable;

/** What the program's own classes and sources say of the names that the contracts are about. */
final class ProgramNames {

    private static final Path SOURCES = Path.of("src/main/java/org/smecluster");
    private static final Pattern BEAN =
            Pattern.compile("@Bean(?:\\(\\{([^}]*)}\\))?\\s+(JavaDelegate|ExecutionListener|TaskListener) (\\w+)\\(");
    private static final Pattern CONSTANT = Pattern.compile("(?:\\b(\\w+)\\.)?\\b([A-Z][A-Z_]{2,})\\b");
    private static final Pattern STATIC_IMPORT = Pattern.compile("import static [\\w.]*?(\\w+)\\.([A-Z_]+);");
    private static final Pattern ELEMENT = Pattern.compile("\"((?:event|task|service|call|sub)_[a-z]+[A-Z]\\w*)\"");
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");

    private static final List<Class<?>> CLASSES = classes();

    private ProgramNames() {}

    private static List<Class<?>> classes() {
        Path root = Path.of("target/classes");
        return files(root.resolve("org/smecluster"), ".class").stream()
                .filter(file -> file.getParent().endsWith("process"))
                .map(file -> root.relativize(file).toString().replace('/', '.'))
                .<Class<?>>map(name -> loaded(name.substring(0, name.length() - ".class".length())))
                .toList();
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, ProgramNames.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Each record of a form, by the form's id. */
    static Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new TreeMap<>();
        CLASSES.stream()
                .filter(found -> found.isAnnotationPresent(FormRecord.class))
                .forEach(found ->
                        records.put(found.getAnnotation(FormRecord.class).value(), found));
        return records;
    }

    /** Each constant, as {@code Class.CONSTANT}. */
    static Map<String, Variable<?>> variables() {
        Map<String, Variable<?>> variables = new TreeMap<>();
        for (Class<?> found : CLASSES) {
            for (Field field : found.getDeclaredFields()) {
                if (field.getType() == Variable.class && Modifier.isStatic(field.getModifiers())) {
                    variables.put(found.getSimpleName() + "." + field.getName(), value(field));
                }
            }
        }
        return variables;
    }

    private static Variable<?> value(Field field) {
        try {
            field.setAccessible(true);
            return (Variable<?>) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Text constants of the classes about processes, such as the names of messages and timers. */
    static Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        for (Class<?> found : CLASSES) {
            for (Field field : found.getDeclaredFields()) {
                if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        texts.add((String) field.get(null));
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }
            }
        }
        return texts;
    }

    /** Variables that the source of each bean's method names, by the bean's name. */
    static Map<String, Set<String>> namedByBeans() {
        Map<String, Variable<?>> variables = variables();
        Map<String, Set<String>> named = new TreeMap<>();
        for (String source : sources()) {
            String own = source.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
            Map<String, String> imported = new TreeMap<>();
            STATIC_IMPORT.matcher(source).results().forEach(found -> imported.put(found.group(2), found.group(1)));
            Matcher bean = BEAN.matcher(source);
            while (bean.find()) {
                Set<String> names = new TreeSet<>();
                CONSTANT.matcher(body(source, bean.end())).results().forEach(found -> {
                    String holder =
                            found.group(1) != null ? found.group(1) : imported.getOrDefault(found.group(2), own);
                    Variable<?> variable = variables.get(holder + "." + found.group(2));
                    if (variable != null) {
                        names.add(variable.name());
                    }
                });
                names(bean).forEach(name -> named.put(name, names));
            }
        }
        return named;
    }

    private static Set<String> names(Matcher bean) {
        Set<String> names = new LinkedHashSet<>();
        names.add(bean.group(3));
        if (bean.group(1) != null) {
            QUOTED.matcher(bean.group(1)).results().forEach(alias -> names.add(alias.group(1)));
        }
        return names;
    }

    /** To the next method's end, by the indentation that the formatter gives. */
    private static String body(String source, int from) {
        int end = source.indexOf("\n    }", from);
        return source.substring(from, end);
    }

    private static List<String> sources() {
        return files(SOURCES, ".java").stream()
                .filter(file -> file.getParent().endsWith("process"))
                .map(ProgramNames::read)
                .toList();
    }

    /** Ids of a model's elements that any source names. */
    static Set<String> elements() {
        Set<String> named = new TreeSet<>();
        files(SOURCES, ".java").stream()
                .filter(file -> !file.toString().contains("/policy/"))
                .forEach(file -> ELEMENT.matcher(read(file)).results().forEach(found -> named.add(found.group(1))));
        return named;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

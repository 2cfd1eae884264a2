package org.smecluster.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;

/** The compiled application and its tests. */
final class Code {

    static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.smecluster");

    static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("org.smecluster");

    private Code() {}

    /** {@code indicator.MinAnnualOutput}: the class without the root package, or the one that it is nested in. */
    static String name(JavaClass type) {
        String name = type.getName().substring("org.smecluster.".length());
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    /** Every constant of the type that the application declares. */
    static <T> Stream<T> constants(Class<T> type) {
        return APPLICATION.stream()
                .flatMap(owner -> owner.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(type))
                .map(field -> field.reflect())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                .flatMap(field -> value(field, type).stream());
    }

    /** {@code Owner.NAME} of every text constant of the application that holds the value. */
    static Stream<String> constantsHolding(String value) {
        return APPLICATION.stream()
                .flatMap(owner -> owner.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(String.class))
                .map(field -> field.reflect())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                .filter(field ->
                        value(field, String.class).filter(value::equals).isPresent())
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName());
    }

    private static <T> Optional<T> value(Field field, Class<T> type) {
        try {
            field.setAccessible(true);
            return Optional.ofNullable(type.cast(field.get(null)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.smecluster.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a form hands over to its step. Each component bears the key of a field; its type says what the field holds:
 *
 * <ul>
 *   <li>{@code String}: a text, trimmed; {@code Integer}, {@code BigDecimal}: a number; {@code LocalDate}: a date
 *   <li>{@code boolean}: a checkbox; {@code Boolean}: a choice of true and false
 *   <li>an enum: a choice by its codes; {@code List} of {@code String} or of an enum: several of them
 * </ul>
 *
 * <p>Which fields must be filled in stands at the component as {@link Required}; of any other field that is left open,
 * hidden or not in the form at all, the component is null, false or an empty list.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormRecord {

    /** The form's id. */
    String value();
}

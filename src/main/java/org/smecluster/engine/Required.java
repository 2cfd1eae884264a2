package org.smecluster.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a component of a {@link FormRecord}: the form must have the field and require it. The step always gets a value, true
 * of a {@code boolean}; what a changed form no longer asks is refused before the step does anything.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {

    /** The form may hide the field; then the component is as one that was left open. */
    boolean whenShown() default false;
}

package org.smecluster.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the code that carries out an article of the Measures; {@code docs/traceability.md} is generated from it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(LegalBasis.All.class)
public @interface LegalBasis {

    /** Article number. */
    int article();

    /** Item within the article; 0 for the whole article. */
    int item() default 0;

    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface All {
        LegalBasis[] value();
    }
}

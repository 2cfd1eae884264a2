package org.smecluster.portal;

import java.util.Locale;

/** Which chart it is. */
interface ChartHeading {

    /** How {@code dashboard.js} draws the table. */
    enum Form {
        /** One bar a line. */
        BARS,
        /** A bar a line of parts by column. */
        STACKED,
        /** How long steps took, against their time. */
        TIMES,
        /** A column a line, from one number to the other. */
        HISTOGRAM,
        /** A point a line, each a year. */
        COURSE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As the page and the address call it. */
    String id();

    String title();

    Form form();

    static ChartHeading of(String id, String title, Form form) {
        record Named(String id, String title, Form form) implements ChartHeading {}
        return new Named(id, title, form);
    }
}

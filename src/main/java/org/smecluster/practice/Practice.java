package org.smecluster.practice;

import java.util.Objects;

/** A piece of good practice in the city's words; all parts are published once it is selected. */
public record Practice(PracticeTheme theme, String title, String summary, String results) {

    public Practice {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(results, "results");
    }
}

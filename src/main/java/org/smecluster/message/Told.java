package org.smecluster.message;

import java.time.Instant;

/** A notice as it goes out. @param group who was told it in the application */
public record Told(long id, String group, String caseNumber, String key, String text, Instant toldAt) {

    Topic topic() {
        return Topic.of(key);
    }
}

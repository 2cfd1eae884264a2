package org.smecluster.practice;

import java.time.LocalDate;
import java.util.List;

/** The stored practice cases. */
public interface Practices {

    /** Stores it, or what it was changed to. */
    void put(String caseNumber, Practice practice);

    /** @throws IllegalArgumentException where there is none */
    Practice get(String caseNumber);

    /** The first day stays. */
    void publish(String caseNumber, LocalDate on);

    /** The collection, newest first. */
    List<PublishedPractice> published();
}

package org.smecluster.opendata;

import java.util.List;
import java.util.Optional;

/** The stored choices, releases and changes. Nothing is taken away. */
public interface OpenDataReleases {

    Optional<OpenDataChoice> choice();

    void choose(OpenDataChoice choice);

    Optional<OpenDataRelease> latest();

    /**
     * @param release {@code id} is not read
     * @param after id of the one before, 0 for the first
     * @param changes {@code releaseId} is not read
     * @return empty where that one has a successor already
     */
    Optional<Long> add(OpenDataRelease release, long after, List<OpenDataChange> changes);

    int countChanges();

    /** The latest first. */
    List<OpenDataChange> changes(int from, int size);
}

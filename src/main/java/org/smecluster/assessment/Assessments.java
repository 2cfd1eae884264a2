package org.smecluster.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored assessments. What is stored stays as it was found, whatever the tables say later. */
public interface Assessments {

    /**
     * Stores the assessment of a submission at a stage. Where that stage has one already, it stays and nothing is
     * written, so that a repeated step does no harm; whoever wants a new assessment names a new stage.
     *
     * @return id of the assessment stored for the stage
     */
    long save(long submissionId, Stage stage, Assessment assessment);

    Optional<Assessment> find(long submissionId, Stage stage);

    /** How many of that kind the submission has; they are numbered from 1. */
    int count(long submissionId, Stage.Kind kind);

    /** All of the submissions, in the order in which they were made. */
    List<Stored> ofSubmissions(Collection<Long> submissionIds);

    /** Those of the ids that there are, by id. */
    Map<Long, Stored> byId(Collection<Long> ids);

    /** An assessment with what it was made for. */
    record Stored(long submissionId, Stage stage, Assessment assessment) {}
}

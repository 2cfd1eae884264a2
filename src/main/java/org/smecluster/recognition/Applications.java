package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.casework.PassedStep;

/** The stored applications. States change through {@link RecognitionService} and the services of the stages only. */
public interface Applications {

    /** @throws IllegalArgumentException where there is none */
    default Application get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no application has the id " + id));
    }

    Optional<Application> find(long id);

    Optional<Application> byCaseNumber(String caseNumber);

    /** By case number. */
    List<Application> ofBatch(long batchId);

    /** Newest first; the groups are those of the applicants. */
    List<Application> ofApplicants(Collection<String> applicantGroups);

    /** The applications of a cluster of the registry, the earliest first. */
    List<Application> ofCluster(String clusterNumber);

    /** The open application of the unit for a cluster of that name in the batch. */
    Optional<Application> openOf(long batchId, String applicantCode, String clusterName);

    /** The open application for a cluster of the pool, in whatever batch. */
    Optional<Application> openFor(String clusterNumber);

    /** Locks the row until the transaction ends, so that nobody decides on a state that is passing. */
    Application lock(long id);

    /** As {@link #lock(long)}. @throws org.smecluster.law.Refusal where there is none */
    Application lock(String caseNumber);

    /** As {@link #lock(long)}. @throws PassedStep where it stands elsewhere */
    default Application inState(long id, ApplicationState wanted) {
        Application application = lock(id);
        if (application.state() != wanted) {
            throw new PassedStep("该申报", application.state().label());
        }
        return application;
    }

    /** As stored in state DRAFT, of a case that is open; {@code id} and what the case tells are not read. */
    Application insert(Application application);

    void eligibility(long id, Boolean eligible, String reason);

    /** @param reason null where nothing is to be said */
    void enter(long id, ApplicationState state, String reason);

    void submittedOn(long id, LocalDate day);

    void reReviewed(long id, int times);

    /** The conclusion rests on the latest assessment for the re-review. */
    void concluded(long id);
}

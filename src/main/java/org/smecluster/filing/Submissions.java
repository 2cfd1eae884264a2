package org.smecluster.filing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Declarations;
import org.smecluster.assessment.Incident;
import org.smecluster.material.PreviousData.Source;
import org.smecluster.security.Account;

/** The versions filed for a case with their declarations and incidents. */
public interface Submissions {

    /** @throws IllegalArgumentException where there is none */
    default SubmissionVersion get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no submission has the id " + id));
    }

    Optional<SubmissionVersion> find(long id);

    /** By round. */
    List<SubmissionVersion> ofCase(String caseNumber);

    /**
     * The enterprises whose credit code has the text in it, in each case that has them, the newest case first.
     *
     * @param code capital letters and digits
     */
    List<FiledEnterprise> enterprises(String code, int most);

    /** By case number and round. */
    List<SubmissionVersion> ofCases(Collection<String> caseNumbers);

    default Optional<SubmissionVersion> latest(String caseNumber) {
        List<SubmissionVersion> all = ofCase(caseNumber);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The frozen version that was submitted last in any case about the cluster. */
    Optional<SubmissionVersion> latestOfCluster(String clusterNumber);

    /** The frozen versions with a workbook of any of the cases. */
    List<Source> handedIn(Collection<String> caseNumbers);

    SubmissionVersion insert(long id, String caseNumber, int round);

    /** Declarations, declared incidents and the explanation of one version given to another. */
    void copy(long from, long to);

    /** Declarations alone, where the other version is of another case. */
    void copyDeclarations(long from, long to);

    Declarations declarations(long submissionId);

    /** In the place of what was there; asks for a new check. */
    void declare(long submissionId, Declarations declarations, boolean noIncidents);

    void changed(long submissionId);

    void checked(long submissionId);

    void explain(long submissionId, String explanation, boolean truthfulnessCommitted, Account by);

    /** @return as it is from now on */
    SubmissionVersion freeze(long submissionId);

    /**
     * Those declared with the version and those that reviewers entered in the case, taken back or not, by date of entry.
     */
    List<CaseIncident> incidents(long submissionId);

    /**
     * Cases with a version that lists the enterprise, or that are about the cluster, by case number.
     *
     * @param enterpriseCode null where not known: then by name
     * @param clusterNumber null for none
     */
    List<String> casesListing(String enterpriseCode, String enterpriseName, String clusterNumber);

    /** @param submissionId null where a reviewer enters it */
    long addIncident(String caseNumber, Long submissionId, Incident incident, Account by);

    /** Only from an open version of its own. */
    boolean removeIncident(long submissionId, long incidentId);

    /** One that a reviewer entered in the case, locked until the transaction ends. */
    Optional<CaseIncident> reviewersIncident(String caseNumber, long incidentId);

    void withdrawIncident(long incidentId, String reason, Account by);
}

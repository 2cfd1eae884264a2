package org.smecluster.filing;

import java.util.List;
import org.smecluster.material.PreviousData;
import org.springframework.stereotype.Component;

/** What units handed in with their cases of every procedure. */
@Component
class HandedIn implements PreviousData {

    private final FilingProcedures procedures;
    private final Submissions submissions;

    HandedIn(FilingProcedures procedures, Submissions submissions) {
        this.procedures = procedures;
        this.submissions = submissions;
    }

    @Override
    public List<Source> submitted(String applicantGroup, String clusterName) {
        return submissions.handedIn(procedures.casesOf(applicantGroup, clusterName));
    }
}

package org.smecluster.material;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.smecluster.law.LegalBasis;
import org.smecluster.material.PreviousData.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The template of a new submission, filled with what the unit handed in last for the same cluster. */
@Service
@LegalBasis(article = 13)
public class PreFill {

    private final PreviousSubmissions previous;
    private final ClusterWorkbooks workbooks;

    PreFill(PreviousSubmissions previous, ClusterWorkbooks workbooks) {
        this.previous = previous;
        this.workbooks = workbooks;
    }

    /** What the template would be filled from; empty where the unit has handed in nothing for the cluster yet. */
    public Optional<Source> source(String applicantGroup, String clusterName) {
        return previous.latest(applicantGroup, clusterName);
    }

    /**
     * @param applicationYear whose three years the columns are
     * @param source as {@link #source} gave it
     */
    @Transactional(readOnly = true)
    public void write(int applicationYear, Source source, OutputStream out) throws IOException {
        WorkbookTemplate.prefill(applicationYear, workbooks.stored(source.submissionId()), out);
    }
}

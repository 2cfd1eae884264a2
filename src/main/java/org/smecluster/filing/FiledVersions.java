package org.smecluster.filing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Assessments;
import org.smecluster.filing.FiledVersion.StageAssessment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A case's data as they are read, whatever the procedure. Who may read them is for the reader's side to ask. */
@Service
@Transactional(readOnly = true)
public class FiledVersions {

    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final Assessments assessments;

    FiledVersions(FilingProcedures procedures, Submissions submissions, Assessments assessments) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.assessments = assessments;
    }

    /** Empty where there is no such case, or none of its kind has data filed. */
    public Optional<FiledCase> find(String caseNumber) {
        return procedures.find(caseNumber).flatMap(procedure -> procedure.find(caseNumber));
    }

    /** Whether the materials of 第十三条 are asked for in such cases. */
    public boolean asksForMaterials(String caseNumber) {
        return procedures.of(caseNumber).asksForMaterials();
    }

    /** By round; the latest may still be open. */
    public List<FiledVersion> of(String caseNumber) {
        return submissions.ofCase(caseNumber).stream()
                .map(version -> new FiledVersion(
                        version,
                        submissions.declarations(version.id()),
                        submissions.incidents(version.id()),
                        assessments(version)))
                .toList();
    }

    private List<StageAssessment> assessments(SubmissionVersion version) {
        return assessments.ofSubmissions(List.of(version.id())).stream()
                .map(made -> new StageAssessment(made.stage(), made.assessment()))
                .sorted(Comparator.comparing(StageAssessment::stage))
                .toList();
    }
}

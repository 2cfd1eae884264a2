package org.smecluster.recognition;

import static org.smecluster.support.Altered.but;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.filing.Submissions;
import org.smecluster.indicator.Enterprise;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.Patent;
import org.smecluster.support.Uploads;
import org.springframework.context.ApplicationContext;

/** Applications whose workbooks have something in common. */
public final class Shared {

    private Shared() {}

    /** The first enterprise and the first patent of the one added to the other. */
    public static ClusterWorkbook with(ClusterWorkbook workbook, ClusterWorkbook other) {
        List<Enterprise> enterprises = new ArrayList<>(workbook.enterprises());
        enterprises.add(other.enterprises().get(0));
        List<Patent> patents = new ArrayList<>(workbook.patents());
        patents.add(other.patents().get(0));
        return but(workbook, "enterprises", enterprises, "patents", patents);
    }

    /** Gives the version in hand the workbook, as a successful upload would. */
    public static RecognitionWalk handIn(ApplicationContext context, RecognitionWalk walk, ClusterWorkbook workbook) {
        Submissions submissions = context.getBean(Submissions.class);
        long version = submissions.latest(walk.caseNumber()).orElseThrow().id();
        new Uploads(context).lay(version, workbook, "集群.xlsx", walk.applicant().userId());
        submissions.changed(version);
        return walk;
    }
}

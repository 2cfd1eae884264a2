package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.filing.Submissions;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.Patent;
import org.springframework.context.ApplicationContext;

/** Applications whose workbooks have something in common, or say what a sample does not. */
public final class Shared {

    private Shared() {}

    /** The first enterprise and the first patent of the one added to the other. */
    public static ClusterWorkbook with(ClusterWorkbook workbook, ClusterWorkbook other) {
        List<Enterprise> enterprises = new ArrayList<>(workbook.enterprises());
        enterprises.add(other.enterprises().get(0));
        List<Patent> patents = new ArrayList<>(workbook.patents());
        patents.add(other.patents().get(0));
        return copy(workbook, workbook.years(), enterprises, patents);
    }

    public static ClusterWorkbook years(ClusterWorkbook workbook, List<YearFigures> years) {
        return copy(workbook, years, workbook.enterprises(), workbook.patents());
    }

    private static ClusterWorkbook copy(
            ClusterWorkbook workbook, List<YearFigures> years, List<Enterprise> enterprises, List<Patent> patents) {
        return new ClusterWorkbook(
                workbook.reportingYears(),
                workbook.basics(),
                years,
                enterprises,
                workbook.standards(),
                patents,
                workbook.overseasBranches(),
                workbook.servicePlatforms(),
                workbook.serviceItems(),
                workbook.certificates());
    }

    /** Gives the version in hand the workbook, as a successful upload would. */
    public static RecognitionWalk handIn(ApplicationContext context, RecognitionWalk walk, ClusterWorkbook workbook) {
        Submissions submissions = context.getBean(Submissions.class);
        long version = submissions.latest(walk.caseNumber()).orElseThrow().id();
        context.getBean(ClusterWorkbooks.class)
                .replace(
                        version,
                        workbook,
                        "xlsx".getBytes(),
                        "集群.xlsx",
                        walk.applicant().userId());
        submissions.changed(version);
        return walk;
    }
}

package org.smecluster.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Stage;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;

/** A procedure whose cases have data filed: one bean for each kind of case. */
public interface FilingProcedure {

    CaseKind kind();

    Optional<FiledCase> find(String caseNumber);

    /** Numbers of the cases in which data of the unit's cluster of that name were filed, whatever became of them. */
    List<String> casesOf(String applicantGroup, String clusterName);

    /**
     * The case, locked until the transaction ends.
     *
     * @throws Refusal where there is none
     */
    FiledCase lock(String caseNumber);

    /** The version has just been frozen, once for each version. */
    void submitted(FiledCase filed, SubmissionVersion version);

    /**
     * What was reviewed goes back to the unit, once for each version.
     *
     * @param correction the version that the unit has in hand again
     * @param lastDay on which it is in time
     */
    default void returned(FiledCase filed, SubmissionVersion correction, LocalDate lastDay) {}

    /**
     * An incident was entered in the case, or in the register, or taken back there: where a version is under review, it is
     * to be assessed once more.
     */
    void incidentEntered(FiledCase filed);

    /** Whether what is known of incidents may still change the outcome. */
    default boolean undecided(FiledCase filed) {
        return filed.withApplicant() || filed.underReview();
    }

    /**
     * What is known of incidents changed in what concerns the case's data, while neither the unit has them in hand nor
     * reviewers: nothing is assessed anew.
     *
     * @param key of the change, e.g. {@code registered-12}
     * @param what in Chinese, without a full stop
     */
    default void incidentNoticed(FiledCase filed, String key, String what) {}

    /** The version has been assessed, at whatever stage; a repeated call is for the same result. */
    default void assessed(SubmissionVersion version, Stage stage) {}

    /** Whether the materials of 第十三条 are asked for. */
    default boolean asksForMaterials() {
        return true;
    }

    /** Whether nothing is submitted as long as a required material is neither there nor its absence explained. */
    default boolean requiresMaterials() {
        return false;
    }

    /** What the procedure asks beside data and materials is answered. @throws Refusal naming each gap */
    default void requireAnswered(SubmissionVersion version) {}

    /** Who goes through the materials one by one now; empty where nobody does. */
    default Optional<MaterialTick.Level> reviewing(FiledCase filed) {
        return Optional.empty();
    }

    /** The city's letter on that version in words, e.g. 推荐文件石工信发〔2026〕3号; empty where there is none. */
    default Optional<String> cityLetter(SubmissionVersion version) {
        return Optional.empty();
    }

    /** What to do where the cluster's name in the case is wrong. */
    default String howToRename() {
        return "如案件所记的集群名称有误，请联系自治区工业和信息化厅经办人员";
    }
}

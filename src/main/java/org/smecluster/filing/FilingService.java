package org.smecluster.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.smecluster.assessment.Incident;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.law.Article;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.PlausibilityCheck;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is handed in beside the tasks: incidents, and why figures moved. The tasks are {@link Filing}, workbooks {@link WorkbookFiling}. */
@Service
@Transactional
public class FilingService {

    private static final int LONGEST_REASON = 1000;

    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final PlausibilityCheck plausibility;
    private final RegisterWatch watch;
    private final Casework casework;
    private final Clock clock;

    FilingService(
            FilingProcedures procedures,
            Submissions submissions,
            PlausibilityCheck plausibility,
            RegisterWatch watch,
            Casework casework,
            Clock clock) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.plausibility = plausibility;
        this.watch = watch;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * The applicant says why figures of the version in hand moved as they did.
     *
     * @param explanations by position of the warning
     */
    @LegalBasis(article = 13)
    public void explainFigures(String caseNumber, Map<Integer, String> explanations, Account by) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = ofApplicant(procedure, caseNumber, by);
        plausibility.explain(Filing.inHand(filed, submissions).id(), explanations);
        casework.step(caseNumber, "figuresExplained", Filing.STEP, "填写数据异常变动的说明", by);
    }

    /**
     * The applicant declares an incident with the version in hand; a city's or the autonomous region's officer enters
     * one in the case while it is under review, and the version is assessed once more.
     *
     * @return id of the entry
     */
    @LegalBasis(article = 10)
    public long addIncident(String caseNumber, Incident incident, Account by) {
        if (incident.occurredOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("发生日期（" + incident.occurredOn() + "）晚于今天，请核对");
        }
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        if (by.groups().contains(filed.applicantGroup())) {
            SubmissionVersion version = Filing.inHand(filed, submissions);
            long id = submissions.addIncident(caseNumber, version.id(), incident, by);
            submissions.changed(version.id());
            casework.add(
                    caseNumber, entered(id, "申报主体登记第十条情形：" + incident.type().label()), by);
            return id;
        }
        return enterAsReviewer(procedure, filed, incident, by);
    }

    private long enterAsReviewer(FilingProcedure procedure, FiledCase filed, Incident incident, Account by) {
        if (!by.groups().contains(filed.cityGroup()) && !by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("只有申报主体、所在地市级主管部门和自治区经办人员可以登记第十条情形");
        }
        if (!filed.underReview()) {
            throw new Refusal("本案现为“" + filed.standing() + "”，不在审查期间，不能登记第十条情形");
        }
        long id = submissions.addIncident(filed.caseNumber(), null, incident, by);
        casework.add(
                filed.caseNumber(), entered(id, "审查中登记第十条情形：" + incident.type().label()), by);
        procedure.incidentEntered(filed);
        return id;
    }

    private static CaseEntry entered(long incidentId, String text) {
        return CaseEntry.of(EntryKind.EVENT, "incident-" + incidentId, "第十条情形登记", text)
                .under(Article.of(10));
    }

    /**
     * Takes back what a reviewer entered by mistake; it stays in the case with the reason, and a version under review or
     * concluded is assessed once more without it.
     *
     * @param reason 1 to 1000 characters
     * @throws Refusal for others than the one who entered it and the autonomous region's officers, and once the case is
     *     decided
     */
    @LegalBasis(article = 10)
    public void takeBackIncident(String caseNumber, long incidentId, String reason, Account by) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        CaseIncident entry = submissions
                .reviewersIncident(caseNumber, incidentId)
                .orElseThrow(() -> new Refusal("本案没有审查部门登记的这一事项，请刷新后再办理"));
        if (!entry.stands()) {
            throw new Refusal("这一事项已由" + entry.withdrawal().by() + "撤回，不能再次撤回");
        }
        if (!entry.mayBeTakenBackBy(by)) {
            throw new Refusal("这一事项由" + entry.enteredByName() + "登记，只有登记人和自治区经办人员可以撤回");
        }
        if (!procedure.undecided(filed)) {
            throw new Refusal("本案现为“" + filed.standing() + "”，已经决定，登记的事项不能再撤回");
        }
        String why = GivenReason.of(reason, "撤回理由", LONGEST_REASON);
        submissions.withdrawIncident(incidentId, why, by);
        String what = "审查中登记的第十条情形已由%s撤回：%s。撤回理由：%s"
                .formatted(by.displayName(), entry.incident().inWords(), why);
        watch.bring(
                procedure,
                filed,
                CaseEntry.of(EntryKind.EVENT, "incidentWithdrawn-" + incidentId, "第十条情形撤回", what)
                        .under(Article.of(10)),
                by);
    }

    /** Takes back an incident that the applicant entered by mistake, while the version is in hand. */
    public void removeIncident(String caseNumber, long incidentId, Account by) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = ofApplicant(procedure, caseNumber, by);
        SubmissionVersion version = Filing.inHand(filed, submissions);
        if (!submissions.removeIncident(version.id(), incidentId)) {
            throw new Refusal("没有这条登记，或它不是申报主体在本版材料中登记的，不能删除");
        }
        submissions.changed(version.id());
        casework.step(caseNumber, "incidentRemoved-" + incidentId, Filing.STEP, "申报主体删除误登的第十条情形", by);
    }

    private static FiledCase ofApplicant(FilingProcedure procedure, String caseNumber, Account by) {
        FiledCase filed = procedure.lock(caseNumber);
        filed.refuseUnlessApplicant(by);
        return filed;
    }
}

package org.smecluster.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.smecluster.assessment.Declarations;
import org.smecluster.assessment.Subject;
import org.smecluster.calendar.Deadline;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.PlausibilityCheck;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a case's data, step by step: open, declare, look at the findings, submit, correct. */
@Service
@Transactional
public class Filing {

    /** Title of what is done on the way. */
    static final String STEP = "数据填报";

    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final ClusterWorkbooks workbooks;
    private final CaseAssessment assessment;
    private final CaseMaterials materials;
    private final PlausibilityCheck plausibility;
    private final Notifications notifications;
    private final Casework casework;
    private final Clock clock;

    Filing(
            FilingProcedures procedures,
            Submissions submissions,
            ClusterWorkbooks workbooks,
            CaseAssessment assessment,
            CaseMaterials materials,
            PlausibilityCheck plausibility,
            Notifications notifications,
            Casework casework,
            Clock clock) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.workbooks = workbooks;
        this.assessment = assessment;
        this.materials = materials;
        this.plausibility = plausibility;
        this.notifications = notifications;
        this.casework = casework;
        this.clock = clock;
    }

    /** Opens the case's first version, empty; a repeated call gives the latest there is. */
    public SubmissionVersion open(String caseNumber) {
        procedures.of(caseNumber).lock(caseNumber);
        return submissions.latest(caseNumber).orElseGet(() -> insert(caseNumber, 1));
    }

    /**
     * Opens the case's first version with the declarations of an earlier case, to be looked through. Incidents and their
     * denial are declared anew; of the earlier workbook the template is filled in, for its years are others.
     *
     * @param earlier id of a version of another case
     */
    public SubmissionVersion openFrom(String caseNumber, long earlier) {
        procedures.of(caseNumber).lock(caseNumber);
        return submissions.latest(caseNumber).orElseGet(() -> {
            SubmissionVersion first = insert(caseNumber, 1);
            submissions.copyDeclarations(earlier, first.id());
            return first;
        });
    }

    /**
     * Opens a new version, copied from the one that was reviewed, which stays as it is. A repeated call gives the version
     * already open.
     *
     * @param lastDay on which the correction is in time
     */
    @LegalBasis(article = 12, item = 2)
    public SubmissionVersion openCorrection(String caseNumber, LocalDate lastDay) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        SubmissionVersion reviewed = latest(caseNumber);
        if (!reviewed.frozen()) {
            return reviewed;
        }
        SubmissionVersion correction = insert(caseNumber, reviewed.round() + 1);
        submissions.copy(reviewed.id(), correction.id());
        workbooks.copy(reviewed.id(), correction.id());
        materials.carryOver(reviewed, correction);
        procedure.returned(filed, correction, lastDay);
        String items = materials.returnedNames(reviewed);
        if (!items.isEmpty()) {
            String text = "退回的材料：" + items + "。只补正这些和还缺的必须材料，其余固定不变";
            String key = "returnedItems-" + reviewed.round();
            casework.step(caseNumber, key, "退回补正", text, null);
            notifications.tell(filed.applicantGroup(), caseNumber, key, filed.named() + text + "；原因见“案件资料—佐证材料”。");
        }
        return submissions.get(correction.id());
    }

    private SubmissionVersion insert(String caseNumber, int round) {
        long id = workbooks.nextSubmissionId();
        return submissions.insert(id, caseNumber, round);
    }

    /**
     * Stores the declarations of the open version and asks for a check.
     *
     * @param noIncidents the applicant confirms that none of 第十条 happened
     * @throws Refusal where no workbook of the cluster is there, or the confirmation contradicts the list of incidents
     */
    @LegalBasis(article = 10)
    @LegalBasis(article = 11)
    public void declare(String caseNumber, Declarations declarations, boolean noIncidents, Account by) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        SubmissionVersion version = inHand(filed);
        checkWorkbook(procedure, filed, version);
        materials.requireOpen(version, declarations);
        boolean declared = submissions.incidents(version.id()).stream()
                .anyMatch(incident -> Long.valueOf(version.id()).equals(incident.submissionId()));
        if (noIncidents && declared) {
            throw new Refusal("已在“案件资料”中登记了事故或违法失信情形，与“近三年未发生”的确认不一致：请取消勾选，或删除误登的情形（第十条）");
        }
        if (!noIncidents && !declared) {
            throw new Refusal("请确认集群内企业近三年是否发生第十条所列情形：未发生的勾选确认；发生的在“案件资料”标签页逐条登记后再提交");
        }
        submissions.declare(version.id(), declarations, noIncidents);
        casework.step(caseNumber, "declared-" + version.round(), STEP, "填报数据与声明，提请评估", by);
    }

    private void checkWorkbook(FilingProcedure procedure, FiledCase filed, SubmissionVersion version) {
        BasicInformation workbook = workbooks
                .basics(version.id())
                .orElseThrow(() -> new Refusal("还没有上传申报工作簿，或上传的工作簿有错误而未保存。请在“案件资料”标签页下载模板，填好后上传，直至没有错误，再提交本步骤（第十三条）"));
        String name = workbook.clusterName();
        if (!TypedText.same(name, filed.clusterName())) {
            throw new Refusal("工作簿中的集群名称“" + name + "”与申报的集群名称“" + filed.clusterName() + "”不一致。请改正工作簿后重新上传；"
                    + procedure.howToRename());
        }
    }

    /** Assesses the open version as it was last declared; a repeated call changes nothing. */
    public void check(String caseNumber) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        SubmissionVersion version = latest(caseNumber);
        if (!assessment.exists(version, version.checkStage())) {
            Subject assessed = assessment.assess(version, filed.submittedOn(), version.checkStage());
            plausibility.check(
                    version.id(),
                    assessed.years(),
                    assessed.figures().years(),
                    filed.applicantGroup(),
                    filed.clusterName());
            submissions.checked(version.id());
            casework.step(
                    caseNumber,
                    "assessed-" + version.round() + "-" + version.checkStage().key(),
                    STEP,
                    "系统计算指标并评估（第十条、第十一条）",
                    null);
        }
    }

    /** The applicant goes back to the data; what was explained so far is kept. */
    public void reconsider(String caseNumber, String explanation, Account by) {
        FiledCase filed = procedures.of(caseNumber).lock(caseNumber);
        submissions.explain(inHand(filed).id(), explanation, false, by);
    }

    /**
     * The applicant stands by the version as it was assessed.
     *
     * @param explanation of every soft miss and every gap; null where nothing is to be explained
     * @param over when the period to submit is over; the timer that closes the case may come a little later
     * @throws Refusal where one is not explained, a required material neither there nor its absence explained, the commitment
     *     is missing, data changed after the assessment, or the period is over and the procedure takes nothing late
     */
    @LegalBasis(article = 11)
    @LegalBasis(article = 13)
    public void commit(String caseNumber, String explanation, boolean truthful, Instant over, Account by) {
        FiledCase filed = procedures.of(caseNumber).lock(caseNumber);
        SubmissionVersion version = inHand(filed);
        if (!filed.lateAccepted() && !clock.instant().isBefore(over)) {
            throw new Refusal("提交期限已于" + Deadline.lastDayBefore(over) + " 24:00截止，不能再提交，本案即将结案");
        }
        if (version.changedSinceCheck()) {
            throw new Refusal("评估之后又改动了工作簿或登记的情形，现有评估结果已不对应。请选择“返回修改”，重新评估后再提交");
        }
        if (!truthful) {
            throw new Refusal("请勾选真实性承诺后再提交");
        }
        if (procedures.of(caseNumber).requiresMaterials()) {
            materials.requireProvided(version);
        }
        materials.requireScanned(version);
        procedures.of(caseNumber).requireAnswered(version);
        Misses.requireExplanation(assessment.get(version, version.checkStage()), explanation);
        submissions.explain(version.id(), explanation, true, by);
    }

    /** From here on nothing of the version changes; a repeated call changes nothing. */
    public void freeze(String caseNumber) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        SubmissionVersion version = latest(caseNumber);
        if (version.frozen()) {
            return;
        }
        Optional<MaterialCheck> check =
                procedure.asksForMaterials() ? Optional.of(materials.keep(version)) : Optional.empty();
        SubmissionVersion frozen = submissions.freeze(version.id());
        materials.handIn(version);
        procedure.submitted(filed, frozen);
        check.filter(kept -> !kept.missing().isEmpty() && !procedure.requiresMaterials())
                .ifPresent(kept -> notifications.tell(
                        filed.applicantGroup(),
                        caseNumber,
                        "materialsMissing-" + version.round(),
                        filed.named() + "已提交。" + told(kept)));
    }

    /** What the unit is to know before submitting; empty where every required material is there, or none is asked for. */
    public Optional<String> missingMaterials(SubmissionVersion version) {
        return materials
                .of(version)
                .filter(check -> !check.missing().isEmpty())
                .map(check -> procedures.of(version.caseNumber()).requiresMaterials() ? asked(check) : told(check));
    }

    private static String told(MaterialCheck check) {
        return "系统中没有下列必须提供的材料：" + check.missingNames() + "。这不妨碍提交；请在“案件资料—佐证材料”上传（第十三条），以免受理审查时要求补正。";
    }

    private static String asked(MaterialCheck check) {
        return "系统中没有下列必须提供的材料：" + check.missingNames() + "。请在“案件资料—佐证材料”上传，或在其中逐项写明暂不能提供的原因并保存；两者都没有的，不能提交（第十三条）。";
    }

    /** The open version, while the unit has it in hand. */
    private SubmissionVersion inHand(FiledCase filed) {
        return inHand(filed, submissions);
    }

    /** @throws Refusal where the unit has none in hand */
    public static SubmissionVersion inHand(FiledCase filed, Submissions submissions) {
        SubmissionVersion version = submissions.latest(filed.caseNumber()).orElseThrow();
        if (!filed.withApplicant() || version.frozen()) {
            throw new Refusal("本案现为“" + filed.standing() + "”，材料已固定，不能修改");
        }
        return version;
    }

    /** The declarations of a version, to be offered again. */
    @Transactional(readOnly = true)
    public Declarations declarations(SubmissionVersion version) {
        return submissions.declarations(version.id());
    }

    /** @throws java.util.NoSuchElementException where none was opened */
    @Transactional(readOnly = true)
    public SubmissionVersion latest(String caseNumber) {
        return submissions.latest(caseNumber).orElseThrow();
    }
}

package org.smecluster.recognition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.assessment.Declarations;
import org.smecluster.calendar.Deadline;
import org.smecluster.document.Notifications;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.PlausibilityCheck;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.CaseNumbers;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an applicant does: start an application, declare, look at the findings, submit. */
@Service
@Transactional
public class Filing {

    private final Applications applications;
    private final Submissions submissions;
    private final Batches batches;
    private final Units units;
    private final CaseNumbers numbers;
    private final ClusterWorkbooks workbooks;
    private final CaseAssessment assessment;
    private final CaseMaterials materials;
    private final Overlaps overlaps;
    private final PlausibilityCheck plausibility;
    private final CaseEvents events;
    private final Notifications notifications;
    private final Clock clock;

    Filing(
            Applications applications,
            Submissions submissions,
            Batches batches,
            Units units,
            CaseNumbers numbers,
            ClusterWorkbooks workbooks,
            CaseAssessment assessment,
            CaseMaterials materials,
            Overlaps overlaps,
            PlausibilityCheck plausibility,
            CaseEvents events,
            Notifications notifications,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.batches = batches;
        this.units = units;
        this.numbers = numbers;
        this.workbooks = workbooks;
        this.assessment = assessment;
        this.materials = materials;
        this.overlaps = overlaps;
        this.plausibility = plausibility;
        this.events = events;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Opens an application in the batch that accepts today, with its first, empty version.
     *
     * @throws Refusal where the starter stands for no one unit, no batch accepts, the form contradicts itself or the
     *     unit has an open application for the cluster
     */
    @LegalBasis(article = 12, item = 1)
    @LegalBasis(article = 13)
    public Application open(ApplicationForm form, Account starter) {
        Unit unit = unitOf(starter);
        Batch batch = acceptingToday();
        List<String> others = form.crossCounty() ? otherCounties(form, unit) : List.of();
        ApplicantType type = ApplicantType.of(unit);
        form.checkFor(type, others);
        applications.openOf(batch.id(), unit.code(), form.clusterName()).ifPresent(open -> {
            throw new Refusal("本单位在批次" + batch.batchNumber() + "中已为“" + form.clusterName() + "”申报（案号"
                    + open.caseNumber() + "，" + open.state().label() + "），请在该案中办理，或先撤回后重新申报");
        });
        Application application = applications.insert(new Application(
                0,
                numbers.next(CaseKind.RD, batch.year()),
                batch.id(),
                unit.code(),
                unit.group(),
                units.cityOf(unit.code()).group(),
                type,
                form.clusterName(),
                form.leadingIndustry(),
                form.crossCounty(),
                others,
                form.crossCounty() ? form.largestOutputShare() : null,
                form.designatedByCity(),
                form.designationDocument(),
                null,
                null,
                ApplicationState.DRAFT,
                null,
                clock.instant(),
                starter.userId(),
                clock.instant(),
                null,
                0,
                null,
                null,
                null));
        submissions.insert(workbooks.nextSubmissionId(), application.id(), 1);
        events.add(application.caseNumber(), "opened", unit.name() + "在批次" + batch.batchNumber() + "中发起申报", starter);
        return application;
    }

    private Unit unitOf(Account starter) {
        List<Unit> own = starter.groups().stream()
                .flatMap(group -> units.ofGroup(group).stream())
                .filter(unit -> unit.level() != UnitLevel.CITY)
                .toList();
        if (own.isEmpty()) {
            throw new Refusal("您的账号不属于任何县级主管部门、园区管委会或运营管理机构，不能作为申报主体（第十二条(一)）。请使用申报主体的账号登录，或联系系统管理员调整所在的组");
        }
        if (own.size() > 1) {
            throw new Refusal("您的账号同时属于" + own.stream().map(Unit::name).collect(Collectors.joining("、"))
                    + "，无法确定申报主体。请联系系统管理员，使账号只属于一个申报单位");
        }
        return own.get(0);
    }

    private Batch acceptingToday() {
        LocalDate today = LocalDate.now(clock);
        return batches.acceptingOn(today).orElseThrow(() -> new Refusal(notAccepting(today)));
    }

    private String notAccepting(LocalDate today) {
        String refused = "今天（" + today + "）不在申报期内，不能发起申报（第十三条）。";
        Optional<Batch> next = batches.all().stream()
                .filter(batch ->
                        batch.state() == BatchState.OPEN && batch.windowStart().isAfter(today))
                .min(Comparator.comparing(Batch::windowStart));
        if (next.isPresent()) {
            return refused + "下一批次的申报期为" + window(next.get()) + "，请届时申报";
        }
        return batches.all().stream()
                .max(Comparator.comparing(Batch::windowEnd))
                .map(last -> refused + "最近一批次的申报期为" + window(last) + "，已经结束，请留意自治区工业和信息化厅的下一次通知")
                .orElse(refused + "目前还没有开设批次，请留意自治区工业和信息化厅的通知");
    }

    private static String window(Batch batch) {
        return batch.windowStart() + "至" + batch.windowEnd() + "（" + batch.noticeNumber() + "，" + batch.batchNumber()
                + "）";
    }

    private List<String> otherCounties(ApplicationForm form, Unit unit) {
        String own = units.countyOf(unit.code()).map(Unit::code).orElse("");
        return form.involvedCounties().stream()
                .filter(code -> !code.equals(own))
                .distinct()
                .sorted()
                .toList();
    }

    /** Last moment of the first version: the end of the batch's window. */
    @LegalBasis(article = 13)
    public LocalDate lastDayToSubmit(long applicationId) {
        return batches.find(applications.get(applicationId).batchId())
                .orElseThrow()
                .windowEnd();
    }

    /**
     * Keeps what the table said of the applicant.
     *
     * @throws Refusal where it could not say: what cannot be judged is neither eligible nor ineligible
     */
    @LegalBasis(article = 12, item = 1)
    public void recordEligibility(long applicationId, Boolean eligible, String reason) {
        if (eligible == null) {
            throw new Refusal(reason);
        }
        applications.eligibility(applicationId, eligible, reason);
    }

    /**
     * Stores the declarations of the open version and asks for a check.
     *
     * @param noIncidents the applicant confirms that none of 第十条 happened
     * @throws Refusal where no workbook of the cluster is there, or the confirmation contradicts the list of incidents
     */
    @LegalBasis(article = 10)
    @LegalBasis(article = 11)
    public void declare(long applicationId, Declarations declarations, boolean noIncidents, Account by) {
        Application application = applications.lock(applicationId);
        SubmissionVersion version = open(application);
        checkWorkbook(application, version);
        boolean declared = submissions.incidents(version.id()).stream()
                .anyMatch(incident -> Long.valueOf(version.id()).equals(incident.submissionId()));
        if (noIncidents && declared) {
            throw new Refusal("已在“案件资料”中登记了事故或违法失信情形，与“近三年未发生”的确认不一致：请取消勾选，或删除误登的情形（第十条）");
        }
        if (!noIncidents && !declared) {
            throw new Refusal("请确认集群内企业近三年是否发生第十条所列情形：未发生的勾选确认；发生的在“案件资料”标签页逐条登记后再提交");
        }
        submissions.declare(version.id(), declarations, noIncidents);
        events.add(application.caseNumber(), "declared-" + version.round(), "填报数据与声明，提请评估", by);
    }

    private void checkWorkbook(Application application, SubmissionVersion version) {
        ClusterWorkbook workbook = workbooks
                .find(version.id())
                .orElseThrow(() -> new Refusal("还没有上传申报工作簿，或上传的工作簿有错误而未保存。请在“案件资料”标签页下载模板，填好后上传，直至没有错误，再提交本步骤（第十三条）"));
        String name = workbook.basics().clusterName();
        if (!name.strip().equals(application.clusterName().strip())) {
            throw new Refusal("工作簿中的集群名称“" + name + "”与申报的集群名称“" + application.clusterName()
                    + "”不一致。请改正工作簿后重新上传；如申报的名称有误，请撤回后重新申报");
        }
    }

    /** Assesses the open version as it was last declared; a repeated call changes nothing. */
    public void check(long applicationId) {
        Application application = applications.lock(applicationId);
        SubmissionVersion version = submissions.latest(applicationId).orElseThrow();
        if (!assessment.exists(version, version.checkStage())) {
            assessment.assess(application, version, version.checkStage());
            plausibility.check(version.id(), application.applicantGroup(), application.clusterName());
            submissions.checked(version.id());
            events.add(application.caseNumber(), version.checkStage(), "系统计算指标并评估（第十条、第十一条）", null);
        }
    }

    /** The applicant goes back to the data; what was explained so far is kept. */
    public void reconsider(long applicationId, String explanation, Account by) {
        Application application = applications.lock(applicationId);
        submissions.explain(open(application).id(), explanation, false, by);
    }

    /**
     * The applicant stands by the version as it was assessed.
     *
     * @param explanation of every soft miss and every gap; null where nothing is to be explained
     * @param over when the period to submit is over; the timer that closes the case may come a little later
     * @throws Refusal where one is not explained, the commitment is missing, data changed after the assessment, or the
     *     period is over
     */
    @LegalBasis(article = 11)
    @LegalBasis(article = 13)
    public void commit(long applicationId, String explanation, boolean truthful, Instant over, Account by) {
        Application application = applications.lock(applicationId);
        SubmissionVersion version = open(application);
        if (!clock.instant().isBefore(over)) {
            throw new Refusal("提交期限已于" + Deadline.lastDayBefore(over) + " 24:00截止，不能再提交，本案即将结案");
        }
        if (version.changedSinceCheck()) {
            throw new Refusal("评估之后又改动了工作簿或登记的情形，现有评估结果已不对应。请选择“返回修改”，重新评估后再提交");
        }
        if (!truthful) {
            throw new Refusal("请勾选真实性承诺后再提交");
        }
        Misses.requireExplanation(assessment.get(version, version.checkStage()), explanation);
        submissions.explain(version.id(), explanation, true, by);
    }

    /** From here on nothing of the version changes; a repeated call changes nothing. */
    public void freeze(long applicationId) {
        Application application = applications.lock(applicationId);
        SubmissionVersion version = submissions.latest(applicationId).orElseThrow();
        if (version.frozen()) {
            return;
        }
        MaterialCheck check = materials.keep(version);
        overlaps.record(version.id(), version.checkStage());
        submissions.freeze(version.id());
        if (application.submittedOn() == null) {
            applications.submittedOn(applicationId, LocalDate.now(clock));
        }
        applications.enter(applicationId, ApplicationState.SUBMITTED, null);
        String text = version.round() == 1 ? "提交申报，第1版材料已固定" : "提交补正，第" + version.round() + "版材料已固定";
        events.add(
                application.caseNumber(),
                "submitted-" + version.round(),
                text,
                new Account(version.submittedBy(), version.submittedByName(), List.of()));
        notifications.tell(
                application.cityGroup(),
                application.caseNumber(),
                "submitted-" + version.round(),
                "“" + application.clusterName() + "”（" + application.caseNumber() + "）已" + text + "，请受理审查（第十二条(二)）。");
        if (!check.missing().isEmpty()) {
            notifications.tell(
                    application.applicantGroup(),
                    application.caseNumber(),
                    "materialsMissing-" + version.round(),
                    "“" + application.clusterName() + "”（" + application.caseNumber() + "）已提交。" + told(check));
        }
    }

    /** What the applicant is to know before submitting; empty where every required material is there. */
    public Optional<String> missingMaterials(long applicationId) {
        return materials
                .of(submissions.latest(applicationId).orElseThrow())
                .filter(check -> !check.missing().isEmpty())
                .map(Filing::told);
    }

    private static String told(MaterialCheck check) {
        return "系统中没有下列必须提供的材料：" + check.missingNames() + "。这不妨碍提交；系统目前不接收佐证文件，请按当年通知的要求另行报送（第十三条），以免受理审查时要求补正。";
    }

    /** The open version of an application that the applicant has in hand. */
    private SubmissionVersion open(Application application) {
        SubmissionVersion version = submissions.latest(application.id()).orElseThrow();
        if (!application.state().withApplicant() || version.frozen()) {
            throw new Refusal("该申报现为“" + application.state().label() + "”，材料已固定，不能修改");
        }
        return version;
    }

    /** The declarations of the latest version, to be offered again. */
    @Transactional(readOnly = true)
    public Declarations declarations(long applicationId) {
        return submissions.declarations(
                submissions.latest(applicationId).orElseThrow().id());
    }

    @Transactional(readOnly = true)
    public SubmissionVersion latest(long applicationId) {
        return submissions.latest(applicationId).orElseThrow();
    }
}

package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.filing.FilingService;
import org.smecluster.law.Outcome;
import org.smecluster.material.UploadJob;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;
import org.smecluster.review.Expert;
import org.smecluster.review.Experts;
import org.smecluster.security.Account;
import org.smecluster.support.ClauseByClause;
import org.smecluster.support.Desks;
import org.smecluster.support.Materials;
import org.smecluster.support.Scored;
import org.smecluster.support.Uploads;
import org.springframework.context.ApplicationContext;

/**
 * Brings an application to any stage, as the people of its units would: each method is a step, done by the person whose
 * step it is. {@code RecognitionWalk.in(context).of("fine-chemicals-pingluo").started().submitted()…}. A batch must be
 * open; {@link #openBatch} opens one where no test of the batch's own process does.
 */
public final class RecognitionWalk {

    public static final LocalDate WINDOW_START = LocalDate.of(2026, 6, 1);
    public static final LocalDate WINDOW_END = LocalDate.of(2026, 6, 30);
    public static final LocalDate RECOMMENDATION_DEADLINE = LocalDate.of(2026, 8, 31);

    public static final Account OFFICER = new Account("officer-1", "丁少华", List.of("province-officer"));

    private final Desks desks;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FilingService filing;
    private final Uploads uploads;
    private final Materials materials;
    private final ClauseByClause clauses;
    private final Applications applications;
    private final Batches batches;
    private final Experts experts;
    private final ApplicationContext context;
    private final OnSiteVerification verification;

    private SampleCluster sample;
    private Account acting;
    private String caseNumber;

    private RecognitionWalk(ApplicationContext context) {
        this.context = context;
        desks = context.getBean(Desks.class);
        runtime = context.getBean(RuntimeService.class);
        tasks = context.getBean(TaskService.class);
        filing = context.getBean(FilingService.class);
        uploads = new Uploads(context);
        materials = new Materials(context);
        clauses = new ClauseByClause(context);
        applications = context.getBean(Applications.class);
        batches = context.getBean(Batches.class);
        experts = context.getBean(Experts.class);
        verification = context.getBean(OnSiteVerification.class);
    }

    public static RecognitionWalk in(ApplicationContext context) {
        return new RecognitionWalk(context);
    }

    /** The sample by its key; its applicant is who applies. */
    public RecognitionWalk of(String sampleKey) {
        sample = SampleClusters.of(2026).stream()
                .filter(one -> one.key().equals(sampleKey))
                .findFirst()
                .orElseThrow();
        return this;
    }

    public RecognitionWalk openBatch() {
        return openBatch(false, false);
    }

    /** Of a notice that asks the cities to verify each application on site. */
    public RecognitionWalk openBatchWithVerification() {
        return openBatch(true, false);
    }

    /** Of a notice that has 第十一条 declared and judged clause by clause. */
    public RecognitionWalk openBatchWithClauses() {
        return openBatch(false, true);
    }

    private RecognitionWalk openBatch(boolean siteVerification, boolean byClause) {
        batches.insert(
                new BatchOpening(
                        2026,
                        "宁工信通〔2026〕88号",
                        WINDOW_START,
                        WINDOW_END,
                        RECOMMENDATION_DEADLINE,
                        5,
                        false,
                        null,
                        siteVerification,
                        byClause),
                "NXJQ-2026-PC-01",
                OFFICER.userId());
        return this;
    }

    /** Four experts: one of the applicant's county, one tied to the sample's first enterprise, and two free ones. */
    public RecognitionWalk experts() {
        String enterprise = sample.workbook().enterprises().get(0).creditCode().value();
        experts.put(new Expert("expert-wang", "王立平", "宁夏大学", null, Set.of()));
        experts.put(new Expert("expert-ma", "马德福", "北方民族大学", null, Set.of()));
        experts.put(new Expert("expert-li", "李桂芳", "当地化工协会", sample.countyCode(), Set.of()));
        experts.put(new Expert("expert-zhang", "张弘毅", "某化工研究院", null, Set.of(enterprise)));
        return this;
    }

    public Account applicant() {
        return new Account(
                sample.applicantGroup().equals("county-640221") ? "pingluo" : "applicant",
                "马建国",
                List.of(sample.applicantGroup()));
    }

    public Account city() {
        String group = application().cityGroup();
        return new Account(group.equals("city-6402") ? "city-shizuishan" : "city", "冯国强", List.of(group));
    }

    public static Account expert(String userId) {
        return new Account(userId, userId, List.of("expert"));
    }

    /** Who does the following steps. */
    public RecognitionWalk as(Account account) {
        acting = account;
        return this;
    }

    public Map<String, Object> startForm() {
        Map<String, Object> form = new HashMap<>();
        form.put("clusterName", sample.getClusterName());
        form.put("leadingIndustry", sample.workbook().basics().leadingIndustry());
        form.put("crossCounty", String.valueOf(sample.crossCounty()));
        if (sample.crossCounty()) {
            form.put("involvedCounties", sample.involvedCounties());
            form.put("countyOutputs", sample.countyOutputs());
        }
        form.put("designatedByCity", sample.designatedByCity());
        if (sample.designatedByCity()) {
            form.put("designationDocument", "石工信发〔2026〕12号");
        }
        return form;
    }

    public RecognitionWalk started() {
        return started(startForm());
    }

    public RecognitionWalk started(Map<String, Object> form) {
        as(applicant());
        caseNumber = desks.as(acting, () -> runtime.startProcessInstanceByKey("clusterRecognition", form))
                .getBusinessKey();
        return this;
    }

    /** Goes on with an application that was begun by other means. */
    RecognitionWalk on(String begun) {
        caseNumber = begun;
        return this;
    }

    public RecognitionWalk uploaded() {
        UploadJob upload = upload();
        assertThat(upload.state()).as("%s", upload.findings()).isEqualTo(UploadJob.State.STORED);
        return this;
    }

    /** Of the sample's workbook, whatever comes of it. */
    UploadJob upload() {
        try {
            return uploads.take(caseNumber, sample.key() + ".xlsx", SampleWorkbooks.workbook(sample), applicant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RecognitionWalk incidentsDeclared() {
        for (SampleCluster.SampleIncident incident : sample.incidents()) {
            filing.addIncident(
                    caseNumber,
                    new Incident(
                            IncidentType.valueOf(incident.type()),
                            incident.level() == null ? null : IncidentLevel.valueOf(incident.level()),
                            incident.occurredOn(),
                            incident.enterpriseCode(),
                            incident.enterpriseName(),
                            incident.source()),
                    applicant());
        }
        return this;
    }

    public Map<String, Object> declarations() {
        Map<String, Object> form = new HashMap<>();
        sample.declarations().forEach((code, declared) -> {
            if (declared.value() != null) {
                form.put(code, declared.value().toString());
            }
            if (declared.explanation() != null) {
                form.put(code + "Explanation", declared.explanation());
            }
        });
        form.put("noIncidents", sample.incidents().isEmpty());
        return form;
    }

    /** What is missing of the materials of 第十三条 is explained by the way, and clauses are declared. */
    public RecognitionWalk declared() {
        materials.explain(caseNumber, applicant());
        clauses.declare(caseNumber, applicant());
        return as(applicant()).complete("task_enterData", declarations());
    }

    /** Runs the asynchronous step that is waiting. */
    public RecognitionWalk jobDone() {
        assertThat(desks.runSteps(caseNumber)).isOne();
        return this;
    }

    /** Workbook, incidents and declarations are in and assessed; the findings lie before the applicant. */
    public RecognitionWalk assessed() {
        return uploaded().incidentsDeclared().declared().jobDone();
    }

    public RecognitionWalk submitted() {
        return assessed().confirmed();
    }

    public RecognitionWalk confirmed() {
        Map<String, Object> form = new HashMap<>();
        form.put("nextStep", "SUBMIT");
        form.put("explanation", "情况说明见随附材料。");
        form.put("truthfulnessCommitted", true);
        return as(applicant()).complete("task_confirmAndSubmit", form);
    }

    /** With the reasons for what is missing. */
    public RecognitionWalk accepted() {
        materials.accept(caseNumber, city());
        return as(city()).complete("task_decideAcceptance", Map.of("acceptance", "ACCEPT", "opinion", "材料齐全"));
    }

    public RecognitionWalk returned(int workingDays) {
        return as(city())
                .complete(
                        "task_decideAcceptance",
                        Map.of("acceptance", "RETURN", "opinion", "请补充发展规划", "correctionWorkingDays", workingDays));
    }

    /** Two people were there today and found what the outcomes say, one for each item of 第十一条. */
    public RecognitionWalk seenOnSite(Outcome... outcomes) {
        verification.saveHead(
                caseNumber, application().submittedOn(), List.of("冯国栋", "石慧"), null, headRevision(), city());
        for (ConditionItem item : ConditionItem.values()) {
            Outcome outcome = outcomes.length == 0 ? Outcome.MET : outcomes[item.ordinal() % outcomes.length];
            verification.saveRow(caseNumber, item, outcome, outcome == Outcome.MET ? null : "抽查了三家企业的台账。", 0, city());
        }
        return this;
    }

    private int headRevision() {
        return verification.find(caseNumber).orElseThrow().revision();
    }

    public RecognitionWalk verified(Outcome... outcomes) {
        return seenOnSite(outcomes).as(city()).complete("task_verifyOnSite", Map.of("summary", "到现场核查，情况属实。"));
    }

    public RecognitionWalk reviewed() {
        clauses.judge(caseNumber, city());
        return as(city())
                .complete(
                        "task_reviewPreliminarily",
                        Map.of(
                                "conclusion", "MEETS",
                                "opinion", "经审查，符合第十一条各项条件。",
                                "softMissJudgement", "申报主体的说明可以认可。"));
    }

    public RecognitionWalk recommended() {
        return as(city())
                .complete(
                        "task_decideRecommendation",
                        Map.of(
                                "recommendation", "RECOMMEND",
                                "documentNumber", "石工信发〔2026〕31号",
                                "documentDate", "2026-06-01",
                                "opinion", "同意推荐"));
    }

    public RecognitionWalk reAssessed() {
        return jobDone();
    }

    public RecognitionWalk planned(List<String> expertIds, boolean inspection) {
        Map<String, Object> form = new HashMap<>();
        form.put("expertReviewOrdered", !expertIds.isEmpty());
        if (!expertIds.isEmpty()) {
            form.put("expertIds", expertIds);
        }
        form.put("siteInspectionOrdered", inspection);
        if (inspection) {
            form.put("siteInspectionReason", "核实产能");
        }
        return as(OFFICER).complete("task_planReReview", form);
    }

    public RecognitionWalk expertAnswered(String expertId, String opinion) {
        return expertAnswered(expertId, 88, "RECOMMEND", opinion);
    }

    /** @param score for each criterion */
    public RecognitionWalk expertAnswered(String expertId, int score, String recommendation, String opinion) {
        as(expert(expertId));
        clauses.judge(caseNumber, acting);
        Scored.all(context, caseNumber, expertId, score);
        return complete(expertTask(expertId), Map.of("recommendation", recommendation, "opinion", opinion));
    }

    public Task expertTask(String expertId) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("task_giveExpertOpinion")
                .taskAssignee(expertId)
                .singleResult();
    }

    public RecognitionWalk inspected() {
        return as(OFFICER)
                .complete(
                        "task_inspectOnSite",
                        Map.of(
                                "inspectedOn", application().submittedOn().toString(),
                                "participants", "丁少华（自治区工业和信息化厅）",
                                "findings", "抽查五家企业，与申报材料一致。",
                                "conclusion", "CONSISTENT"));
    }

    public RecognitionWalk concluded(String conclusion) {
        clauses.judge(caseNumber, OFFICER);
        return as(OFFICER)
                .complete(
                        "task_concludeReReview",
                        Map.of(
                                "conclusion", conclusion,
                                "opinion", "综合评估结果和核查情况作出本结论。",
                                "softMissJudgement", "申报主体的说明可以认可。"));
    }

    /** From nothing to waiting for the batch, without experts or inspection. */
    public RecognitionWalk reReviewed() {
        return started()
                .submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of(), false)
                .concluded("PASS");
    }

    public RecognitionWalk complete(String taskKey, Map<String, Object> form) {
        return complete(task(taskKey), form);
    }

    public RecognitionWalk complete(Task task, Map<String, Object> form) {
        desks.complete(acting, task, form);
        return this;
    }

    public Task task(String taskKey) {
        return desks.task(caseNumber, taskKey);
    }

    /** Definition keys of the open tasks, sorted. */
    public List<String> openTasks() {
        return desks.openTasks(caseNumber);
    }

    public String caseNumber() {
        return caseNumber;
    }

    public Application application() {
        return applications.byCaseNumber(caseNumber).orElseThrow();
    }

    public SampleCluster sample() {
        return sample;
    }

    public String instanceId() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("clusterRecognition")
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
    }
}

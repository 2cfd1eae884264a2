package org.smecluster.scope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.absence.DeputyEntry;
import org.smecluster.absence.DeputyService;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.casework.Casework;
import org.smecluster.casework.NewCase;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.Occasion;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJobs;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.material.WorkbookTemplate;
import org.smecluster.migration.Migration;
import org.smecluster.migration.Migrations;
import org.smecluster.migration.ProcessVersion;
import org.smecluster.migration.RunningCases;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.national.Notice;
import org.smecluster.national.Recommendations;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.Papers;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.KeptAsDraft;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.publicnotice.ObjectionCounter;
import org.smecluster.publicnotice.OnlineObjectionEntry;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.support.EvidenceOnFile;
import org.smecluster.support.Incidents;
import org.smecluster.support.PaperOnFile;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case at every desk: a county fills in, one city examines and one verifies on site, an officer plans, an expert judges, a leader rules on an
 * objection; and a cluster that is recognised. Of two cities and of counties and parks.
 */
final class TriedCases {

    static final String OBJECTOR = "锁玉兰";
    static final String OBJECTORS_CONTACT = "13909590142";
    static final String OBJECTORS_FILE = "举证截图七九.png";

    private static final int MONITORED_YEAR = 2025;

    private final ApplicationContext context;
    private final TaskService tasks;
    private String receipt;
    private String letter;

    TriedCases(ApplicationContext context) {
        this.context = context;
        this.tasks = context.getBean(TaskService.class);
    }

    List<TriedCase> make() {
        BatchWalk earlier = BatchWalk.in(context).opened();
        String recognised = earlier.reReviewed("640205", "惠农镁基新材料");
        String disputed = earlier.reReviewed("640522", "海原高端马铃薯");
        earlier.inNotice(recognised, disputed);
        earlier.objection(disputed);
        handInOnline(earlier.notice());
        earlier.periodEnded().listPublished();
        earlier.complete(
                BatchWalk.OFFICER,
                "task_verifyObjection",
                Map.of("facts", "经核实，情况如下", "toldToApplicant", "异议反映产值不实，已核实"));
        Task ruling = earlier.openTasks("task_ruleObjection").get(0);

        Map<String, Object> next = new HashMap<>(BatchWalk.openingForm());
        next.put("windowStart", "2026-06-01");
        next.put("windowEnd", "2026-06-30");
        next.put("recommendationDeadline", "2026-08-31");
        BatchWalk.in(context).opened(next);
        TestClock.set(LocalDate.of(2026, 6, 2));

        context.getBean(DeputyService.class)
                .enter(
                        new DeputyEntry(
                                "officer-2", "officer-1", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 20), "出差"),
                        new Account("officer-2", "纳玉洁", List.of("province-officer")));

        RecognitionWalk filling = of("cashmere-lingwu").started().uploaded().incidentsDeclared();
        uploadLastYears(filling);
        RecognitionWalk examined = of("goji-zhongning").started().submitted();
        RecognitionWalk planned = of("equipment-dawukou")
                .started()
                .submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed();
        RecognitionWalk judged = of("fine-chemicals-pingluo")
                .experts()
                .started()
                .submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of("expert-ma"), false);
        RecognitionWalk verifying = of("tan-sheep-yanchi").started().submitted();
        context.getBean(JdbcClient.class)
                .sql("update batch set site_verification = true where id = ?")
                .param(verifying.application().batchId())
                .update();
        verifying.accepted();
        issuePaper(judged);
        return List.of(
                tried("已认定", recognised, Set.of(), null, null, null),
                tried("异议待裁定", disputed, Set.of(), ruling, "province-leader", null),
                tried(
                        "填报中",
                        filling,
                        Set.of(),
                        filling.task("task_enterData"),
                        filling.sample().applicantGroup(),
                        null),
                tried("待受理", examined, Set.of(), examined.task("task_decideAcceptance"), "city-6405", null),
                tried("现场核查", verifying, Set.of(), verifying.task("task_verifyOnSite"), "city-6403", null),
                tried("复审安排", planned, Set.of(), planned.task("task_planReReview"), "province-officer", null),
                tried("专家评审", judged, Set.of("expert-ma"), judged.task("task_giveExpertOpinion"), null, "expert-ma"));
    }

    /** By the city, with its sealed copy. */
    private void issuePaper(RecognitionWalk walk) {
        Account city = new Account("city-shizuishan", "冯国强", List.of("city-6402"));
        PaperOnFile papers = new PaperOnFile(context);
        long paper =
                papers.issue(walk.caseNumber(), PaperKind.ACCEPTANCE, "石工信发〔2026〕31号", LocalDate.of(2026, 6, 2), city);
        papers.fileScan(walk.caseNumber(), paper, city);
    }

    /** Objects on the public page, with a file; nobody has entered it yet. */
    private void handInOnline(org.smecluster.publicnotice.Notice notice) {
        int last = notice.items().size() - 1;
        receipt = context.getBean(ObjectionCounter.class)
                .receive(
                        notice.id(),
                        new OnlineObjectionEntry(
                                notice.items().get(last).caseNumber(),
                                OBJECTOR,
                                OBJECTORS_CONTACT,
                                "年产值与公开的统计数据不符，附件为统计公报的截图。",
                                false,
                                ""),
                        List.of(new ObjectionCounter.Sent(
                                OBJECTORS_FILE, new ByteArrayInputStream(EvidenceSamples.picture("png")))),
                        "")
                .number();
        letter = Long.toString(context.getBean(JdbcClient.class)
                .sql("select max(id) from letter_file")
                .query(Long.class)
                .single());
    }

    /** A form that somebody changed and deployed, undecided. */
    private String aDraft() {
        List<LiveFile> live = context.getBean(LiveModels.class).all();
        ModelSource running = live.stream()
                .map(LiveFile::source)
                .filter(file -> file.name().endsWith("guideAdmission.form"))
                .findFirst()
                .orElseThrow();
        byte[] changed = Arrays.copyOf(running.content(), running.content().length + 1);
        changed[running.content().length] = '\n';
        KeptAsDraft kept = (KeptAsDraft) context.getBean(org.smecluster.policy.draft.Submissions.class)
                .submit(
                        "试",
                        new Account("policy", "田思源", List.of("policy-owner")),
                        List.of(new ModelSource("guideAdmission.form", changed)),
                        live);
        return Long.toString(kept.draft().id());
    }

    /** The draft was held against what is on file, and changes the case. */
    private void aWhatIf(long draft, String caseNumber) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("""
                        insert into what_if (draft_id, run, asked_by, asked_by_name, asked_at, state, finished_at, counts)
                        values (?, 1, 'policy', '田思源', now(), 'DONE', now(),
                                '{"cases": {"shown": "FEW"}, "unjudged": {"shown": "FEW"}, "tables": []}')
                        on conflict do nothing
                        """).param(draft).update();
        jdbc.sql("""
                        insert into what_if_line
                        select ?, a.id, s.case_number, true, a.stage_kind <> 'REREVIEW',
                               'MET', false, 'MET', false, 'NOT_MET', false, '[]'
                        from assessment a join submission s on s.id = a.submission_id and s.state = 'FROZEN'
                        where s.case_number = ?
                        on conflict do nothing
                        """).params(draft, caseNumber).update();
    }

    /** What came with the program, as it stands where a person's took its place and was taken back. */
    private void aSheet() {
        try {
            context.getBean(JdbcClient.class)
                    .sql("""
                            insert into test_sheet values
                                ('coreCompetitiveness', 1, ?, true, null, null, null, '系统预置', now())
                            on conflict do nothing
                            """)
                    .param(Files.readString(Path.of("processes", "recognition", "coreCompetitiveness.examples.csv")))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all cases that are open on the version of the applications. */
    private String aMigration() {
        RunningCases running = context.getBean(RunningCases.class);
        ProcessVersion version = running.latest("clusterRecognition").orElseThrow();
        Migrations migrations = context.getBean(Migrations.class);
        Migration added = migrations.add(
                running.plan(version, version, null),
                new Account("policy", "田思源", List.of("policy-owner")),
                context.getBean(Clock.class).instant());
        migrations.include(added.id(), running.instances(version.definitionId()));
        return Long.toString(added.id());
    }

    /** For the national title, of a year of its own. */
    private String aRecommendation() {
        String caseNumber = context.getBean(Casework.class)
                .open(
                        new NewCase(
                                CaseKind.GJ, null, "推荐申报国家级", "province-officer", "province-officer", null, "待提出推荐名单"),
                        null)
                .caseNumber();
        context.getBean(Recommendations.class)
                .insert(
                        caseNumber,
                        Integer.parseInt(caseNumber.substring(caseNumber.length() - 5)),
                        new Notice(null, null, null));
        return caseNumber;
    }

    private RecognitionWalk of(String sample) {
        return RecognitionWalk.in(context).of(sample);
    }

    private TriedCase tried(
            String label, RecognitionWalk walk, Set<String> experts, Task task, String group, String assignee) {
        return tried(label, walk.caseNumber(), experts, task, group, assignee);
    }

    private TriedCase tried(
            String label, String caseNumber, Set<String> experts, Task task, String group, String assignee) {
        Application application =
                context.getBean(Applications.class).byCaseNumber(caseNumber).orElseThrow();
        Unit unit =
                context.getBean(Units.class).find(application.applicantCode()).orElseThrow();
        String secret = "内部批注" + caseNumber.substring(caseNumber.length() - 5);
        Map<String, String> ids = new HashMap<>();
        ids.put("secret", secret);
        ids.put("caseNumber", caseNumber);
        ids.put("applicantGroup", application.applicantGroup());
        ids.put("cityGroup", application.cityGroup());
        ids.put("applicantUser", userOf(application.applicantGroup()));
        ids.put("number", batchNumber(application.batchId()));
        ids.put("userId", "expert-ma");
        ids.put("material", "developmentPlan");
        ids.put("kind", "decision");
        ids.put("scheme", "SIX");
        ids.put("code", "XIN-1");
        ids.put("{kind}:id", "vetoConditions");
        ids.put("notices:id", "1");
        ids.put("receipt", receipt);
        ids.put("letter", letter);
        ids.put("part", "1");
        ids.put("files:file", "1");
        ids.put("files:place", "1");
        ids.put("paper-templates:kind", PaperKind.ACCEPTANCE.name());
        ids.put("versions:version", "1");
        String draft = aDraft();
        ids.put("drafts:id", draft);
        ids.put("decision", "coreCompetitiveness");
        aSheet();
        ids.put("what-ifs:id", draft);
        aWhatIf(Long.parseLong(draft), caseNumber);
        ids.put("emergency:id", draft);
        ids.put("migrations:id", aMigration());
        ids.put("deputies:id", "1");
        ids.put("run", "00000000-0000-0000-0000-000000000001");
        ids.put("incidents:id", "1");
        ids.put("messageId", "00000000-0000-0000-0000-000000000001");
        ids.put("process", "changeFiling");
        ids.put("year", Integer.toString(MONITORED_YEAR));
        ids.put(
                "casework:caseNumber",
                context.getBean(Casework.class)
                        .open(
                                new NewCase(
                                        CaseKind.BG,
                                        null,
                                        application.clusterName(),
                                        application.applicantGroup(),
                                        application.cityGroup(),
                                        null,
                                        "待核对并提交备案"),
                                null)
                        .caseNumber());
        ids.put("national:caseNumber", aRecommendation());
        ids.put("proposals:clusterNumber", "NXJQ-640221-0001");
        context.getBean(ClusterRegistry.class).all().stream()
                .filter(cluster -> cluster.sourceCase().equals(caseNumber))
                .forEach(cluster -> {
                    ids.put("clusterNumber", cluster.clusterNumber());
                    ids.put("entry", Long.toString(anEntry(cluster.clusterNumber())));
                    ids.put("report", aReport(cluster));
                });
        Notifications notifications = context.getBean(Notifications.class);
        notifications.tell(application.applicantGroup(), caseNumber, "matrix", secret);
        notifications.ofCase(caseNumber, "nobody").stream()
                .reduce((first, last) -> last)
                .ifPresent(told -> ids.put("notifications:id", Long.toString(told.id())));
        withEvidence(caseNumber, application.applicantGroup(), ids);
        context.getBean(Submissions.class).latest(caseNumber).ifPresent(version -> ofVersion(version, ids));
        context.getBean(Papers.class).ofCase(caseNumber).forEach(paper -> ids.put("paper", Long.toString(paper.id())));
        if (label.equals("复审安排") || label.equals("专家评审")) {
            ids.put("papers:kind", PaperKind.PRELIMINARY_OPINION.name());
            ids.put("subject", "1");
        }
        if (task != null) {
            ids.put("candidateGroup", group == null ? "expert" : group);
            ofTask(task, secret, ids);
        }
        return new TriedCase(
                label,
                caseNumber,
                application.clusterName(),
                unit.name(),
                application.applicantGroup(),
                application.cityGroup(),
                experts,
                group,
                assignee,
                ids);
    }

    /** A file that was handed in, and one on its way. */
    private void withEvidence(String caseNumber, String group, Map<String, String> ids) {
        EvidenceOnFile evidence = new EvidenceOnFile(context);
        Account sender = new Account(userOf(group), "填报人", List.of(group));
        byte[] picture = EvidenceSamples.picture("png");
        ids.put(
                "evidence:file",
                Long.toString(evidence.lay(caseNumber, Occasion.APPLICATION, "照片.png", FileType.PNG, picture, sender)));
        evidence.handIn(caseNumber);
        ids.put(
                "evidence-uploads:upload",
                Long.toString(evidence.upload(caseNumber, Occasion.APPLICATION, "规划.pdf", 70_000, sender)
                        .id()));
    }

    /** Of a year whose monitoring stands in the tables alone. */
    private String aReport(ClusterRecord cluster) {
        MonitoringYears years = context.getBean(MonitoringYears.class);
        Casework casework = context.getBean(Casework.class);
        if (years.find(MONITORED_YEAR).isEmpty()) {
            NewCase ofTheYear =
                    new NewCase(CaseKind.BS, null, "年度监测", "province-officer", "province-officer", null, "报送中");
            years.insert(
                    MONITORED_YEAR,
                    casework.open(ofTheYear, null).caseNumber(),
                    LocalDate.of(MONITORED_YEAR + 1, 3, 30));
        }
        String caseNumber = casework.open(NewCase.about(CaseKind.BS, cluster, null, "待报送"), null)
                .caseNumber();
        context.getBean(AnnualReports.class)
                .insert(AnnualReport.due(
                        caseNumber,
                        MONITORED_YEAR,
                        cluster.clusterNumber(),
                        cluster.name(),
                        cluster.applicantGroup(),
                        "city-" + cluster.cityCode()));
        return caseNumber;
    }

    /** In the register of incidents, without consequence. */
    private long anEntry(String clusterNumber) {
        return Incidents.entered(
                        context.getBean(IncidentRegister.class),
                        clusterNumber,
                        IncidentType.SAFETY,
                        IncidentLevel.GENERAL,
                        LocalDate.of(2026, 5, 30))
                .id();
    }

    /** A template of the wrong year, which is given back with its mark. */
    private void uploadLastYears(RecognitionWalk walk) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            WorkbookTemplate.write(walk.sample().getApplicationYear() - 1, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String group = walk.sample().applicantGroup();
        context.getBean(WorkbookFiling.class)
                .receive(
                        walk.caseNumber(),
                        "去年的表.xlsx",
                        new ByteArrayInputStream(file.toByteArray()),
                        file.size(),
                        new Account(userOf(group), "填报人", List.of(group)));
        context.getBean(WorkbookChecking.class).checkNext();
    }

    private void ofVersion(SubmissionVersion version, Map<String, String> ids) {
        context.getBean(UploadJobs.class)
                .ofSubmission(version.id())
                .filter(UploadJob::annotatable)
                .ifPresent(upload -> ids.put("upload", Long.toString(upload.id())));
        if (version.frozen()) {
            ids.put("frozenVersion", Long.toString(version.id()));
        }
    }

    private void ofTask(Task task, String secret, Map<String, String> ids) {
        String instance = task.getProcessInstanceId();
        RuntimeService runtime = context.getBean(RuntimeService.class);
        ProcessInstance running =
                runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
        ids.put("taskId", task.getId());
        ids.put("variable", running.getProcessDefinitionId().startsWith("publicNotice") ? "noticeId" : "caseNumber");
        ids.put("instanceId", instance);
        ids.put("instances:id", instance);
        ids.put("definitionId", running.getProcessDefinitionId());
        ids.put(
                "deploymentId",
                context.getBean(org.camunda.bpm.engine.RepositoryService.class)
                        .getProcessDefinition(running.getProcessDefinitionId())
                        .getDeploymentId());
        ids.put("commentId", tasks.createComment(task.getId(), instance, secret).getId());
        ids.put(
                "attachmentId",
                tasks.createAttachment(
                                "text/plain",
                                task.getId(),
                                instance,
                                secret,
                                secret,
                                new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8)))
                        .getId());
        ids.put(
                "engineIncidentId",
                runtime.createIncident("matrix", task.getExecutionId(), null, secret)
                        .getId());
        Optional.ofNullable(context.getBean(HistoryService.class)
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("clusterName")
                        .singleResult())
                .map(HistoricVariableInstance::getId)
                .ifPresent(id -> ids.put("variableId", id));
        context.getBean(ManagementService.class).createJobQuery().processInstanceId(instance).list().stream()
                .map(Job::getId)
                .findFirst()
                .ifPresent(id -> {
                    ids.put("jobId", id);
                    ids.put("timers:id", id);
                });
    }

    private String batchNumber(long batchId) {
        return context.getBean(JdbcClient.class)
                .sql("select batch_number from batch where id = :id")
                .param("id", batchId)
                .query(String.class)
                .single();
    }

    private static String userOf(String group) {
        return Person.ALL.stream()
                .filter(person -> group.equals(person.group()))
                .map(Person::userId)
                .findFirst()
                .orElse("lingwu");
    }
}

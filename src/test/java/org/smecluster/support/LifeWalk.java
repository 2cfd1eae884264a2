package org.smecluster.support;

import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.registry.ClusterRegistry;
import org.springframework.context.ApplicationContext;

/** The life of a cluster of 平罗县, in stages: each leaves the clock on the day of its last step. */
public final class LifeWalk {

    public static final String EXPERT_OPINION = "产业链完整，同意推荐。";
    public static final String CONCLUSION = "综合评估结果和核查情况作出本结论。";
    public static final String OBJECTION = "产值数据不实";
    public static final LocalDate CHANGED_ON = LocalDate.of(2027, 1, 10);
    public static final LocalDate FILED_ON = LocalDate.of(2027, 4, 20);
    public static final LocalDate REVOKED_ON = LocalDate.of(2027, 6, 1);

    private final ApplicationContext context;
    private final Desks desks;
    private RecognitionWalk recognition;
    private BatchWalk batch;
    private ProcessInstance revocation;

    public LifeWalk(ApplicationContext context) {
        this.context = context;
        this.desks = context.getBean(Desks.class);
    }

    /** Submitted, judged by an expert and on site, the region's conclusion given: the case waits for its batch. */
    public LifeWalk underDeliberation() {
        Map<String, Object> opening = BatchWalk.openingForm();
        opening.put("windowStart", RecognitionWalk.WINDOW_START.toString());
        opening.put("windowEnd", RecognitionWalk.WINDOW_END.toString());
        opening.put("recommendationDeadline", RecognitionWalk.RECOMMENDATION_DEADLINE.toString());
        batch = BatchWalk.in(context).opened(opening);
        TestClock.set(LocalDate.of(2026, 6, 2));
        recognition = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .experts()
                .started();
        on(6, 15);
        recognition.submitted();
        on(6, 18);
        recognition.accepted();
        on(6, 24);
        recognition.reviewed();
        on(6, 29);
        recognition.recommended();
        recognition.reAssessed();
        on(7, 3);
        recognition.planned(List.of("expert-ma"), true);
        on(7, 9);
        recognition.expertAnswered("expert-ma", EXPERT_OPINION);
        on(7, 14);
        recognition.inspected();
        on(7, 20);
        recognition.concluded("PASS");
        return this;
    }

    private static void on(int month, int day) {
        TestClock.set(LocalDate.of(2026, month, day));
    }

    /** Published, objected to in vain, recognised. @return the cluster's number */
    public String recognised() {
        underDeliberation();
        batch.closedForRecommendations()
                .compared()
                .decided(recognition.caseNumber(), true, null)
                .selectionCompleted()
                .noticePublished();
        long objection = batch.objection(recognition.caseNumber());
        batch.periodEnded().ruled(objection, "DISMISSED").listPublished();
        desks.runDue();
        return context.getBean(ClusterRegistry.class).all().get(0).clusterNumber();
    }

    public String recognitionCase() {
        return recognition.caseNumber();
    }

    /** A change of the leading industry of 10 January 2027, filed on 20 April 2027, and so a cause of revocation. */
    public void changeFiledLate(String cluster) {
        TestClock.set(FILED_ON);
        ProcessInstance instance = desks.start(
                PINGLUO,
                "changeFiling",
                "clusterNumber",
                cluster,
                "changeKind",
                "LEADING_INDUSTRY",
                "changedOn",
                CHANGED_ON.toString(),
                "newValue",
                "新材料",
                "description",
                "产业升级");
        desks.complete(
                PINGLUO,
                instance,
                "task_confirmFiling",
                "filingStep",
                "SUBMIT",
                "newValue",
                "新材料",
                "explanation",
                "交接期间未及时备案");
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "情况属实");
        desks.complete(OFFICER, instance, "task_registerChange", "registration", "REGISTER", "opinion", "同意备案");
        desks.runDue();
    }

    /** The facts of the revocation that the late filing led to. */
    public void factsEstablished() {
        revocation = context.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processDefinitionKey("revocation")
                .singleResult();
        desks.complete(
                OFFICER,
                revocation,
                "task_establishFacts",
                "changeUnfiled",
                "true",
                "findings",
                "变动发生三个月后才备案",
                "evidence",
                "备案案卷");
        CaseWalk.noticeServed(desks, revocation);
        desks.runDue();
    }

    public void revoked() {
        factsEstablished();
        desks.complete(PINGLUO, revocation, "task_stateDefence", "defence", "STATED", "statement", "今后按期备案");
        TestClock.set(REVOKED_ON);
        CaseWalk.revocationDecided(desks, revocation);
        desks.runDue();
    }
}

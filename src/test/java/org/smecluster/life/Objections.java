package org.smecluster.life;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.casework.Cases;
import org.smecluster.engine.FormRejected;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Objection;
import org.smecluster.life.Script.ObjectionKind;
import org.smecluster.life.Script.Plan;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.ObjectionEntry;
import org.smecluster.registry.CaseKind;
import org.smecluster.support.Desks;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The objections that are entered after the period in which they were received. */
final class Objections implements Driver.Procedure {

    private static final String OBJECTOR = "王异议";
    private static final String CONTACT = "0951-1111111";
    private static final String GROUNDS = "主导产业产值与实际不符";

    private final Script script;
    private final Function<Waiting, Plan> planOf;
    private final Desks desks;
    private final JdbcClient database;
    private final Cases cases;
    private final NoticeService notices;
    private final Clusters clusters;

    Objections(ApplicationContext context, Script script, Function<Waiting, Plan> planOf) {
        this.script = script;
        this.planOf = planOf;
        this.desks = context.getBean(Desks.class);
        this.database = context.getBean(JdbcClient.class);
        this.cases = context.getBean(Cases.class);
        this.notices = context.getBean(NoticeService.class);
        this.clusters = new Clusters(context);
    }

    @Override
    public List<LocalDate> days(Script ignored) {
        return script.plans().stream()
                .map(Plan::objection)
                .filter(Objects::nonNull)
                .map(Objection::enteredOn)
                .toList();
    }

    @Override
    public boolean begin(LocalDate today) {
        boolean acted = false;
        for (Plan plan : script.plans()) {
            if (plan.objection() != null && today.equals(plan.objection().enteredOn())) {
                acted |= plan.objection().beforePublication() ? enter(plan) : open(plan);
            }
        }
        return acted;
    }

    private boolean enter(Plan plan) {
        String application = database.sql("select case_number from application_case where cluster_name = :name")
                .param("name", plan.name())
                .query(String.class)
                .single();
        long notice = notices.ofCases(List.of(application)).get(0).id();
        if (notices.objections(notice).stream()
                .anyMatch(each -> each.caseNumber().equals(application))) {
            return false;
        }
        notices.registerObjection(
                notice,
                new ObjectionEntry(
                        application,
                        OBJECTOR,
                        CONTACT,
                        GROUNDS,
                        plan.objection().receivedOn(),
                        plan.objection().receiptNumber(),
                        null),
                Driver.officer().account());
        return true;
    }

    private boolean open(Plan plan) {
        String cluster =
                clusters.inForce(plan).map(found -> found.clusterNumber()).orElse(null);
        if (cluster == null || cases.ofCluster(cluster).stream().anyMatch(each -> each.kind() == CaseKind.YY)) {
            return false;
        }
        desks.start(
                Driver.officer(),
                "lateObjection",
                "clusterNumber",
                cluster,
                "objectorName",
                OBJECTOR,
                "contact",
                CONTACT,
                "receivedOn",
                plan.objection().receivedOn().toString(),
                "receiptNumber",
                plan.objection().receiptNumber(),
                "grounds",
                GROUNDS);
        return true;
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of(
                "task_verifyObjection", this::verify,
                "task_ruleObjection", this::rule,
                "task_verifyLateObjection", this::verify,
                "task_decideLateObjection", this::decide);
    }

    private Optional<LocalDate> verify(Waiting task) {
        return done(Driver.officer(), task, Map.of("facts", "调阅统计台账核实", "toldToApplicant", "有异议反映产值，已核实"));
    }

    private Optional<LocalDate> rule(Waiting task) {
        Objection objection = beingRuledOn(task).objection();
        return TestClock.today().isBefore(objection.decidedOn())
                ? Optional.of(objection.decidedOn())
                : done(Driver.leader(), task, Map.of("ruling", objection.kind().name(), "rulingReason", "按核实的情况裁定"));
    }

    /** Of a notice one objection at a time waits for its ruling. */
    private Plan beingRuledOn(Waiting task) {
        String name = database.sql("""
                        select c.cluster_name from objection o join notice n on n.id = o.notice_id
                        join case_record c using (case_number) where n.subject = :subject and o.ruling is null
                        """)
                .param("subject", task.caseNumber())
                .query(String.class)
                .single();
        return script.plans().stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<LocalDate> decide(Waiting task) {
        Objection objection = planOf.apply(task).objection();
        LocalDate today = TestClock.today();
        if (today.isBefore(objection.decidedOn())) {
            return Optional.of(objection.decidedOn());
        }
        Map<String, Object> upheld = Map.of("lateObjectionOutcome", "UPHOLD", "reason", "经核实不影响认定");
        if (objection.kind() == ObjectionKind.KEPT) {
            return done(Driver.leader(), task, upheld);
        }
        Map<String, Object> form = new HashMap<>();
        form.put("reason", "经核实属实");
        if (objection.kind() == ObjectionKind.CORRECTED) {
            form.put("lateObjectionOutcome", "CORRECT");
            form.put("correctedFact", objection.fact());
            form.put("correctedValue", Objection.CORRECTED);
            form.put("documentNumber", "宁工信企发〔" + today.getYear() + "〕70号");
            form.put("documentDate", today.toString());
            return done(Driver.leader(), task, form);
        }
        form.put("lateObjectionOutcome", "HAND_OVER");
        form.put("revocationFact", "FALSE_APPLICATION_FOUND");
        try {
            return done(Driver.leader(), task, form);
        } catch (FormRejected noLongerInForce) {
            return done(Driver.leader(), task, upheld);
        }
    }

    private Optional<LocalDate> done(Desks.Clerk clerk, Waiting task, Map<String, Object> form) {
        desks.complete(clerk, task.taskId(), form);
        return Optional.empty();
    }
}

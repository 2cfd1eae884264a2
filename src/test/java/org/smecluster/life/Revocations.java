package org.smecluster.life;

import static org.smecluster.support.Desks.OTHER_OFFICER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.casework.Cases;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Judgement;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Verdict;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.support.Desks;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases of revocation: those that officers open, and what becomes of all of them. */
final class Revocations implements Driver.Procedure {

    private static final Map<String, String> FIELDS = Map.of(
            "FALSE_APPLICATION_FOUND",
            "falseApplicationFound",
            "REPORT_OVERDUE",
            "reportOverdue",
            "SUPERVISION_REFUSED",
            "supervisionRefused",
            "CHANGE_UNFILED",
            "changeUnfiled",
            "MAJOR_INCIDENT",
            "vetoed");

    private final Script script;
    private final Function<Waiting, Plan> planOf;
    private final Desks desks;
    private final JdbcClient database;
    private final Cases cases;
    private final Clusters clusters;

    Revocations(ApplicationContext context, Script script, Function<Waiting, Plan> planOf) {
        this.script = script;
        this.planOf = planOf;
        this.desks = context.getBean(Desks.class);
        this.database = context.getBean(JdbcClient.class);
        this.cases = context.getBean(Cases.class);
        this.clusters = new Clusters(context);
    }

    @Override
    public List<LocalDate> days(Script ignored) {
        return script.plans().stream()
                .map(Plan::refusedOn)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public boolean begin(LocalDate today) {
        boolean acted = false;
        for (Plan plan : script.plans()) {
            if (today.equals(plan.refusedOn())) {
                Optional<ClusterRecord> cluster = clusters.revocable(plan);
                if (cluster.isPresent() && mayOpen(cluster.get().clusterNumber(), today)) {
                    open(cluster.get().clusterNumber(), today);
                    acted = true;
                }
            }
        }
        return acted;
    }

    private boolean mayOpen(String cluster, LocalDate today) {
        boolean openedToday = database.sql("""
                        select count(*) from revocation_cause
                        where cluster_number = :cluster and fact = 'SUPERVISION_REFUSED' and occurred_on = :today
                        """)
                        .param("cluster", cluster)
                        .param("today", today)
                        .query(Integer.class)
                        .single()
                > 0;
        return !openedToday && cases.open(CaseKind.CX, cluster).isEmpty();
    }

    private void open(String cluster, LocalDate today) {
        desks.start(
                Driver.officer(),
                "revocation",
                "clusterNumber",
                cluster,
                "facts",
                List.of("SUPERVISION_REFUSED"),
                "evidence",
                "拒绝现场核查",
                "occurredOn",
                today.toString());
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of(
                "task_establishFacts",
                this::establish,
                "task_serveNotice",
                task -> done(
                        Driver.officer(),
                        task,
                        Map.of(
                                "noticeNumber",
                                "宁工信告〔" + TestClock.today().getYear() + "〕90号",
                                "method",
                                "DIRECT",
                                "servedOn",
                                TestClock.today().toString(),
                                "recipient",
                                "申报主体办公室",
                                "receipt",
                                "送达回证存案卷")),
                "task_stateDefence",
                this::defend,
                "task_checkLegality",
                task -> done(OTHER_OFFICER, task, Map.of("legality", "PASSED", "opinion", "事实清楚，程序合法")),
                "task_decideRevocation",
                this::decide,
                "task_reportCorrection",
                task -> judgement(task).silent()
                        ? Optional.of(LocalDate.MAX)
                        : done(Driver.unit(planOf.apply(task)), task, Map.of("report", "已整改到位")));
    }

    /** The judgement of the case, by its place among the cluster's cases. */
    private Judgement judgement(Waiting task) {
        int place = database.sql("""
                        select count(*) from case_record a join case_record b on a.cluster_number = b.cluster_number
                        where b.case_number = :no and a.kind = 'CX'
                          and (a.opened_at, a.case_number) < (b.opened_at, b.case_number)
                        """)
                .param("no", task.caseNumber())
                .query(Integer.class)
                .single();
        return planOf.apply(task).judgements().get(place);
    }

    /** How often the facts of the case were established. */
    private int rounds(Waiting task) {
        return database.sql("select count(*) from case_entry where case_number = :no and key like 'facts-%'")
                .param("no", task.caseNumber())
                .query(Integer.class)
                .single();
    }

    private boolean causeSinceTheFacts(Waiting task) {
        return database.sql("""
                        select count(*) from case_entry
                        where case_number = :no and key like 'cause:%'
                          and id > (select max(id) from case_entry where case_number = :no and key like 'facts-%')
                        """)
                        .param("no", task.caseNumber())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Optional<LocalDate> establish(Waiting task) {
        Verdict verdict = judgement(task).verdict();
        boolean true_ = rounds(task) == 0 ? verdict != Verdict.GROUNDLESS : verdict != Verdict.CORRECTED;
        Map<String, Object> form = new HashMap<>(Map.of("findings", "查证经过和结论", "evidence", "书面材料"));
        List<String> facts = database.sql("select distinct fact from revocation_cause where case_number = :no")
                .param("no", task.caseNumber())
                .query(String.class)
                .list();
        for (String fact : facts) {
            if (fact.equals("STANDARDS_NOT_MET")) {
                form.put("overall", true_ ? "NOT_MET" : "MET");
            } else {
                form.put(FIELDS.get(fact), String.valueOf(true_));
            }
        }
        return done(Driver.officer(), task, form);
    }

    private Optional<LocalDate> defend(Waiting task) {
        return judgement(task).silent()
                ? Optional.of(LocalDate.MAX)
                : done(Driver.unit(planOf.apply(task)), task, Map.of("defence", "STATED", "statement", "事出有因，请予考虑"));
    }

    private Optional<LocalDate> decide(Waiting task) {
        LocalDate today = TestClock.today();
        int round = rounds(task);
        LocalDate day = database.sql("""
                        select entered_at::date from case_entry where case_number = :no and key = :key
                        """)
                .param("no", task.caseNumber())
                .param("key", "facts-" + round)
                .query(LocalDate.class)
                .single()
                .plusDays(Script.DAYS_TO_DECIDE);
        if (today.isBefore(day)) {
            return Optional.of(day);
        }
        Plan plan = planOf.apply(task);
        boolean revocable = clusters.revocable(plan).isPresent();
        Verdict verdict = judgement(task).verdict();
        boolean correct = round == 1 && (verdict == Verdict.CORRECTED || verdict == Verdict.CORRECTED_IN_VAIN);
        if (correct) {
            return done(
                    Driver.leader(),
                    task,
                    Map.of(
                            "decision",
                            "CORRECT",
                            "reason",
                            "情节较轻",
                            "correctBy",
                            today.plusDays(Script.DAYS_TO_CORRECT).toString()));
        }
        if (verdict == Verdict.NOT_REVOKED && revocable && causeSinceTheFacts(task)) {
            return done(Driver.leader(), task, Map.of("decision", "RETURN", "reason", "查实以后又有新线索"));
        }
        if (verdict == Verdict.NOT_REVOKED || !revocable) {
            return done(
                    Driver.leader(),
                    task,
                    Map.of(
                            "decision",
                            "NOT_REVOKE",
                            "reason",
                            "不足以撤销",
                            "notRevokedReason",
                            revocable ? "CORRECTED" : "RECOGNITION_ENDED",
                            "notRevokedBasis",
                            "《中华人民共和国行政处罚法》第三十三条"));
        }
        return done(
                Driver.leader(),
                task,
                Map.of(
                        "decision",
                        "REVOKE",
                        "revocationConfirmed",
                        true,
                        "reason",
                        "情节严重",
                        "documentNumber",
                        "宁工信企发〔" + today.getYear() + "〕90号",
                        "documentDate",
                        today.toString()));
    }

    private Optional<LocalDate> done(Desks.Clerk clerk, Waiting task, Map<String, Object> form) {
        desks.complete(clerk, task.taskId(), form);
        return Optional.empty();
    }
}

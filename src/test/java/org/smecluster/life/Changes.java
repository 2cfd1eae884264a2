package org.smecluster.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Change;
import org.smecluster.life.Script.ChangeKind;
import org.smecluster.life.Script.Plan;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.support.Desks;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The filings of changes. */
final class Changes implements Driver.Procedure {

    private final Script script;
    private final Function<Waiting, Plan> planOf;
    private final Desks desks;
    private final JdbcClient database;
    private final Clusters clusters;

    Changes(ApplicationContext context, Script script, Function<Waiting, Plan> planOf) {
        this.script = script;
        this.planOf = planOf;
        this.desks = context.getBean(Desks.class);
        this.database = context.getBean(JdbcClient.class);
        this.clusters = new Clusters(context);
    }

    @Override
    public List<LocalDate> days(Script ignored) {
        return script.plans().stream()
                .flatMap(plan -> plan.changes().stream())
                .map(Change::filedOn)
                .toList();
    }

    @Override
    public boolean begin(LocalDate today) {
        boolean acted = false;
        for (Plan plan : script.plans()) {
            for (Change change : plan.changes()) {
                if (change.filedOn().equals(today)) {
                    acted |= file(plan, change);
                }
            }
        }
        return acted;
    }

    private boolean file(Plan plan, Change change) {
        Optional<ClusterRecord> cluster = clusters.lasting(plan);
        if (cluster.isEmpty() || filed(cluster.get().clusterNumber(), change)) {
            return false;
        }
        desks.start(
                change.kind() == ChangeKind.DISCOVERED ? Driver.officer() : Driver.unit(plan),
                "changeFiling",
                "clusterNumber",
                cluster.get().clusterNumber(),
                "changeKind",
                change.fact(),
                "affectsConditions",
                change.fact().equals("OTHER") ? "false" : null,
                "changedOn",
                change.changedOn().toString(),
                "newValue",
                change.value(),
                "description",
                "产业升级");
        return true;
    }

    private boolean filed(String clusterNumber, Change change) {
        return database.sql("""
                        select count(*) from change_filing f join case_record c using (case_number)
                        where c.cluster_number = :cluster and f.kind = :kind and f.changed_on = :changedOn
                        """)
                        .param("cluster", clusterNumber)
                        .param("kind", change.fact())
                        .param("changedOn", change.changedOn())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of(
                "task_confirmFiling",
                this::confirm,
                "task_forwardFiling",
                task -> done(Driver.city(planOf.apply(task)), task, Map.of("forwarding", "FORWARD", "opinion", "情况属实")),
                "task_registerChange",
                task -> done(Driver.officer(), task, Map.of("registration", "REGISTER", "opinion", "同意备案")));
    }

    private Optional<LocalDate> confirm(Waiting task) {
        Plan plan = planOf.apply(task);
        Map<String, Object> filing = database.sql(
                        "select kind, changed_on, new_value from change_filing where case_number = :no")
                .param("no", task.caseNumber())
                .query()
                .singleRow();
        boolean withdrawn = plan.changes().stream()
                .anyMatch(change -> change.kind() == ChangeKind.WITHDRAWN
                        && change.fact().equals(filing.get("kind"))
                        && change.changedOn().toString().equals(String.valueOf(filing.get("changed_on"))));
        return done(
                Driver.unit(plan),
                task,
                withdrawn
                        ? Map.of("filingStep", "WITHDRAW", "explanation", "误报")
                        : Map.of("filingStep", "SUBMIT", "newValue", filing.get("new_value"), "explanation", "已变更"));
    }

    private Optional<LocalDate> done(Desks.Clerk clerk, Waiting task, Map<String, Object> form) {
        desks.complete(clerk, task.taskId(), form);
        return Optional.empty();
    }
}

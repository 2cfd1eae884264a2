package org.smecluster.life;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.assessment.Declarations;
import org.smecluster.filing.FilingProcedure;
import org.smecluster.filing.Submissions;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Report;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.UploadJob;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.smecluster.support.Materials;
import org.smecluster.support.TestClock;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data of applications, reviews and yearly reports: entered, assessed, submitted. */
final class Filings implements Driver.Procedure {

    private final Function<Waiting, Plan> planOf;
    private final Desks desks;
    private final JdbcClient database;
    private final ObjectProvider<FilingProcedure> procedures;
    private final Uploads uploads;
    private final Materials materials;
    private final Submissions submissions;
    private final ClusterWorkbooks workbooks;
    private final ClusterRegistry registry;
    private final Clusters clusters;
    private final PlannedWorkbooks planned = new PlannedWorkbooks();
    private final Map<String, Object> declarations = declarations();

    Filings(ApplicationContext context, Function<Waiting, Plan> planOf) {
        this.planOf = planOf;
        this.desks = context.getBean(Desks.class);
        this.database = context.getBean(JdbcClient.class);
        this.procedures = context.getBeanProvider(FilingProcedure.class);
        this.uploads = new Uploads(context);
        this.materials = new Materials(context);
        this.submissions = context.getBean(Submissions.class);
        this.workbooks = context.getBean(ClusterWorkbooks.class);
        this.registry = context.getBean(ClusterRegistry.class);
        this.clusters = new Clusters(context);
    }

    private static Map<String, Object> declarations() {
        Map<String, Object> form = new HashMap<>();
        for (String code : Declarations.codes()) {
            form.put(code, String.valueOf(!code.startsWith("high")));
        }
        form.put("noIncidents", true);
        return form;
    }

    @Override
    public List<LocalDate> days(Script script) {
        return List.of();
    }

    @Override
    public boolean begin(LocalDate today) {
        return false;
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of("task_enterData", this::enterData, "task_confirmAndSubmit", this::submit);
    }

    private Optional<LocalDate> enterData(Waiting task) {
        Plan plan = planOf.apply(task);
        boolean meets = true;
        switch (task.caseNumber().substring(10, 12)) {
            case "BS" -> {
                Report report = Reports.planned(database, plan, task.caseNumber());
                if (report.on() == null || TestClock.today().isBefore(report.on())) {
                    return Optional.of(report.on() == null ? LocalDate.MAX : report.on());
                }
                meets = report.meets();
            }
            case "FH" -> {
                String cluster = clusters.find(plan).orElseThrow().clusterNumber();
                int terms = registry.life(cluster).orElseThrow().terms().size();
                meets = plan.reviews().get(terms - 1).meets();
            }
            default -> {}
        }
        long version = submissions.latest(task.caseNumber()).orElseThrow().id();
        if (workbooks.summary(version).isEmpty()) {
            upload(task, plan, meets);
        }
        if (task.caseNumber().contains("-RD-")) {
            materials.explain(task.caseNumber(), Driver.unit(plan).account());
        }
        desks.complete(Driver.unit(plan), task.taskId(), declarations);
        return Optional.empty();
    }

    private void upload(Waiting task, Plan plan, boolean meets) {
        Desks.Clerk unit = Driver.unit(plan);
        UploadJob upload = uploads.take(
                task.caseNumber(),
                plan.number() + ".xlsx",
                planned.of(plan, applicationYear(task.caseNumber()), meets),
                new Account(unit.user(), unit.user(), List.of(unit.group())));
        if (upload.state() != UploadJob.State.STORED) {
            throw new IllegalStateException("workbook of " + plan.name() + ": " + upload);
        }
    }

    private int applicationYear(String caseNumber) {
        return procedures.stream()
                .flatMap(procedure -> procedure.find(caseNumber).stream())
                .findFirst()
                .orElseThrow()
                .applicationYear();
    }

    private Optional<LocalDate> submit(Waiting task) {
        desks.complete(
                Driver.unit(planOf.apply(task)),
                task.taskId(),
                Map.of("nextStep", "SUBMIT", "explanation", "情况说明见随附材料。", "truthfulnessCommitted", true));
        return Optional.empty();
    }
}

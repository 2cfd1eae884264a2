package org.smecluster.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.engine.FormRejected;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Round;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.Selections;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The annual batches, with an application of every plan. Who would publish a list too early and is refused waits. */
final class Recognitions implements Driver.Procedure {

    private final Script script;
    private final Desks desks;
    private final JdbcClient database;
    private final Batches batches;
    private final Selections selections;
    private final CityReviews city;

    Recognitions(ApplicationContext context, Script script, Function<Waiting, Plan> planOf) {
        this.script = script;
        this.desks = context.getBean(Desks.class);
        this.database = context.getBean(JdbcClient.class);
        this.batches = context.getBean(Batches.class);
        this.selections = context.getBean(Selections.class);
        this.city = new CityReviews(context, planOf);
    }

    @Override
    public List<LocalDate> days(Script ignored) {
        List<LocalDate> days = new ArrayList<>();
        for (Round round : Round.values()) {
            days.add(round.opened);
            days.add(round.appliedOn());
            days.add(round.published);
        }
        return days;
    }

    @Override
    public boolean begin(LocalDate today) {
        boolean acted = false;
        for (Round round : Round.values()) {
            if (today.equals(round.opened) && batches.acceptingOn(today).isEmpty()) {
                desks.start(
                        Driver.officer(),
                        "recognitionBatch",
                        "year",
                        round.year(),
                        "noticeNumber",
                        Driver.document(round, 12),
                        "windowStart",
                        round.opened.toString(),
                        "windowEnd",
                        round.windowEnd().toString(),
                        "recommendationDeadline",
                        round.recommendationsUntil.toString(),
                        "publicityDays",
                        5,
                        "siteVerification",
                        round.verifiedOnSite);
                acted = true;
            }
            if (today.equals(round.appliedOn())) {
                acted |= apply(round);
            }
        }
        return acted;
    }

    private boolean apply(Round round) {
        Set<String> there = new HashSet<>(database.sql("select cluster_name from application_case")
                .query(String.class)
                .list());
        List<Plan> missing = script.plans().stream()
                .filter(plan -> plan.round() == round && !there.contains(plan.name()))
                .toList();
        for (Plan plan : missing) {
            desks.start(
                    Driver.unit(plan),
                    "clusterRecognition",
                    "clusterName",
                    plan.name(),
                    "leadingIndustry",
                    plan.industry(),
                    "crossCounty",
                    "false",
                    "designatedByCity",
                    false);
        }
        return !missing.isEmpty();
    }

    @Override
    public Map<String, Desk> desks() {
        Map<String, Desk> byTask = new HashMap<>(city.desks());
        byTask.put(
                "task_planReReview",
                task -> done(
                        Driver.officer(), task, Map.of("expertReviewOrdered", false, "siteInspectionOrdered", false)));
        byTask.put(
                "task_concludeReReview",
                task -> done(
                        Driver.officer(),
                        task,
                        Map.of("conclusion", "PASS", "opinion", "综合评估结果和核查情况作出本结论。", "softMissJudgement", "无")));
        byTask.put(
                "task_compareApplications",
                task -> done(Driver.officer(), task, Map.of("comparisonSummary", "各申报情况如下")));
        byTask.put("task_selectClusters", this::select);
        byTask.put("task_publishList", this::publish);
        return byTask;
    }

    private Optional<LocalDate> done(Desks.Clerk clerk, Waiting task, Map<String, Object> form) {
        desks.complete(clerk, task.taskId(), form);
        return Optional.empty();
    }

    private Optional<LocalDate> select(Waiting task) {
        Batch batch = batches.byNumber(task.caseNumber()).orElseThrow();
        Set<String> decided = new HashSet<>(database.sql("select case_number from selection where batch_id = :id")
                .param("id", batch.id())
                .query(String.class)
                .list());
        Map<String, Plan> byName = script.plans().stream().collect(Collectors.toMap(Plan::name, plan -> plan));
        Account leader = new Account(
                Driver.leader().user(),
                Driver.leader().user(),
                List.of(Driver.leader().group()));
        database
                .sql("""
                        select case_number, cluster_name from application_case
                        where batch_id = :id and state <> 'NOT_RECOMMENDED' order by 1
                        """)
                .param("id", batch.id())
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(each -> !decided.contains(each.getKey()))
                .forEach(each -> {
                    boolean selected = byName.get(each.getValue()).selected();
                    selections.decide(batch.id(), each.getKey(), selected, selected ? null : "名额有限", leader);
                });
        return done(Driver.leader(), task, Map.of("selectionNote", "综合比较", "selectionConfirmed", true));
    }

    private Optional<LocalDate> publish(Waiting task) {
        Round round = List.of(Round.values()).stream()
                .filter(each -> task.caseNumber().startsWith("NXJQ-" + each.year() + "-PC-"))
                .findFirst()
                .orElseThrow();
        LocalDate today = TestClock.today();
        if (today.isBefore(round.triedOn())) {
            return Optional.of(round.triedOn());
        }
        Map<String, Object> form = Map.of(
                "documentNumber",
                Driver.document(round, 30),
                "documentDate",
                today.toString(),
                "objectionsEntered",
                true,
                "publicationConfirmed",
                true);
        try {
            return done(Driver.officer(), task, form);
        } catch (FormRejected disputed) {
            if (!today.isBefore(round.published)) {
                throw disputed;
            }
            return Optional.of(round.published);
        }
    }
}

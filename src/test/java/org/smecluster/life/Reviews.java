package org.smecluster.life;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.engine.FormRejected;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Review;
import org.smecluster.life.Script.ReviewKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.renewal.RenewalService;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reviews of the terms. Who would pass a cluster and is refused says no. */
final class Reviews implements Driver.Procedure {

    private final Script script;
    private final Function<Waiting, Plan> planOf;
    private final Desks desks;
    private final JdbcClient database;
    private final Cases cases;
    private final ClusterRegistry registry;
    private final RenewalService renewals;
    private final Clusters clusters;

    Reviews(ApplicationContext context, Script script, Function<Waiting, Plan> planOf) {
        this.script = script;
        this.planOf = planOf;
        this.desks = context.getBean(Desks.class);
        this.database = context.getBean(JdbcClient.class);
        this.cases = context.getBean(Cases.class);
        this.registry = context.getBean(ClusterRegistry.class);
        this.renewals = context.getBean(RenewalService.class);
        this.clusters = new Clusters(context);
    }

    /** Whether a review is applied for, decided or withdrawn depends on what became of the cluster. */
    @Override
    public List<LocalDate> days(Script ignored) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Plan plan : script.plans()) {
            LocalDate end = plan.round().published;
            for (Review review : plan.reviews()) {
                end = end.plusYears(3);
                days.add(end.minusDays(review.daysBeforeEnd()));
                days.add(end.minusDays(review.daysBeforeEnd()).plusDays(review.daysToEnd()));
            }
        }
        return List.copyOf(days);
    }

    @Override
    public boolean begin(LocalDate today) {
        boolean acted = false;
        for (Plan plan : script.plans()) {
            if (mayConcern(plan, today)) {
                Optional<ClusterRecord> cluster = clusters.inForce(plan);
                acted |= cluster.isPresent()
                        && (apply(plan, cluster.get(), today) || withdraw(plan, cluster.get(), today));
            }
        }
        return acted;
    }

    private static boolean mayConcern(Plan plan, LocalDate today) {
        LocalDate end = plan.round().published;
        for (Review review : plan.reviews()) {
            end = end.plusYears(3);
            LocalDate applied = end.minusDays(review.daysBeforeEnd());
            if (today.equals(applied) || today.equals(applied.plusDays(review.daysToEnd()))) {
                return true;
            }
        }
        return false;
    }

    private boolean apply(Plan plan, ClusterRecord cluster, LocalDate today) {
        Review review = review(plan, cluster);
        if (review.kind() == ReviewKind.NOT_APPLIED
                || !today.equals(cluster.termEndsOn().minusDays(review.daysBeforeEnd()))
                || cluster.state() != ClusterState.RECOGNISED
                || !cases.open(CaseKind.FH, cluster.clusterNumber()).isEmpty()) {
            return false;
        }
        desks.start(
                Driver.unit(plan),
                "renewalReview",
                "clusterNumber",
                cluster.clusterNumber(),
                "reasons",
                "继续符合认定条件，愿意延续",
                "summary",
                "三年来产值稳步增长，六项培育工作均有进展",
                "contact",
                "马文示 0951-0000000");
        return true;
    }

    private boolean withdraw(Plan plan, ClusterRecord cluster, LocalDate today) {
        Review review = review(plan, cluster);
        if (review.kind() != ReviewKind.WITHDRAWN || !today.equals(endOf(cluster, review))) {
            return false;
        }
        List<CaseRecord> open = cases.open(CaseKind.FH, cluster.clusterNumber());
        Desks.Clerk unit = Driver.unit(plan);
        open.forEach(each -> renewals.withdraw(
                each.caseNumber(), "调整发展方向", new Account(unit.user(), unit.user(), List.of(unit.group()))));
        return !open.isEmpty();
    }

    private Review review(Plan plan, ClusterRecord cluster) {
        int terms = registry.life(cluster.clusterNumber()).orElseThrow().terms().size();
        return plan.reviews().get(terms - 1);
    }

    private static LocalDate endOf(ClusterRecord cluster, Review review) {
        return cluster.termEndsOn().minusDays(review.daysBeforeEnd()).plusDays(review.daysToEnd());
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of(
                "task_giveCityOpinion",
                this::giveCityOpinion,
                "task_concludeReview",
                this::conclude,
                "task_decideRenewal",
                this::decide);
    }

    private Optional<LocalDate> giveCityOpinion(Waiting task) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "opinion",
                "材料属实",
                "softMissJudgement",
                "无",
                "documentNumber",
                "市工信发〔2026〕3号",
                "documentDate",
                TestClock.today().toString()));
        return oneOf(
                Driver.city(planOf.apply(task)),
                task,
                with(form, "cityOpinion", "RECOMMEND"),
                with(Map.of("opinion", "不再符合条件", "softMissJudgement", "无"), "cityOpinion", "NOT_RECOMMEND"));
    }

    private Optional<LocalDate> conclude(Waiting task) {
        Map<String, Object> form = Map.of(
                "opinion",
                "综合评估结果和核查情况",
                "softMissJudgement",
                "无",
                "noticeWanted",
                "false",
                "falseDeclarationFound",
                "false");
        return oneOf(Driver.officer(), task, with(form, "conclusion", "PASS"), with(form, "conclusion", "FAIL"));
    }

    private Optional<LocalDate> decide(Waiting task) {
        Plan plan = planOf.apply(task);
        ClusterRecord cluster = clusters.find(plan).orElseThrow();
        Review review = review(plan, cluster);
        LocalDate day = endOf(cluster, review);
        if (review.kind() == ReviewKind.WITHDRAWN || TestClock.today().isBefore(day)) {
            return Optional.of(day);
        }
        Map<String, Object> form = Map.of(
                "reason",
                "按复核情况决定",
                "documentNumber",
                "宁工信企发〔" + day.getYear() + "〕8号",
                "documentDate",
                TestClock.today().toString(),
                "renewalConfirmed",
                true);
        try {
            desks.complete(
                    Driver.leader(), task.taskId(), with(form, "renewalDecision", review.meets() ? "PASS" : "FAIL"));
        } catch (FormRejected refused) {
            boolean toAssess = refused.getMessage().contains("退回经办");
            desks.complete(Driver.leader(), task.taskId(), with(form, "renewalDecision", toAssess ? "RETURN" : "FAIL"));
        }
        return Optional.empty();
    }

    /** The first form, or the second where the first is refused. */
    private Optional<LocalDate> oneOf(
            Desks.Clerk clerk, Waiting task, Map<String, Object> first, Map<String, Object> second) {
        try {
            desks.complete(clerk, task.taskId(), first);
        } catch (FormRejected refused) {
            desks.complete(clerk, task.taskId(), second);
        }
        return Optional.empty();
    }

    private static Map<String, Object> with(Map<String, Object> form, String key, Object value) {
        Map<String, Object> more = new HashMap<>(form);
        more.put(key, value);
        return more;
    }
}

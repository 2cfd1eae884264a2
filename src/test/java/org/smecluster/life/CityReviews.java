package org.smecluster.life;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.engine.FormRejected;
import org.smecluster.law.Outcome;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Driver.Waiting;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.SiteVisit;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.recognition.SiteFinding;
import org.smecluster.recognition.SiteVerification;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.smecluster.support.Materials;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;

/**
 * What a city does with an application: accepts it, verifies it on site where the round asks for that, reviews and recommends
 * it. It tries to answer nothing and to recommend what it found not to meet, and does otherwise only where it is refused.
 */
final class CityReviews {

    private final Function<Waiting, Plan> planOf;
    private final Desks desks;
    private final Materials materials;
    private final OnSiteVerification verification;

    CityReviews(ApplicationContext context, Function<Waiting, Plan> planOf) {
        this.planOf = planOf;
        this.desks = context.getBean(Desks.class);
        this.materials = new Materials(context);
        this.verification = context.getBean(OnSiteVerification.class);
    }

    Map<String, Desk> desks() {
        return Map.of(
                "task_decideAcceptance",
                this::accept,
                "task_verifyOnSite",
                this::verify,
                "task_reviewPreliminarily",
                this::review,
                "task_decideRecommendation",
                this::recommend);
    }

    private Optional<LocalDate> accept(Waiting task) {
        materials.accept(task.caseNumber(), city(task).account());
        return done(task, Map.of("acceptance", "ACCEPT", "opinion", "材料齐全"));
    }

    private Optional<LocalDate> verify(Waiting task) {
        SiteVisit visit = planOf.apply(task).visit();
        if (TestClock.today().isBefore(visit.on())) {
            return Optional.of(visit.on());
        }
        Account by = city(task).account();
        SiteVerification there = verification.find(task.caseNumber()).orElseThrow();
        if (there.revision() == 0) {
            verification.saveHead(task.caseNumber(), visit.on(), SiteVisit.PEOPLE, null, 0, by);
        }
        for (SiteFinding row : there.rows()) {
            ConditionItem item = row.item();
            if (row.revision() == 0) {
                String seen = visit.doubtful().contains(item.number()) ? SiteVisit.SEEN : null;
                Outcome judgement = Outcome.valueOf(visit.judgement(item.number()));
                verification.saveRow(task.caseNumber(), item, judgement, seen, 0, by);
            }
        }
        return done(task, Map.of("summary", "已到现场核查"));
    }

    private Optional<LocalDate> review(Waiting task) {
        SiteVisit visit = planOf.apply(task).visit();
        Map<String, Object> form = Map.of("conclusion", "MEETS", "opinion", "经审查，符合第十一条各项条件。");
        if (visit == null || visit.doubtful().isEmpty()) {
            return done(task, with(form, "softMissJudgement", SiteVisit.NOTHING_TO_JUDGE));
        }
        return visit.recommended()
                ? oneOf(task, form, with(form, "softMissJudgement", visit.judged()))
                : done(
                        task,
                        Map.of(
                                "conclusion",
                                "DOES_NOT_MEET",
                                "opinion",
                                "现场核查不符合第十一条",
                                "softMissJudgement",
                                visit.judged()));
    }

    private Optional<LocalDate> recommend(Waiting task) {
        Plan plan = planOf.apply(task);
        Map<String, Object> form = Map.of(
                "recommendation",
                "RECOMMEND",
                "documentNumber",
                Driver.document(plan.round(), 31),
                "documentDate",
                TestClock.today().toString(),
                "opinion",
                "同意推荐");
        return plan.visit() == null || plan.visit().recommended()
                ? done(task, form)
                : oneOf(task, form, Map.of("recommendation", "NOT_RECOMMEND", "opinion", "现场核查不符合第十一条"));
    }

    private Desks.Clerk city(Waiting task) {
        return Driver.city(planOf.apply(task));
    }

    private Optional<LocalDate> done(Waiting task, Map<String, Object> form) {
        desks.complete(city(task), task.taskId(), form);
        return Optional.empty();
    }

    /** The first form, or the second where the first is refused. */
    private Optional<LocalDate> oneOf(Waiting task, Map<String, Object> first, Map<String, Object> second) {
        try {
            return done(task, first);
        } catch (FormRejected refused) {
            return done(task, second);
        }
    }

    private static Map<String, Object> with(Map<String, Object> form, String key, Object value) {
        Map<String, Object> more = new HashMap<>(form);
        more.put(key, value);
        return more;
    }
}

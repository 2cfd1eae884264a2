package org.smecluster.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.smecluster.life.Script.Deck;
import org.smecluster.life.Script.Objection;
import org.smecluster.life.Script.ObjectionKind;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Round;
import org.smecluster.life.Script.SiteKind;
import org.smecluster.life.Script.SiteVisit;

/**
 * Verifications on site and objections, drawn from a stream of their own, so that everything else of a seed's script stays
 * what it was; those whom they keep from recognition come after all others.
 */
final class DrawnBeside {

    private static final int ITEMS = 8;
    private static final List<String> FACTS = List.of("LEADING_INDUSTRY", "OPERATING_BODY", "AREA");

    private final Random random;
    private final Deck<SiteKind> visits;
    private final Deck<Boolean> objected;
    private final Deck<ObjectionKind> objections;
    private final Set<Round> reopened = EnumSet.noneOf(Round.class);

    private DrawnBeside(long seed) {
        random = new Random(~seed);
        visits = new Deck<>(random, Script.weights(SiteKind.class, 5, 2, 1, 0));
        objected = new Deck<>(random, Map.of(true, 1, false, 9));
        objections = new Deck<>(random, Script.weights(ObjectionKind.class, 0, 0, 1, 1, 1));
    }

    static List<Plan> with(long seed, List<Plan> plans) {
        DrawnBeside beside = new DrawnBeside(seed);
        List<Plan> all = new ArrayList<>(plans.stream().map(beside::with).toList());
        for (Round round : Round.values()) {
            all.add(beside.objectedTo(all.size() + 1, round));
        }
        for (Round round : List.of(Round.SECOND, Round.THIRD, Round.SECOND)) {
            all.add(beside.notMet(all.size() + 1, round));
        }
        return List.copyOf(all);
    }

    private Plan with(Plan plan) {
        SiteVisit visit = plan.round().verifiedOnSite ? visit(plan.round(), visits.next()) : null;
        if (plan.selected() && reopened.add(plan.round())) {
            return plan.with(visit, beforePublication(plan.round(), ObjectionKind.DISMISSED, 7));
        }
        if (!plan.selected() || !objected.next()) {
            return plan.with(visit, null);
        }
        ObjectionKind kind = objections.next();
        return Script.unambiguous(tries -> plan.with(visit, afterPublication(plan.round(), kind)));
    }

    private Plan objectedTo(int number, Round round) {
        SiteVisit visit = round.verifiedOnSite ? visit(round, SiteKind.MET) : null;
        return applicant(number, round, true).with(visit, beforePublication(round, ObjectionKind.UPHELD, 4));
    }

    private Plan notMet(int number, Round round) {
        return applicant(number, round, false).with(visit(round, SiteKind.NOT_MET), null);
    }

    private static Plan applicant(int number, Round round, boolean selected) {
        return new Plan(
                number, round, selected, List.of(), Map.of(), List.of(), List.of(), null, List.of(), null, null);
    }

    private SiteVisit visit(Round round, SiteKind kind) {
        Set<Integer> doubtful = new TreeSet<>();
        int many = kind == SiteKind.MET ? 0 : kind == SiteKind.NEEDS_EXPLANATION ? 2 : 1;
        while (doubtful.size() < many) {
            doubtful.add(1 + random.nextInt(ITEMS));
        }
        return new SiteVisit(kind, round.appliedOn().plusDays(1 + random.nextInt(5)), List.copyOf(doubtful));
    }

    /** One of a round is ruled on before the other is entered. */
    private static Objection beforePublication(Round round, ObjectionKind kind, int days) {
        LocalDate enteredOn = round.published.minusDays(days);
        return new Objection(kind, round.objectedOn(), enteredOn, enteredOn.plusDays(2), null);
    }

    private Objection afterPublication(Round round, ObjectionKind kind) {
        LocalDate enteredOn = round.published.plusDays(5 + random.nextInt(300));
        return new Objection(
                kind,
                round.objectedOn(),
                enteredOn,
                enteredOn.plusDays(3 + random.nextInt(20)),
                kind == ObjectionKind.CORRECTED ? FACTS.get(random.nextInt(FACTS.size())) : null);
    }
}

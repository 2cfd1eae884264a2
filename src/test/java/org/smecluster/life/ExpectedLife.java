package org.smecluster.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.smecluster.life.Script.Change;
import org.smecluster.life.Script.ChangeKind;
import org.smecluster.life.Script.Judgement;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Verdict;

/**
 * What must become of a cluster by the rules of the Measures, worked out from its plan alone: nothing of the application
 * is asked.
 */
final class ExpectedLife {

    /** Two things happen to the cluster on one day. */
    static final class Ambiguous extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ambiguous(String what) {
            super(what);
        }
    }

    private record Event(LocalDate day, String what, Runnable happens) {}

    private static final int YEARS = 3;

    private final Plan plan;
    private final PriorityQueue<Event> coming = new PriorityQueue<>(Comparator.comparing(Event::day));
    private LocalDate today;

    private String state = "NONE";
    private LocalDate termEndsOn;
    private int terms;
    private final Map<String, LocalDate> changedOn = new HashMap<>();
    private final Life life = new Life();
    private boolean caseOpen;
    private int cases;

    private ExpectedLife(Plan plan) {
        this.plan = plan;
    }

    /** @throws Ambiguous where the order within a day would decide */
    static Life of(Plan plan) {
        return new ExpectedLife(plan).lived();
    }

    private Life lived() {
        if (plan.selected()) {
            at(plan.round().published, "recognised", this::recognised);
        }
        for (Change change : plan.changes()) {
            at(change.filedOn(), "change", () -> filed(change));
        }
        if (plan.refusedOn() != null) {
            at(plan.refusedOn(), "refused", () -> {
                if (inForce() && !caseOpen) {
                    life.count("cause SUPERVISION_REFUSED");
                    openCase();
                }
            });
        }
        while (!coming.isEmpty() && !coming.peek().day().isAfter(Script.LAST_DAY)) {
            Event next = coming.poll();
            if (next.day().equals(today)) {
                throw new Ambiguous(plan.number() + ": " + next.what() + " on " + today);
            }
            today = next.day();
            next.happens().run();
        }
        life.say("state", state);
        life.say("term ends", String.valueOf(termEndsOn));
        life.say("terms", String.valueOf(terms));
        return life;
    }

    private void at(LocalDate day, String what, Runnable happens) {
        coming.add(new Event(day, what, happens));
    }

    private boolean inForce() {
        return state.equals("RECOGNISED") || state.equals("UNDER_REVIEW");
    }

    private void enter(String next) {
        state = next;
        life.count("became " + next + " on " + today);
    }

    private void recognised() {
        enter("RECOGNISED");
        fact("LEADING_INDUSTRY", plan.industry(), today);
        term(today.plusYears(YEARS));
    }

    /** 第十四条: three years; a passed review gives three more from the old end. */
    private void term(LocalDate end) {
        terms++;
        termEndsOn = end;
        at(end.plusDays(1), "term over", () -> {
            if (state.equals("RECOGNISED") && today.isAfter(termEndsOn)) {
                enter("LAPSED");
            }
        });
    }

    private void fact(String kind, String value, LocalDate from) {
        if (!changedOn.containsKey(kind) || !from.isBefore(changedOn.get(kind))) {
            changedOn.put(kind, from);
            life.say("fact " + kind, value);
        }
    }

    /** 第十五条: one month; the script keeps clear of its last days. */
    private void filed(Change change) {
        if (!inForce()) {
            return;
        }
        if (change.kind() == ChangeKind.WITHDRAWN) {
            life.count("change WITHDRAWN");
            return;
        }
        life.count("change FILED");
        fact(change.fact(), change.value(), change.changedOn());
        boolean late = today.isAfter(change.changedOn().plusMonths(1)) && change.kind() != ChangeKind.MINOR;
        if (late) {
            life.count("change late");
            cause("CHANGE_UNFILED");
        }
    }

    private void cause(String fact) {
        life.count("cause " + fact);
        if (inForce() && !caseOpen) {
            openCase();
        }
    }

    /** 第十七条: nothing is revoked but by a person's decision. */
    private void openCase() {
        Judgement judgement = plan.judgements().get(cases++);
        if (judgement.verdict() == Verdict.GROUNDLESS) {
            life.count("revocation NO_GROUND");
            return;
        }
        caseOpen = true;
        at(today.plusDays(Script.DAYS_TO_DECIDE), "decision", () -> decided(judgement));
    }

    private void decided(Judgement judgement) {
        switch (judgement.verdict()) {
            case REVOKED -> revoke();
            case CORRECTED, CORRECTED_IN_VAIN -> {
                if (judgement.silent()) {
                    at(today.plusDays(Script.DAYS_TO_CORRECT + 1), "corrected", () -> lookedAgain(judgement));
                } else {
                    lookedAgain(judgement);
                }
            }
            default -> closeCase("NOT_REVOKED");
        }
    }

    private void lookedAgain(Judgement judgement) {
        if (judgement.verdict() == Verdict.CORRECTED) {
            closeCase("NO_GROUND");
        } else {
            at(today.plusDays(Script.DAYS_TO_DECIDE), "second decision", this::revoke);
        }
    }

    private void revoke() {
        if (inForce()) {
            enter("REVOKED");
            closeCase("REVOKED");
        } else {
            closeCase("NOT_REVOKED");
        }
    }

    private void closeCase(String outcome) {
        caseOpen = false;
        life.count("revocation " + outcome);
    }

    /** What is to be compared: names to values, and how often each thing happened. */
    static final class Life extends TreeMap<String, String> {
        private static final long serialVersionUID = 1;

        void say(String what, String value) {
            put(what, value);
        }

        void count(String what) {
            merge(what, "1", (before, one) -> String.valueOf(Integer.parseInt(before) + 1));
        }

        static List<String> kinds(Life life) {
            return new ArrayList<>(life.keySet());
        }
    }
}

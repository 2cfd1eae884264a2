package org.smecluster.life;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.smecluster.life.Script.Change;
import org.smecluster.life.Script.ChangeKind;
import org.smecluster.life.Script.Judgement;
import org.smecluster.life.Script.Mishap;
import org.smecluster.life.Script.MishapKind;
import org.smecluster.life.Script.Objection;
import org.smecluster.life.Script.ObjectionKind;
import org.smecluster.life.Script.Plan;
import org.smecluster.life.Script.Report;
import org.smecluster.life.Script.ReportKind;
import org.smecluster.life.Script.Review;
import org.smecluster.life.Script.ReviewKind;
import org.smecluster.life.Script.ReviewNotice;
import org.smecluster.life.Script.SiteVisit;
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

    /** @param quiet before anybody begins work, so that its order within the day is clear */
    private record Event(LocalDate day, boolean quiet, String what, Runnable happens) {}

    /** Stands for the area that every workbook tells. */
    static final String AS_RECOGNISED = "as recognised";

    private static final int YEARS = 3;

    /** Of 第十三条, those of which a unit hands in nothing and says why. */
    private static final int MATERIALS = 3;

    /** The numbers of those of 第十一条. */
    private static final String ITEMS = "一二三四五六七八";

    /** By which clusters hand in to their city: who has not is urged, and not late. */
    private static final MonthDay OWN_DAY = MonthDay.of(3, 20);

    private final Plan plan;
    private final PriorityQueue<Event> coming =
            new PriorityQueue<>(Comparator.comparing(Event::day).thenComparing(event -> !event.quiet()));
    private LocalDate today;

    /** The latest day on which somebody did something. */
    private LocalDate busy;

    private String state = "NONE";
    private LocalDate termEndsOn;
    private int terms;
    private final Map<String, LocalDate> changedOn = new HashMap<>();
    private final Life life = new Life();
    private final List<Mishap> standing = new ArrayList<>();
    private boolean caseOpen;
    private boolean causeSinceTheFacts;
    private boolean reviewOpen;
    private Report openReport;
    private boolean reportOverdue;
    private int cases;

    private ExpectedLife(Plan plan) {
        this.plan = plan;
    }

    /** @throws Ambiguous where the order within a day would decide */
    static Life of(Plan plan) {
        return new ExpectedLife(plan).lived();
    }

    private Life lived() {
        applied();
        if (plan.recognised()) {
            at(plan.round().published, "recognised", this::recognised);
        }
        for (Change change : plan.changes()) {
            at(change.filedOn(), "change", () -> filed(change));
        }
        plan.reports()
                .forEach((year, report) ->
                        at(LocalDate.of(year, 1, 1), "reports opened", () -> reportOpened(year, report)));
        for (Mishap mishap : plan.mishaps()) {
            at(mishap.enteredOn(), "incident", () -> entered(mishap));
            if (mishap.takenBackOn() != null) {
                at(mishap.takenBackOn(), "incident taken back", () -> standing.remove(mishap));
            }
        }
        if (plan.refusedOn() != null) {
            at(plan.refusedOn(), "refused", () -> {
                if (revocable() && !caseOpen) {
                    life.count("cause SUPERVISION_REFUSED");
                    openCase();
                }
            });
        }
        if (plan.objection() != null && !plan.objection().beforePublication()) {
            at(plan.objection().enteredOn(), "late objection", () -> objected(plan.objection()));
        }
        while (!coming.isEmpty() && !coming.peek().day().isAfter(Script.LAST_DAY)) {
            Event next = coming.poll();
            if (!next.quiet() && next.day().equals(busy)) {
                throw new Ambiguous(plan.number() + ": " + next.what() + " on " + busy);
            }
            today = next.day();
            busy = next.quiet() ? busy : today;
            next.happens().run();
        }
        life.say("state", state);
        life.say("term ends", String.valueOf(termEndsOn));
        life.say("terms", String.valueOf(terms));
        return life;
    }

    private void at(LocalDate day, String what, Runnable happens) {
        coming.add(new Event(day, false, what, happens));
    }

    /** Reports, changes and incidents go on with it. */
    private boolean lasts() {
        return state.equals("RECOGNISED") || state.equals("UNDER_REVIEW") || state.equals("AWAITING_REVIEW");
    }

    /** 第十七条: 有效期内. */
    private boolean revocable() {
        return state.equals("RECOGNISED") || state.equals("UNDER_REVIEW") && !today.isAfter(termEndsOn);
    }

    private void enter(String next) {
        state = next;
        life.count("became " + next + " on " + today);
        if (!lasts() && openReport != null) {
            closeReport("NOT_NEEDED");
        }
    }

    /** 第十二条: what becomes of the application, and what stands in its case. What is not found met on site is judged. */
    private void applied() {
        SiteVisit visit = plan.visit();
        Objection objection =
                plan.objection() != null && plan.objection().beforePublication() ? plan.objection() : null;
        List<String> said = new ArrayList<>(List.of("opened", "workbook"));
        said.addAll(Collections.nCopies(MATERIALS, "absence"));
        said.addAll(List.of("declared", "assessed", "submitted", "ACCEPTANCE"));
        life.count("cases RD");
        life.say("judged", visit == null ? SiteVisit.NOTHING_TO_JUDGE : visit.judged());
        if (visit != null) {
            said.add("siteVerification");
            visited(visit);
        }
        said.addAll(List.of("PRELIMINARY", "RECOMMENDATION"));
        if (visit != null && !visit.recommended()) {
            life.say("application", "NOT_RECOMMENDED");
            said.add("closed");
        } else {
            said.addAll(List.of("assessed", "planned", "RE_REVIEW"));
            said.addAll(plan.selected() ? List.of("selected", "inNotice") : List.of("notSelected"));
            if (plan.selected()) {
                life.say(
                        "publicity",
                        objection == null ? "NO_OBJECTION" : objection.kind().name());
            }
            if (objection != null) {
                said.addAll(List.of("objection", "objectionFacts", "objectionTold", "objectionRuling"));
                life.say("objection", of(objection) + ", ruled on " + objection.decidedOn());
                life.say("told that the outcome is open again", "2");
            }
            life.say("application", plan.recognised() ? "RECOGNISED" : "NOT_RECOGNISED");
            said.add(plan.recognised() ? "recognised" : "notRecognised");
        }
        life.say("said in the application", String.join(" ", said));
    }

    private static String of(Objection objection) {
        return "received " + objection.receivedOn() + " as " + objection.receiptNumber() + ", entered "
                + objection.enteredOn();
    }

    /** 第十二条(二): each item of 第十一条 is looked at. */
    private void visited(SiteVisit visit) {
        List<String> told = new ArrayList<>();
        told.add("核查日期=" + visit.on());
        told.add("核查人员=" + String.join("、", SiteVisit.PEOPLE));
        for (int item = 1; item <= ITEMS.length(); item++) {
            String judgement = visit.judgement(item);
            life.say("item " + item + " on site", judgement);
            if (!judgement.equals("MET")) {
                told.add("第十一条(" + ITEMS.charAt(item - 1) + ")=" + (judgement.equals("NOT_MET") ? "不符合：" : "需说明：")
                        + SiteVisit.SEEN);
            }
        }
        if (visit.doubtful().isEmpty()) {
            told.add("各项条件=第十一条八项均符合");
        }
        life.say("told of the site", String.join("; ", told));
    }

    /** 第十二条(三): after the publication a case of its own, as long as the recognition is in force. */
    private void objected(Objection objection) {
        if (!inForce()) {
            return;
        }
        life.count("cases YY");
        at(objection.decidedOn(), "late objection decided", () -> {
            boolean handedOver = objection.kind() == ObjectionKind.HANDED_OVER && inForce();
            boolean corrected = objection.kind() == ObjectionKind.CORRECTED;
            life.count("late objection " + (handedOver ? "HANDED_OVER" : corrected ? "CORRECTED" : "UPHELD"));
            life.say("late objection", of(objection) + ", decided on " + today);
            life.say("said of the late objection", "received facts told decision closed");
            if (corrected) {
                fact(objection.fact(), Objection.CORRECTED, today);
            }
            if (handedOver) {
                cause("FALSE_APPLICATION_FOUND");
            }
        });
    }

    private boolean inForce() {
        return state.equals("RECOGNISED") || state.equals("UNDER_REVIEW");
    }

    private void recognised() {
        enter("RECOGNISED");
        fact("NAME", plan.name(), today);
        fact("LEADING_INDUSTRY", plan.industry(), today);
        fact("OPERATING_BODY", plan.operator(), today);
        fact("AREA", AS_RECOGNISED, today);
        term(today.plusYears(YEARS));
    }

    /**
     * 第十四条: three years; a passed review gives three more from the old end. Who has none when the term is over waits until
     * the window of the notice for that term is over, or has had it.
     */
    private void term(LocalDate end) {
        terms++;
        termEndsOn = end;
        Review review = plan.reviews().get(terms - 1);
        if (review.kind() != ReviewKind.NOT_APPLIED) {
            at(end.minusDays(review.daysBeforeEnd()), "review applied for", () -> apply(review));
        }
        at(end.plusDays(1), "term over", () -> {
            if (state.equals("RECOGNISED") && today.isAfter(termEndsOn)) {
                enter(today.isAfter(ReviewNotice.of(end).windowEnd) ? "LAPSED" : "AWAITING_REVIEW");
            }
        });
        if (!end.isAfter(Script.LAST_DAY)) {
            coming.add(new Event(ReviewNotice.of(end).windowEnd.plusDays(1), true, "round over", () -> {
                if (state.equals("AWAITING_REVIEW")) {
                    enter("LAPSED");
                }
            }));
        }
    }

    /** 第十四条: voluntary, decided by a person, and by no one in favour of what does not meet the standards. */
    private void apply(Review review) {
        if (!state.equals("RECOGNISED")) {
            return;
        }
        enter("UNDER_REVIEW");
        life.count("cases FH");
        reviewOpen = true;
        LocalDate appliedOn = today;
        at(today.plusDays(review.daysToEnd()), "review ends", () -> {
            if (!reviewOpen) {
                return;
            }
            reviewOpen = false;
            boolean excluded =
                    standing.stream().anyMatch(each -> !each.occurredOn().isBefore(appliedOn.minusYears(YEARS)));
            if (review.kind() == ReviewKind.WITHDRAWN) {
                notExtended("WITHDRAWN");
            } else if (review.meets() && !excluded) {
                life.count("review PASSED");
                enter("RECOGNISED");
                term(termEndsOn.plusYears(YEARS));
            } else {
                notExtended("NOT_PASSED");
            }
        });
    }

    private void notExtended(String outcome) {
        life.count("review " + outcome);
        boolean mayTryAgain = outcome.equals("WITHDRAWN") && !today.isAfter(ReviewNotice.of(termEndsOn).windowEnd);
        enter(!today.isAfter(termEndsOn) ? "RECOGNISED" : mayTryAgain ? "AWAITING_REVIEW" : "LAPSED");
    }

    /** 第十六条: by 30 March; a late one is taken; nobody waits for ever. */
    private void reportOpened(int year, Report report) {
        if (!lasts()) {
            return;
        }
        openReport = report;
        life.count("cases BS");
        if (report.kind() != ReportKind.LATE && report.kind() != ReportKind.MISSING) {
            at(report.on(), "report", () -> reported(report, false));
            return;
        }
        at(LocalDate.of(year, 3, 31), "report overdue", () -> {
            if (openReport == report) {
                reportOverdue = true;
                cause("REPORT_OVERDUE");
            }
        });
        if (report.kind() == ReportKind.LATE) {
            at(report.on(), "late report", () -> reported(report, true));
        } else {
            at(LocalDate.of(year, 5, 1), "report given up", () -> {
                if (openReport == report) {
                    closeReport("NOT_SUBMITTED");
                }
            });
        }
    }

    private void reported(Report report, boolean late) {
        if (openReport != report) {
            return;
        }
        reportOverdue = late;
        if (report.kind() == ReportKind.REFUSED) {
            cause("SUPERVISION_REFUSED");
        } else if (report.kind() == ReportKind.FAILING) {
            cause("STANDARDS_NOT_MET");
        }
        closeReport("ACCEPTED");
    }

    private void closeReport(String outcome) {
        if (MonthDay.from(today).isAfter(OWN_DAY)) {
            life.count("urged");
        }
        life.count("report " + outcome + (reportOverdue ? " late" : ""));
        openReport = null;
        reportOverdue = false;
    }

    /** 第十条, 第十七条(五). */
    private void entered(Mishap mishap) {
        if (state.equals("NONE")) {
            return;
        }
        life.count("incident " + mishap.kind());
        if (mishap.kind() == MishapKind.SERIOUS || mishap.kind() == MishapKind.MISTAKEN) {
            standing.add(mishap);
        }
        if (mishap.kind() != MishapKind.GENERAL && revocable()) {
            cause("MAJOR_INCIDENT");
        }
    }

    private void fact(String kind, String value, LocalDate from) {
        if (!changedOn.containsKey(kind) || !from.isBefore(changedOn.get(kind))) {
            changedOn.put(kind, from);
            life.say("fact " + kind, value);
        }
    }

    /** 第十五条: one month; the script keeps clear of its last days. */
    private void filed(Change change) {
        if (!lasts()) {
            return;
        }
        life.count("cases BG");
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
        if (revocable() && caseOpen) {
            causeSinceTheFacts = true;
        } else if (revocable()) {
            openCase();
        }
    }

    /** 第十七条: nothing is revoked but by a person's decision. */
    private void openCase() {
        Judgement judgement = plan.judgements().get(cases++);
        life.count("cases CX");
        if (judgement.verdict() == Verdict.GROUNDLESS) {
            life.count("revocation NO_GROUND");
            return;
        }
        caseOpen = true;
        causeSinceTheFacts = false;
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
            default -> {
                if (causeSinceTheFacts && revocable()) {
                    causeSinceTheFacts = false;
                    at(today.plusDays(Script.DAYS_TO_DECIDE), "decision after a return", () -> decided(judgement));
                } else {
                    closeCase("NOT_REVOKED");
                }
            }
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
        if (revocable()) {
            if (reviewOpen) {
                reviewOpen = false;
                life.count("review REVOKED");
            }
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
    }
}

package org.smecluster.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What people do and what happens in six years, drawn from a seed: pure data, no outcome. Nobody has two things to do with
 * one cluster on one day, so that the order within a day decides nothing.
 */
record Script(long seed, List<Plan> plans) {

    static final LocalDate FIRST_DAY = LocalDate.of(2023, 8, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2029, 12, 31);

    /** The leader decides so many days after the facts are established; every hearing is over by then. */
    static final int DAYS_TO_DECIDE = 40;

    /** So many days after the decision ends the period to put things right. */
    static final int DAYS_TO_CORRECT = 30;

    private static final List<String> COUNTIES = List.of(
            "640104", "640105", "640106", "640121", "640122", "640181", "640202", "640205", "640221", "640302",
            "640303", "640323", "640324", "640381", "640402", "640422", "640423", "640424", "640425", "640502",
            "640521", "640522");

    /** The annual notices. The list of the second is published on a 29 February; the first asks for no verification on site. */
    enum Round {
        FIRST(LocalDate.of(2023, 8, 1), LocalDate.of(2023, 9, 15), LocalDate.of(2023, 11, 3), false),
        SECOND(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 2, 5), LocalDate.of(2024, 2, 29), true),
        THIRD(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 2, 10), LocalDate.of(2025, 3, 5), true);

        final LocalDate opened;
        final LocalDate recommendationsUntil;
        final LocalDate published;
        final boolean verifiedOnSite;

        Round(LocalDate opened, LocalDate recommendationsUntil, LocalDate published, boolean verifiedOnSite) {
            this.opened = opened;
            this.recommendationsUntil = recommendationsUntil;
            this.published = published;
            this.verifiedOnSite = verifiedOnSite;
        }

        int year() {
            return opened.getYear();
        }

        LocalDate windowEnd() {
            return opened.plusDays(24);
        }

        LocalDate appliedOn() {
            return opened.plusDays(8);
        }

        /** A day of the public notice, on which the office receives every objection of the script. */
        LocalDate objectedOn() {
            return recommendationsUntil.plusDays(4);
        }

        /** An officer would publish the list, were there not the objection that is to be ruled on later. */
        LocalDate triedOn() {
            return published.minusDays(3);
        }
    }

    /** The notices of reviews, one for the terms that end on a day; nobody is drawn for them. */
    enum ReviewNotice {
        /** Its window goes on after the end of the term. */
        FIRST_2026(date(2026, 6, 1), date(2026, 6, 5), date(2026, 12, 10), date(2026, 11, 3), false),
        /** It is over when the term ends. */
        SECOND_2027(date(2026, 9, 15), date(2026, 9, 28), date(2027, 2, 26), date(2027, 2, 28), false),
        /** It begins after the end of the term; before, clusters may apply one by one. */
        THIRD_2028(date(2027, 9, 20), date(2028, 3, 20), date(2028, 5, 20), date(2028, 3, 5), true),
        FIRST_2029(date(2029, 5, 20), date(2029, 6, 1), date(2029, 11, 20), date(2029, 11, 3), false),
        SECOND_2030(date(2029, 9, 20), date(2029, 9, 25), date(2030, 2, 26), date(2030, 2, 28), false);

        final LocalDate issued;
        final LocalDate windowStart;
        final LocalDate windowEnd;
        final LocalDate termEnd;
        final boolean single;

        ReviewNotice(LocalDate issued, LocalDate windowStart, LocalDate windowEnd, LocalDate termEnd, boolean single) {
            this.issued = issued;
            this.windowStart = windowStart;
            this.windowEnd = windowEnd;
            this.termEnd = termEnd;
            this.single = single;
        }

        private static LocalDate date(int year, int month, int day) {
            return LocalDate.of(year, month, day);
        }

        String documentNumber() {
            return "宁工信企发〔" + issued.getYear() + "〕" + (50 + ordinal()) + "号";
        }

        static ReviewNotice of(LocalDate termEnd) {
            return Stream.of(values())
                    .filter(notice -> notice.termEnd.equals(termEnd))
                    .findFirst()
                    .orElseThrow();
        }
    }

    enum ChangeKind {
        IN_TIME,
        LATE,
        /** By the autonomous region. */
        DISCOVERED,
        /** Not a major one. */
        MINOR,
        WITHDRAWN
    }

    /** @param fact as {@code changeSignificance} takes it */
    record Change(ChangeKind kind, String fact, LocalDate changedOn, LocalDate filedOn, String value) {}

    enum ReportKind {
        ON_TIME,
        /** After 30 March. */
        LATE,
        /** Never. */
        MISSING,
        /** In time, but the city records that the cluster refused to be supervised. */
        REFUSED,
        /** In time; a condition is not met, and the region has that looked into. */
        FAILING,
        /** In time; a condition is not met, and the region lets it be. */
        FAILING_KEPT,
        /** In time; sent back by the city and corrected at once. */
        RETURNED
    }

    /** @param on the day on which it is handed in; null: never */
    record Report(ReportKind kind, LocalDate on) {

        boolean meets() {
            return kind != ReportKind.FAILING && kind != ReportKind.FAILING_KEPT;
        }
    }

    enum ReviewKind {
        NOT_APPLIED,
        PASSED,
        /** A condition is not met any more. */
        NOT_PASSED,
        /** Decided after the term has ended, as the next. */
        PASSED_LATE,
        NOT_PASSED_LATE,
        WITHDRAWN
    }

    /**
     * Of a term.
     *
     * @param daysBeforeEnd day of the application, before the last of the term
     * @param daysToEnd from the application to the decision, or to the withdrawal
     */
    record Review(ReviewKind kind, int daysBeforeEnd, int daysToEnd) {

        boolean meets() {
            return kind != ReviewKind.NOT_PASSED && kind != ReviewKind.NOT_PASSED_LATE;
        }
    }

    enum MishapKind {
        /** Below what 第十条 names. */
        GENERAL,
        SERIOUS,
        /** Whose level nobody knows. */
        UNCLEAR,
        /** Serious, entered by mistake and taken back. */
        MISTAKEN
    }

    /** An incident at the cluster's first enterprise. */
    record Mishap(MishapKind kind, LocalDate occurredOn, LocalDate enteredOn) {

        LocalDate takenBackOn() {
            return kind == MishapKind.MISTAKEN ? enteredOn.plusDays(15) : null;
        }
    }

    /** What the city finds on site. */
    enum SiteKind {
        /** All conditions are met. */
        MET,
        /** Some need an explanation, which the city accepts. */
        NEEDS_EXPLANATION,
        /** One is not met; the city accepts that it is put right. */
        PUT_RIGHT,
        /** One is not met, and the city does not recommend the cluster. */
        NOT_MET
    }

    /** @param doubtful numbers of the items of 第十一条 that are not found met */
    record SiteVisit(SiteKind kind, LocalDate on, List<Integer> doubtful) {

        static final List<String> PEOPLE = List.of("马核查", "杨陪同");
        static final String SEEN = "查阅台账并走访企业三家";

        /** What the review says of what was not found met. */
        static final String ACCEPTED = "已补充说明并附佐证，予以认可";

        static final String REJECTED = "不予认可";
        static final String NOTHING_TO_JUDGE = "无";

        String judged() {
            return !recommended() ? REJECTED : doubtful.isEmpty() ? NOTHING_TO_JUDGE : ACCEPTED;
        }

        String judgement(int item) {
            return !doubtful.contains(item)
                    ? "MET"
                    : kind == SiteKind.NEEDS_EXPLANATION ? "NEEDS_EXPLANATION" : "NOT_MET";
        }

        boolean recommended() {
            return kind != SiteKind.NOT_MET;
        }
    }

    enum ObjectionKind {
        /** Entered before the publication; not true. */
        DISMISSED,
        /** Entered before the publication; true, so that the cluster is not recognised. */
        UPHELD,
        /** Entered after the publication, as the next two; the recognition stays as it is. */
        KEPT,
        /** A document corrects what was published. */
        CORRECTED,
        /** Proceedings of revocation begin. */
        HANDED_OVER
    }

    /**
     * An objection that the office received within the public notice and entered after it.
     *
     * @param fact that is corrected; null where none is
     */
    record Objection(ObjectionKind kind, LocalDate receivedOn, LocalDate enteredOn, LocalDate decidedOn, String fact) {

        static final String CORRECTED = "更正后的内容";

        boolean beforePublication() {
            return kind == ObjectionKind.DISMISSED || kind == ObjectionKind.UPHELD;
        }

        String receiptNumber() {
            return "收" + receivedOn.getYear() + "-" + receivedOn.getDayOfYear();
        }
    }

    /** What becomes of a case of revocation. */
    enum Verdict {
        GROUNDLESS,
        NOT_REVOKED,
        REVOKED,
        CORRECTED,
        CORRECTED_IN_VAIN
    }

    /** @param silent the unit neither defends itself nor reports what it put right */
    record Judgement(Verdict verdict, boolean silent) {}

    /**
     * A cluster's.
     *
     * @param reports by the year in which they are due
     * @param reviews of the first, the second and the third term
     * @param refusedOn day on which an officer opens a case because supervision was refused; null: never
     * @param judgements of the cases of revocation that may come, one after the other
     * @param visit null where its round asks for none
     * @param objection null: none
     */
    record Plan(
            int number,
            Round round,
            boolean selected,
            List<Change> changes,
            Map<Integer, Report> reports,
            List<Review> reviews,
            List<Mishap> mishaps,
            LocalDate refusedOn,
            List<Judgement> judgements,
            SiteVisit visit,
            Objection objection) {

        Plan with(SiteVisit newVisit, Objection newObjection) {
            return new Plan(
                    number,
                    round,
                    selected,
                    changes,
                    reports,
                    reviews,
                    mishaps,
                    refusedOn,
                    judgements,
                    newVisit,
                    newObjection);
        }

        /** Whether it comes to be: selected, and no objection upheld. */
        boolean recognised() {
            return selected && (objection == null || objection.kind() != ObjectionKind.UPHELD);
        }

        String county() {
            return COUNTIES.get(number % COUNTIES.size());
        }

        String city() {
            return county().substring(0, 4);
        }

        String name() {
            return "示例" + "%03d".formatted(number) + "号产业集群";
        }

        String operator() {
            return "示例" + "%03d".formatted(number) + "号集群运营中心";
        }

        String industry() {
            return "特色产业" + "%03d".formatted(number);
        }
    }

    /** @param clusters that are recognised; a few more apply in vain */
    static Script draw(long seed, int clusters) {
        Random random = new Random(seed);
        Deck<ChangeKind> changes = new Deck<>(random, weights(ChangeKind.class, 5, 3, 2, 2, 1));
        Deck<Verdict> verdicts = new Deck<>(random, weights(Verdict.class, 2, 3, 3, 2, 1));
        Deck<Integer> changeCounts = new Deck<>(random, Map.of(0, 5, 1, 3, 2, 2));
        Deck<Boolean> refusals = new Deck<>(random, Map.of(true, 1, false, 12));
        Deck<ReportKind> reports = new Deck<>(random, weights(ReportKind.class, 30, 2, 1, 1, 1, 1, 1));
        Deck<ReviewKind> reviews = new Deck<>(random, weights(ReviewKind.class, 3, 6, 2, 2, 1, 1));
        Deck<MishapKind> mishaps = new Deck<>(random, weights(MishapKind.class, 1, 2, 1, 1));
        Deck<Boolean> struck = new Deck<>(random, Map.of(true, 1, false, 5));
        List<Plan> plans = new ArrayList<>();
        int inVain = Math.max(3, clusters / 40);
        for (int number = 1; number <= clusters + inVain; number++) {
            boolean selected = number <= clusters;
            Round round = !selected
                    ? Round.values()[number % 3]
                    : number <= clusters * 2 / 5
                            ? Round.FIRST
                            : number <= clusters * 3 / 4 ? Round.SECOND : Round.THIRD;
            List<ChangeKind> kinds = new ArrayList<>();
            for (int i = selected ? changeCounts.next() : 0; i > 0; i--) {
                kinds.add(changes.next());
            }
            boolean refused = selected && refusals.next();
            List<ReportKind> reportKinds = new ArrayList<>();
            List<ReviewKind> reviewKinds = new ArrayList<>();
            if (selected) {
                for (int year = round.published.getYear() + 1; year <= LAST_DAY.getYear(); year++) {
                    reportKinds.add(reports.next());
                }
                reviewKinds.addAll(List.of(reviews.next(), reviews.next(), ReviewKind.NOT_APPLIED));
            }
            Optional<MishapKind> mishap = selected && struck.next() ? Optional.of(mishaps.next()) : Optional.empty();
            List<Judgement> judgements = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                judgements.add(new Judgement(verdicts.next(), random.nextBoolean()));
            }
            int place = number;
            plans.add(unambiguous(tries -> new Plan(
                    place,
                    round,
                    selected,
                    changes(random, round, kinds),
                    reports(random, round, reportKinds),
                    reviews(random, round, reviewKinds),
                    mishap.map(kind -> mishap(random, round, kind)).stream().toList(),
                    refused ? day(random, round.published.plusDays(60), LAST_DAY.minusDays(200)) : null,
                    judgements,
                    null,
                    null)));
        }
        return new Script(seed, DrawnBeside.with(seed, plans));
    }

    private static List<Change> changes(Random random, Round round, List<ChangeKind> kinds) {
        List<Change> drawn = new ArrayList<>();
        List<String> facts = new ArrayList<>(List.of("LEADING_INDUSTRY", "AREA", "OPERATING_BODY"));
        Collections.shuffle(facts, random);
        for (ChangeKind kind : kinds) {
            LocalDate filedOn = day(random, round.published.plusDays(130), LAST_DAY.minusDays(150));
            int before =
                    switch (kind) {
                        case LATE -> 48 + random.nextInt(60);
                        case DISCOVERED -> 60 + random.nextInt(60);
                        default -> random.nextInt(25);
                    };
            String fact = kind == ChangeKind.MINOR ? "OTHER" : facts.remove(0);
            drawn.add(new Change(kind, fact, filedOn.minusDays(before), filedOn, "变动" + (drawn.size() + 1)));
        }
        return drawn;
    }

    private static Map<Integer, Report> reports(Random random, Round round, List<ReportKind> kinds) {
        Map<Integer, Report> byYear = new TreeMap<>();
        int year = round.published.getYear() + 1;
        for (ReportKind kind : kinds) {
            LocalDate on =
                    switch (kind) {
                        case LATE -> day(random, LocalDate.of(year, 4, 2), LocalDate.of(year, 4, 28));
                        case MISSING -> null;
                        default -> day(random, LocalDate.of(year, 1, 10), LocalDate.of(year, 3, 30));
                    };
            byYear.put(year, new Report(kind, on));
            year++;
        }
        return byYear;
    }

    /** Every review that begins before the last day ends before it. */
    private static List<Review> reviews(Random random, Round round, List<ReviewKind> kinds) {
        List<Review> drawn = new ArrayList<>();
        LocalDate end = round.published;
        for (ReviewKind kind : kinds) {
            end = end.plusYears(3);
            Review review = review(random, kind);
            while (!end.minusDays(review.daysBeforeEnd()).isAfter(LAST_DAY)
                    && end.minusDays(review.daysBeforeEnd())
                            .plusDays(review.daysToEnd())
                            .isAfter(LAST_DAY)) {
                review = review(random, kind);
            }
            drawn.add(review);
        }
        return drawn;
    }

    private static Review review(Random random, ReviewKind kind) {
        return switch (kind) {
            case PASSED_LATE, NOT_PASSED_LATE -> {
                int before = 3 + random.nextInt(15);
                yield new Review(kind, before, before + 10 + random.nextInt(30));
            }
            default -> new Review(kind, 50 + random.nextInt(100), 20 + random.nextInt(20));
        };
    }

    private static Mishap mishap(Random random, Round round, MishapKind kind) {
        LocalDate enteredOn = day(random, round.published.plusDays(40), LAST_DAY.minusDays(150));
        return new Mishap(kind, enteredOn.minusDays(1 + random.nextInt(20)), enteredOn);
    }

    static Plan unambiguous(Function<Integer, Plan> draw) {
        for (int tries = 0; ; tries++) {
            Plan plan = draw.apply(tries);
            try {
                ExpectedLife.of(plan);
                return plan;
            } catch (ExpectedLife.Ambiguous ambiguous) {
                if (tries == 1000) {
                    throw ambiguous;
                }
            }
        }
    }

    private static LocalDate day(Random random, LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay() + 1)));
    }

    static <K extends Enum<K>> Map<K, Integer> weights(Class<K> kinds, int... weights) {
        Map<K, Integer> byKind = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            byKind.put(kind, weights[kind.ordinal()]);
        }
        return byKind;
    }

    /** Gives each of its cards in its turn, so that none is missing among many. */
    static final class Deck<T> {

        private final Random random;
        private final List<T> cards = new ArrayList<>();
        private final List<T> left = new ArrayList<>();

        Deck(Random random, Map<T, Integer> weights) {
            this.random = random;
            weights.entrySet().stream()
                    .sorted((one, other) ->
                            one.getKey().toString().compareTo(other.getKey().toString()))
                    .forEach(each -> cards.addAll(Collections.nCopies(each.getValue(), each.getKey())));
        }

        T next() {
            if (left.isEmpty()) {
                left.addAll(cards);
                Collections.shuffle(left, random);
            }
            return left.remove(0);
        }
    }
}

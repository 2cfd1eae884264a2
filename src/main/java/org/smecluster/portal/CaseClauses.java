package org.smecluster.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.clause.ClauseAnswer;
import org.smecluster.clause.ClauseClaim;
import org.smecluster.clause.ClauseClaims;
import org.smecluster.clause.ClauseJudgement;
import org.smecluster.clause.ClauseReview;
import org.smecluster.clause.Judge;
import org.smecluster.clause.Seat;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.review.ExpertOpinion;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section 逐条判断 of a case file: what is declared and judged of each clause, side by side, as far as the person may know. */
@Component
class CaseClauses {

    /** Name of what was typed and refused, in the model. */
    static final String TYPED = "clausesTyped";

    private static final List<Outcome> CHOICES = List.of(Outcome.MET, Outcome.NOT_MET, Outcome.NEEDS_EXPLANATION);

    /** What a judge said of a clause. @param differs from what the unit claims */
    record Said(Outcome judgement, String sign, String reason, String by, boolean differs) {}

    /** @param mine whether the person judges in it now */
    record Column(Judge judge, boolean mine) {}

    /** @param answer in the recommendation or the conclusion; null where there is none */
    record Cell(Column column, List<Said> said, String answer) {}

    /**
     * @param open whether the person may declare it now
     * @param statement as it stands, or was typed
     * @param mine what the person has chosen of it, or typed; null where the person judges nothing
     */
    record Line(ClauseClaim claim, boolean open, String statement, List<Cell> cells, Mine mine) {

        public boolean disputed() {
            return cells.stream().flatMap(cell -> cell.said().stream()).anyMatch(Said::differs);
        }
    }

    /**
     * @param judgement name of the outcome; null before
     * @param answered whether somebody judged it not met, and the person's authority answers it
     */
    record Mine(String judgement, String reason, int revision, boolean answered, String answer) {}

    private final CaseAccess access;
    private final ClauseClaims claims;
    private final ClauseReview review;
    private final MaterialReview materials;

    CaseClauses(CaseAccess access, ClauseClaims claims, ClauseReview review, MaterialReview materials) {
        this.access = access;
        this.claims = claims;
        this.review = review;
        this.materials = materials;
    }

    boolean has(OpenCase file) {
        List<FiledVersion> versions = access.versions(file);
        return !versions.isEmpty()
                && claims.asked(versions.get(versions.size() - 1).submission());
    }

    /** In how many clauses something still stands against completing the person's task. */
    int missing(OpenCase file) {
        List<FiledVersion> versions = access.versions(file);
        if (versions.isEmpty()) {
            return 0;
        }
        SubmissionVersion latest = versions.get(versions.size() - 1).submission();
        boolean declares = access.isApplicant(file) && !claims.open(latest).isEmpty();
        return gaps(latest, seat(file, latest), declares).size();
    }

    void fill(Model model, OpenCase file, Optional<FiledVersion> shown) {
        Map<String, String> typed = typed(model);
        Optional<SubmissionVersion> version = shown.map(FiledVersion::submission);
        List<ClauseClaim> found = version.map(claims::of).orElse(List.of());
        model.addAttribute("clausesMissing", found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Optional<Seat> seat = version.flatMap(each -> seat(file, each));
        Set<String> open = access.isApplicant(file) ? claims.open(version.get()) : Set.of();
        // of a version in hand what was said of the one before it, for that is what is to be corrected
        Optional<SubmissionVersion> reviewed = version.get().frozen() ? version : before(file, version.get());
        List<ClauseJudgement> said = reviewed.map(review::judgements).orElse(List.of());
        List<ClauseAnswer> answers = reviewed.map(review::answers).orElse(List.of());
        List<Column> columns = columns(file, seat);
        model.addAttribute("clauseColumns", columns);
        model.addAttribute(
                "clauseLines",
                found.stream()
                        .map(claim -> new Line(
                                claim,
                                open.contains(claim.code()),
                                typed.getOrDefault("statement-" + claim.code(), claim.statement()),
                                columns.stream()
                                        .map(column -> cell(column, claim, file, said, answers))
                                        .toList(),
                                seat.map(mine -> mine(mine, claim, said, answers, typed))
                                        .orElse(null)))
                        .toList());
        model.addAttribute("clauseSeat", seat.orElse(null));
        model.addAttribute("clauseDeclares", !open.isEmpty());
        model.addAttribute("clauseChoices", CHOICES);
        model.addAttribute("clauseGaps", gaps(version.get(), seat, !open.isEmpty()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> typed(Model model) {
        return (Map<String, String>) model.asMap().getOrDefault(TYPED, Map.of());
    }

    private Optional<Seat> seat(OpenCase file, SubmissionVersion version) {
        List<FiledVersion> all = file.versions();
        boolean latest = all.get(all.size() - 1).submission().id() == version.id();
        return latest && version.frozen() ? review.seatOf(file.caseNumber(), access.account()) : Optional.empty();
    }

    private static Optional<SubmissionVersion> before(OpenCase file, SubmissionVersion version) {
        return file.versions().stream()
                .map(FiledVersion::submission)
                .filter(each -> each.round() == version.round() - 1)
                .findFirst();
    }

    /** A guest sees what he says himself; what the region deliberates is its own as long as the case is open. */
    private List<Column> columns(OpenCase file, Optional<Seat> seat) {
        boolean cityDecided = !materials.cityIsAtIt(file.caseNumber());
        List<Column> columns = new ArrayList<>();
        for (Judge judge : Judge.values()) {
            boolean mine = seat.filter(each -> each.judge() == judge).isPresent();
            boolean read =
                    switch (judge) {
                        case CITY -> !file.reading().guest() && (!file.reading().ofUnit() || cityDecided);
                        case EXPERT -> file.reading().ofRegion() || asked(file);
                        case REGION -> file.reading().deliberation();
                    };
            if (mine || read) {
                columns.add(new Column(judge, mine));
            }
        }
        return columns;
    }

    /** As an expert; other cities read it as guests too. */
    private boolean asked(OpenCase file) {
        return file.checks().experts().stream()
                .anyMatch(expert -> expert.expertId().equals(access.account().userId()));
    }

    private Cell cell(
            Column column, ClauseClaim claim, OpenCase file, List<ClauseJudgement> said, List<ClauseAnswer> answers) {
        return new Cell(
                column,
                said.stream()
                        .filter(each -> each.code().equals(claim.code()) && each.judge() == column.judge())
                        .filter(each -> column.judge() != Judge.EXPERT || expertKnown(file, each))
                        .map(each -> said(each, claim))
                        .toList(),
                answers.stream()
                        .filter(each -> each.code().equals(claim.code()) && each.judge() == column.judge())
                        .map(ClauseAnswer::answer)
                        .findFirst()
                        .orElse(null));
    }

    private static Said said(ClauseJudgement judgement, ClauseClaim claim) {
        return new Said(
                judgement.judgement(),
                CaseVerification.sign(judgement.judgement()),
                judgement.reason(),
                judgement.judgedByName() + " " + CaseFileModel.minute(judgement.judgedAt()),
                claim.claim().holdsMet() && judgement.judgement() != Outcome.MET);
    }

    /** Nobody reads what another expert says before all are in; what one who declined has begun, nobody ever. */
    private boolean expertKnown(OpenCase file, ClauseJudgement judgement) {
        return judgement.expert().equals(access.account().userId())
                || file.checks().complete()
                        && file.checks().experts().stream()
                                .filter(ExpertOpinion::given)
                                .anyMatch(expert -> expert.expertId().equals(judgement.expert()));
    }

    private static Mine mine(
            Seat seat,
            ClauseClaim claim,
            List<ClauseJudgement> said,
            List<ClauseAnswer> answers,
            Map<String, String> typed) {
        Optional<ClauseJudgement> saved = said.stream()
                .filter(each -> each.code().equals(claim.code()) && each.seat().equals(seat))
                .findFirst();
        boolean answered = seat.judge().answersIn() != null
                && said.stream()
                        .anyMatch(each -> each.code().equals(claim.code())
                                && each.judgement() == Outcome.NOT_MET
                                && seat.judge().answers(each.judge()));
        return new Mine(
                typed.getOrDefault(
                        "judgement-" + claim.code(),
                        saved.map(each -> each.judgement().name()).orElse(null)),
                typed.getOrDefault(
                        "reason-" + claim.code(),
                        saved.map(ClauseJudgement::reason).orElse(null)),
                // what was typed over what somebody else has saved meanwhile is refused until the page is read anew
                typed.containsKey("revision-" + claim.code())
                        ? revision(typed.get("revision-" + claim.code()))
                        : saved.map(ClauseJudgement::revision).orElse(0),
                answered,
                typed.getOrDefault(
                        "answer-" + claim.code(),
                        answers.stream()
                                .filter(each -> each.code().equals(claim.code()) && each.judge() == seat.judge())
                                .map(ClauseAnswer::answer)
                                .findFirst()
                                .orElse(null)));
    }

    /** What still stands against completing the person's task. */
    private List<String> gaps(SubmissionVersion version, Optional<Seat> seat, boolean declares) {
        if (declares) {
            return claims.gaps(version);
        }
        List<String> gaps = new ArrayList<>();
        seat.ifPresent(each -> {
            gaps.addAll(review.unjudged(version, each));
            if (each.judge().answersIn() != null) {
                gaps.addAll(review.unanswered(version, each.judge()));
            }
        });
        return gaps;
    }

    /** Fields by name as the form sends them: what each says of a clause stands behind a hyphen. */
    static Map<String, ClauseReview.Entry> entries(List<ClauseClaim> claims, Map<String, String> fields, Outcome rest) {
        Map<String, ClauseReview.Entry> entries = new HashMap<>();
        for (ClauseClaim claim : claims) {
            String judgement = fields.get("judgement-" + claim.code());
            entries.put(
                    claim.code(),
                    new ClauseReview.Entry(
                            judgement == null || judgement.isBlank() ? rest : outcome(judgement),
                            fields.get("reason-" + claim.code()),
                            revision(fields.get("revision-" + claim.code())),
                            fields.get("answer-" + claim.code())));
        }
        return entries;
    }

    private static Outcome outcome(String judgement) {
        return CHOICES.stream()
                .filter(choice -> choice.name().equals(judgement))
                .findFirst()
                .orElseThrow(() -> new Refusal("逐条判断只能是“符合”“不符合”或“需说明”"));
    }

    private static int revision(String revision) {
        return revision != null && revision.matches("[0-9]{1,6}") ? Integer.parseInt(revision) : 0;
    }
}

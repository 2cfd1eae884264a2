package org.smecluster.clause;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.calendar.Deadline;
import org.smecluster.filing.FilingProcedures;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.MaterialTick;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** City, experts and autonomous region judge the clauses of a frozen version one by one, and answer what is not met. */
@Service
@Transactional
@LegalBasis(article = 11)
@LegalBasis(article = 12, item = 2)
@LegalBasis(article = 12, item = 3)
public class ClauseReview {

    private static final int LONGEST = 1000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日HH:mm").withZone(Deadline.ZONE);

    /**
     * What a person enters of a clause.
     *
     * @param judgement null where none is chosen
     * @param reason blank for none
     * @param revision that the person saw
     * @param answer to what is judged not met; null where the page does not ask
     */
    public record Entry(Outcome judgement, String reason, int revision, String answer) {}

    private final Clauses clauses;
    private final ClauseProcedures judged;
    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final MaterialReview materials;
    private final Clock clock;

    ClauseReview(
            Clauses clauses,
            ClauseProcedures judged,
            FilingProcedures procedures,
            Submissions submissions,
            MaterialReview materials,
            Clock clock) {
        this.clauses = clauses;
        this.judged = judged;
        this.procedures = procedures;
        this.submissions = submissions;
        this.materials = materials;
        this.clock = clock;
    }

    /** As whom the person judges the case's latest version now; empty where not. */
    @Transactional(readOnly = true)
    public Optional<Seat> seatOf(String caseNumber, Account by) {
        return materials
                .levelOf(caseNumber, by)
                .map(level -> Seat.of(level == MaterialTick.Level.CITY ? Judge.CITY : Judge.REGION))
                .or(() -> judged.expertJudges(caseNumber, by.userId())
                        ? Optional.of(Seat.ofExpert(by.userId()))
                        : Optional.empty());
    }

    /** By clause and judge. */
    @Transactional(readOnly = true)
    public List<ClauseJudgement> judgements(SubmissionVersion version) {
        return clauses.judgements(List.of(version.id()));
    }

    @Transactional(readOnly = true)
    public List<ClauseAnswer> answers(SubmissionVersion version) {
        return clauses.answers(List.of(version.id()));
    }

    /**
     * Saves what is entered, complete or not; what is missing is refused when the task is completed.
     *
     * @param entries by code; a clause without a judgement is left as it was
     * @throws Overtaken where somebody has saved since what the person saw
     * @throws Refusal where it is not the person's turn
     */
    public void judge(String caseNumber, Map<String, Entry> entries, Account by) {
        String standing = procedures.of(caseNumber).lock(caseNumber).standing();
        Seat seat = seatOf(caseNumber, by).orElseThrow(() -> new Refusal("本案现为“" + standing + "”，现在不由您逐条判断"));
        SubmissionVersion version = submissions.latest(caseNumber).orElseThrow();
        Map<String, ClauseJudgement> before = clauses.judgements(List.of(version.id())).stream()
                .filter(each -> each.seat().equals(seat))
                .collect(Collectors.toMap(ClauseJudgement::code, Function.identity()));
        Instant now = clock.instant();
        List<ClauseJudgement> changed = new ArrayList<>();
        Map<String, String> answers = new LinkedHashMap<>();
        for (ClauseClaim claim : clauses.claims(version.id())) {
            Entry entry = entries.get(claim.code());
            if (entry == null) {
                continue;
            }
            ClauseJudgement made =
                    made(version, claim, seat, entry, Optional.ofNullable(before.get(claim.code())), by, now);
            if (made != null) {
                changed.add(made);
            }
            String answer = text(claim.cited() + "的答复", entry.answer());
            if (answer != null && seat.judge().answersIn() != null) {
                answers.put(claim.code(), answer);
            }
        }
        if (!changed.isEmpty()) {
            clauses.judge(changed);
        }
        if (!answers.isEmpty()) {
            clauses.answer(version.id(), seat.judge(), answers, by, now);
        }
    }

    /** Null where nothing changes. */
    private static ClauseJudgement made(
            SubmissionVersion version,
            ClauseClaim claim,
            Seat seat,
            Entry entry,
            Optional<ClauseJudgement> before,
            Account by,
            Instant now) {
        if (entry.judgement() == null) {
            return null;
        }
        if (entry.judgement() == Outcome.MISSING) {
            throw new Refusal("逐条判断只能是“符合”“不符合”或“需说明”");
        }
        String reason = text(claim.cited() + "的理由", entry.reason());
        if (before.filter(each -> each.judgement() == entry.judgement() && same(each.reason(), reason))
                .isPresent()) {
            return null;
        }
        int revision = before.map(ClauseJudgement::revision).orElse(0);
        if (revision != entry.revision()) {
            throw new Overtaken(claim.cited() + "已由"
                    + before.map(ClauseJudgement::judgedByName).orElse("他人") + "于"
                    + before.map(each -> MINUTE.format(each.judgedAt())).orElse("此前")
                    + "判断过，与您看到的不同，没有覆盖，本次填写的都没有保存。请记下您的判断，刷新页面核对后再填");
        }
        return new ClauseJudgement(
                version.id(),
                claim.code(),
                seat.judge(),
                seat.expert(),
                entry.judgement(),
                reason,
                revision + 1,
                by.userId(),
                by.displayName(),
                now);
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static String text(String what, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > LONGEST) {
            throw new Refusal(what + "至多" + LONGEST + "字，现有" + text.strip().length() + "字");
        }
        return text.strip();
    }

    /** What the seat still has to judge of the version, a sentence each; none where the version is not judged by clause. */
    @Transactional(readOnly = true)
    public List<String> unjudged(SubmissionVersion version, Seat seat) {
        List<ClauseClaim> claims = clauses.claims(version.id());
        if (claims.isEmpty()) {
            return List.of();
        }
        Map<String, ClauseJudgement> said = clauses.judgements(List.of(version.id())).stream()
                .filter(each -> each.seat().equals(seat))
                .collect(Collectors.toMap(ClauseJudgement::code, Function.identity()));
        return claims.stream()
                .flatMap(claim -> gap(claim, said.get(claim.code())).stream())
                .toList();
    }

    private static Optional<String> gap(ClauseClaim claim, ClauseJudgement said) {
        if (said == null) {
            return Optional.of(claim.cited() + "还没有判断");
        }
        return said.bare()
                ? Optional.of(claim.cited() + "判断为“" + said.judgement().label() + "”，请写明理由")
                : Optional.empty();
    }

    /** What is judged not met, by the authority or before it, and it has not answered; a sentence each. */
    @Transactional(readOnly = true)
    public List<String> unanswered(SubmissionVersion version, Judge authority) {
        List<ClauseJudgement> notMet = clauses.judgements(List.of(version.id())).stream()
                .filter(each -> each.judgement() == Outcome.NOT_MET && authority.answers(each.judge()))
                .toList();
        if (notMet.isEmpty()) {
            return List.of();
        }
        List<String> answered = clauses.answers(List.of(version.id())).stream()
                .filter(each -> each.judge() == authority)
                .map(ClauseAnswer::code)
                .toList();
        return clauses.claims(version.id()).stream()
                .filter(claim -> !answered.contains(claim.code()))
                .flatMap(claim -> notMet.stream()
                        .filter(each -> each.code().equals(claim.code()))
                        .map(ClauseJudgement::said)
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("、"),
                                said -> said.isEmpty()
                                        ? Optional.<String>empty()
                                        : Optional.of(claim.cited() + said + "，" + authority.answersIn() + "还没有答复")))
                        .stream())
                .toList();
    }

    /** @throws Refusal naming each clause that an authority has not judged, or not with the reason that it needs */
    @Transactional(readOnly = true)
    public void requireJudged(SubmissionVersion version, Judge authority) {
        refuse(unjudged(version, Seat.of(authority)), "逐条判断还没有填完");
    }

    /** The same of an expert. */
    @Transactional(readOnly = true)
    public void requireJudgedByExpert(SubmissionVersion version, String userId) {
        refuse(unjudged(version, Seat.ofExpert(userId)), "逐条判断还没有填完");
    }

    /** @throws Refusal naming each clause judged not met that the authority has not answered */
    @Transactional(readOnly = true)
    public void requireAnswered(SubmissionVersion version, Judge authority) {
        refuse(unanswered(version, authority), "判断为“不符合”的须逐条答复");
    }

    private static void refuse(List<String> gaps, String what) {
        if (!gaps.isEmpty()) {
            List<String> reasons = new ArrayList<>();
            reasons.add(what + "，请在“案件资料”的“逐条判断”中补齐（第十一条）");
            reasons.addAll(gaps);
            throw new Refusal(reasons);
        }
    }
}

package org.smecluster.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the experts of a case do, each alone: score, give an opinion, or decline, and then another is asked. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class ExpertReview {

    /**
     * What one expert scores by and has scored.
     *
     * @param scores by the criterion's position, as far as saved
     * @param open whether the expert may still score
     */
    public record Sheet(Criteria criteria, Map<Integer, Integer> scores, boolean open) {}

    /** One expert's answer beside the others. @param scores empty where none were asked for */
    public record Answer(ExpertOpinion opinion, Map<Integer, Integer> scores) {}

    /**
     * All answers of a case side by side.
     *
     * @param criteria null where the experts were asked before there were any
     * @param mean of the weighted scores, null where there are none; as the spread, the highest less the lowest
     * @param divergent whether the spread is above the limit, or one recommends what another does not
     */
    public record Comparison(
            Criteria criteria, List<Answer> answers, BigDecimal mean, BigDecimal spread, boolean divergent) {}

    private final ReviewService review;
    private final ReviewCriteria criteria;
    private final Checks checks;
    private final Scores scores;

    ExpertReview(ReviewService review, ReviewCriteria criteria, Checks checks, Scores scores) {
        this.review = review;
        this.criteria = criteria;
        this.checks = checks;
        this.scores = scores;
    }

    /** Empty for whoever was not asked, has declined, or was asked before there were criteria. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(String caseNumber, Account expert) {
        return opinion(caseNumber, expert.userId())
                .filter(opinion -> opinion.criteria() != null && !opinion.declined())
                .map(opinion -> new Sheet(
                        criteria.of(opinion.criteria()), scores.of(caseNumber, expert.userId()), !opinion.given()));
    }

    /**
     * Saves what the expert has scored so far, in the place of what was there.
     *
     * @param entered as typed, by the criterion's position; a blank is a gap
     * @throws Refusal where something is no score, or the person may score nothing now
     */
    public void score(String caseNumber, Map<Integer, String> entered, Account by) {
        review.inReview(caseNumber);
        Sheet sheet = sheet(caseNumber, by).filter(Sheet::open).orElseThrow(() -> new Refusal("您未受邀评审本案，或已经提交过意见"));
        Map<Integer, Integer> read = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (Criterion each : sheet.criteria().criteria()) {
            String typed = entered.getOrDefault(each.position(), "").strip();
            if (typed.matches("[0-9]{1,2}|100")) {
                read.put(each.position(), Integer.valueOf(typed));
            } else if (!typed.isEmpty()) {
                faults.add("“" + each.name() + "”的打分应为0至100的整数，现填的是“" + typed + "”");
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        scores.score(caseNumber, by.userId(), read);
    }

    /**
     * @param recommendation RECOMMEND, RESERVE or NOT_RECOMMEND
     * @throws Refusal for others than the expert, and where a criterion is not scored or a clause not judged, naming each
     */
    public void give(String caseNumber, String expertId, Conclusion recommendation, String text, Account by) {
        ExpertOpinion asked = outstanding(caseNumber, expertId, by);
        Criteria set = asked.criteria() == null ? null : criteria.of(asked.criteria());
        Map<Integer, Integer> scored = scores.of(caseNumber, expertId);
        List<String> gaps = new ArrayList<>(set == null ? List.of() : set.gaps(scored));
        try {
            review.requireJudged(caseNumber, expertId);
        } catch (Refusal unjudged) {
            gaps.addAll(unjudged.reasons());
        }
        if (!gaps.isEmpty()) {
            throw new Refusal(gaps);
        }
        checks.giveAsExpert(caseNumber, expertId, recommendation, set == null ? null : set.weighted(scored), text);
        review.record(caseNumber, "expert-" + expertId, "专家评审意见已提交", by);
    }

    /** The expert has a tie to the cluster that nobody knew of, and judges nothing. */
    public void decline(String caseNumber, String expertId, String reason, Account by) {
        ExpertOpinion asked = outstanding(caseNumber, expertId, by);
        checks.decline(caseNumber, expertId, reason);
        review.record(caseNumber, "declined-" + expertId, asked.expertName() + "申请回避：" + reason, by);
    }

    private ExpertOpinion outstanding(String caseNumber, String expertId, Account by) {
        review.inReview(caseNumber);
        if (!by.userId().equals(expertId)) {
            throw new Refusal("专家意见只能由受邀专家本人填写");
        }
        return opinion(caseNumber, expertId)
                .filter(opinion -> !opinion.given() && !opinion.declined())
                .orElseThrow(() -> new Refusal("您未受邀评审本案，或已经提交过意见"));
    }

    private Optional<ExpertOpinion> opinion(String caseNumber, String expertId) {
        return checks.experts(caseNumber).stream()
                .filter(one -> one.expertId().equals(expertId))
                .findFirst();
    }

    /** Why an expert declined, in a sentence. */
    @Transactional(readOnly = true)
    public String declined(String caseNumber, String expertId) {
        ExpertOpinion opinion = opinion(caseNumber, expertId).orElseThrow();
        return opinion.expertName() + "申请回避：" + opinion.declineReason();
    }

    /** Who may be asked in the place of one who declined: with no conflict, and not asked before. */
    @Transactional(readOnly = true)
    public List<Expert> replacements(String caseNumber) {
        List<String> asked =
                checks.experts(caseNumber).stream().map(ExpertOpinion::expertId).toList();
        return review.availableExperts(caseNumber).stream()
                .filter(expert -> !asked.contains(expert.userId()))
                .toList();
    }

    /**
     * @param replacementIds the one to ask in the place of who declined; empty to do without
     * @throws Refusal where it is more than one, that one may not be asked, or nobody would be left
     */
    public void replace(String caseNumber, String declinedId, List<String> replacementIds, Account by) {
        review.inReview(caseNumber);
        if (replacementIds.size() > 1) {
            throw new Refusal("一名专家回避，只能另选一名，请只选一名专家");
        }
        String without = opinion(caseNumber, declinedId).orElseThrow().expertName();
        if (replacementIds.isEmpty()) {
            if (checks.experts(caseNumber).stream().allMatch(ExpertOpinion::declined)) {
                throw new Refusal("选派的专家都已回避，至少要有一名专家评审，请另选专家");
            }
            review.record(caseNumber, "replaced-" + declinedId, without + "回避，不再另选专家", by);
        } else {
            Expert chosen = replacements(caseNumber).stream()
                    .filter(expert -> expert.userId().equals(replacementIds.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("所选专家不在名册、应当回避或者已经选派过，请从所列专家中选择"));
            review.assign(caseNumber, List.of(chosen), by);
            review.record(caseNumber, "replaced-" + declinedId, without + "回避，另选" + chosen.name() + "评审", by);
        }
        checks.settle(caseNumber, declinedId);
    }

    /** Empty until all are in, and for whoever may not read them. */
    @Transactional(readOnly = true)
    public Optional<Comparison> comparison(String caseNumber, ReadableChecks readable) {
        if (!readable.complete()) {
            return Optional.empty();
        }
        List<Answer> answers = readable.experts().stream()
                .filter(ExpertOpinion::given)
                .map(opinion -> new Answer(opinion, scores.of(caseNumber, opinion.expertId())))
                .toList();
        Criteria by = answers.stream()
                .map(answer -> answer.opinion().criteria())
                .filter(subject -> subject != null)
                .findFirst()
                .map(criteria::of)
                .orElse(null);
        return Optional.of(compare(by, answers));
    }

    static Comparison compare(Criteria by, List<Answer> answers) {
        List<BigDecimal> weighted = answers.stream()
                .map(answer -> answer.opinion().score())
                .filter(score -> score != null)
                .sorted(Comparator.naturalOrder())
                .toList();
        boolean opposed = has(answers, Conclusion.RECOMMEND) && has(answers, Conclusion.NOT_RECOMMEND);
        if (weighted.isEmpty()) {
            return new Comparison(by, answers, null, null, opposed);
        }
        BigDecimal spread = weighted.get(weighted.size() - 1).subtract(weighted.get(0));
        BigDecimal mean = weighted.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(weighted.size()), 2, RoundingMode.HALF_UP);
        boolean apart = by != null && spread.compareTo(BigDecimal.valueOf(by.divergence())) > 0;
        return new Comparison(by, answers, mean, spread, apart || opposed);
    }

    private static boolean has(List<Answer> answers, Conclusion conclusion) {
        return answers.stream().anyMatch(answer -> answer.opinion().recommendation() == conclusion);
    }
}

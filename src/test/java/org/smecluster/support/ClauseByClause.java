package org.smecluster.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.clause.ClauseClaim;
import org.smecluster.clause.ClauseClaims;
import org.smecluster.clause.ClauseJudgement;
import org.smecluster.clause.ClauseReview;
import org.smecluster.clause.ClauseReview.Entry;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Outcome;
import org.smecluster.security.Account;
import org.springframework.beans.factory.BeanFactory;

/** Clauses of 第十一条 in tests: declared and judged where the batch asks for it, and nothing where it does not. */
public final class ClauseByClause {

    private final ClauseClaims claims;
    private final ClauseReview review;
    private final Submissions submissions;

    public ClauseByClause(BeanFactory beans) {
        claims = beans.getBean(ClauseClaims.class);
        review = beans.getBean(ClauseReview.class);
        submissions = beans.getBean(Submissions.class);
    }

    private SubmissionVersion version(String caseNumber) {
        return submissions.latest(caseNumber).orElseThrow();
    }

    public List<ClauseClaim> claims(String caseNumber) {
        return claims.of(version(caseNumber));
    }

    /** In words, whatever is open. */
    public void declare(String caseNumber, Account by) {
        Map<String, String> statements = claims.open(version(caseNumber)).stream()
                .collect(Collectors.toMap(code -> code, code -> "情况属实，见发展规划。"));
        if (!statements.isEmpty()) {
            claims.state(caseNumber, statements, by);
        }
    }

    /** What the person has not judged yet is met; what is not met is answered. */
    public void judge(String caseNumber, Account by) {
        review.seatOf(caseNumber, by)
                .filter(seat -> !claims(caseNumber).isEmpty())
                .ifPresent(seat -> {
                    List<ClauseJudgement> said = review.judgements(version(caseNumber));
                    review.judge(
                            caseNumber,
                            claims(caseNumber).stream()
                                    .collect(Collectors.toMap(ClauseClaim::code, claim -> said.stream()
                                            .filter(each -> each.code().equals(claim.code())
                                                    && each.seat().equals(seat))
                                            .findFirst()
                                            .map(each ->
                                                    new Entry(each.judgement(), each.reason(), each.revision(), null))
                                            .orElse(new Entry(Outcome.MET, null, 0, null)))),
                            by);
                });
    }

    public void judge(String caseNumber, String code, Outcome judgement, String reason, int revision, Account by) {
        review.judge(caseNumber, Map.of(code, new Entry(judgement, reason, revision, null)), by);
    }

    public void answer(String caseNumber, String code, String answer, Account by) {
        review.judge(caseNumber, Map.of(code, new Entry(null, null, 0, answer)), by);
    }
}

package org.smecluster.clause;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.smecluster.security.Account;

/** What is declared, judged and answered of clauses, by version. */
public interface Clauses {

    /** The unit's words by code. */
    Map<String, String> statements(long submissionId);

    /** In the place of what was said of the same clauses. @param statements a null takes back what was said */
    void state(long submissionId, Map<String, String> statements, Account by, Instant at);

    void copyStatements(long from, long to);

    /** Once for each version. */
    void keep(long submissionId, List<ClauseClaim> claims);

    /** In the table's order; empty where none were kept. */
    List<ClauseClaim> claims(long submissionId);

    /** Each in the place of what the same judge said of the same clause. @param judgements at least one, of one judge and version */
    void judge(List<ClauseJudgement> judgements);

    /** By clause, in the order of the judges. */
    List<ClauseJudgement> judgements(Collection<Long> submissionIds);

    /** What the city found met of one version and the unit declared alike in the next, given to it. */
    void carryJudgements(long from, long to);

    /** In the place of an earlier answer. */
    void answer(long submissionId, Judge judge, Map<String, String> answers, Account by, Instant at);

    List<ClauseAnswer> answers(Collection<Long> submissionIds);
}

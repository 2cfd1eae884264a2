package org.smecluster.clause.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.clause.ClauseAnswer;
import org.smecluster.clause.ClauseClaim;
import org.smecluster.clause.ClauseJudgement;
import org.smecluster.clause.Clauses;
import org.smecluster.clause.Judge;
import org.smecluster.persistence.OneTrip;
import org.smecluster.persistence.Rows;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClauses implements Clauses {

    private final JdbcClient jdbc;
    private final OneTrip trip;

    JdbcClauses(JdbcClient jdbc, OneTrip trip) {
        this.jdbc = jdbc;
        this.trip = trip;
    }

    @Override
    public Map<String, String> statements(long submissionId) {
        return jdbc
                .sql("select code, statement from clause_statement where submission_id = ?")
                .param(submissionId)
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("statement")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void state(long submissionId, Map<String, String> statements, Account by, Instant at) {
        List<Map.Entry<String, String>> all = List.copyOf(statements.entrySet());
        trip.update(
                """
                        delete from clause_statement where submission_id = :id and code = any (cast(:codes as varchar[]));
                        insert into clause_statement (submission_id, code, statement, stated_by, stated_by_name, stated_at)
                        select :id, s.code, s.statement, :by, :byName, :at
                          from unnest(cast(:codes as varchar[]), cast(:statements as varchar[])) as s (code, statement)
                         where s.statement is not null
                        """,
                Map.of(
                        "id",
                        submissionId,
                        "codes",
                        texts(all, Map.Entry::getKey),
                        "statements",
                        texts(all, Map.Entry::getValue),
                        "by",
                        by.userId(),
                        "byName",
                        by.displayName(),
                        "at",
                        at.atOffset(ZoneOffset.UTC)));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    @Override
    public void copyStatements(long from, long to) {
        jdbc.sql("""
                        insert into clause_statement (submission_id, code, statement, stated_by, stated_by_name, stated_at)
                        select :to, code, statement, stated_by, stated_by_name, stated_at
                          from clause_statement where submission_id = :from
                        """).param("from", from).param("to", to).update();
    }

    @Override
    public void keep(long submissionId, List<ClauseClaim> claims) {
        jdbc.sql("""
                        insert into clause_claim (submission_id, code, position, label, words, article, on_form, claim,
                                                  statement, files, decision_version)
                        select :id, c.code, c.position - 1, c.label, c.words, c.article, c.on_form, c.claim, c.statement,
                               c.files, c.decision_version
                          from unnest(cast(:codes as varchar[]), cast(:labels as varchar[]), cast(:words as varchar[]),
                                      cast(:articles as varchar[]), cast(:onForm as boolean[]), cast(:claims as varchar[]),
                                      cast(:statements as varchar[]), cast(:files as integer[]),
                                      cast(:versions as integer[]))
                               with ordinality
                               as c (code, label, words, article, on_form, claim, statement, files, decision_version, position)
                        """)
                .param("id", submissionId)
                .param("codes", texts(claims, ClauseClaim::code))
                .param("labels", texts(claims, ClauseClaim::label))
                .param("words", texts(claims, ClauseClaim::words))
                .param("articles", texts(claims, ClauseClaim::article))
                .param("onForm", claims.stream().map(ClauseClaim::onForm).toArray(Boolean[]::new))
                .param("claims", texts(claims, each -> each.claim().name()))
                .param("statements", texts(claims, ClauseClaim::statement))
                .param("files", claims.stream().map(ClauseClaim::files).toArray(Integer[]::new))
                .param(
                        "versions",
                        claims.stream().map(ClauseClaim::decisionVersion).toArray(Integer[]::new))
                .update();
    }

    @Override
    public List<ClauseClaim> claims(long submissionId) {
        return jdbc.sql("select * from clause_claim where submission_id = ? order by position")
                .param(submissionId)
                .query(Rows.of(ClauseClaim.class))
                .list();
    }

    @Override
    public void judge(List<ClauseJudgement> judgements) {
        ClauseJudgement first = judgements.get(0);
        jdbc.sql("""
                        insert into clause_judgement (submission_id, code, judge, expert, judgement, reason, revision,
                                                      judged_by, judged_by_name, judged_at)
                        select :id, j.code, :judge, :expert, j.judgement, j.reason, j.revision, :by, :byName, :at
                          from unnest(cast(:codes as varchar[]), cast(:judgements as varchar[]),
                                      cast(:reasons as varchar[]), cast(:revisions as integer[]))
                               as j (code, judgement, reason, revision)
                        on conflict (submission_id, code, judge, expert) do update
                           set judgement = excluded.judgement, reason = excluded.reason, revision = excluded.revision,
                               judged_by = excluded.judged_by, judged_by_name = excluded.judged_by_name,
                               judged_at = excluded.judged_at
                        """)
                .param("id", first.submissionId())
                .param("judge", first.judge().name())
                .param("expert", first.expert())
                .param("by", first.judgedBy())
                .param("byName", first.judgedByName())
                .param("at", first.judgedAt().atOffset(ZoneOffset.UTC))
                .param("codes", texts(judgements, ClauseJudgement::code))
                .param("judgements", texts(judgements, each -> each.judgement().name()))
                .param("reasons", texts(judgements, ClauseJudgement::reason))
                .param(
                        "revisions",
                        judgements.stream().map(ClauseJudgement::revision).toArray(Integer[]::new))
                .update();
    }

    @Override
    public List<ClauseJudgement> judgements(Collection<Long> submissionIds) {
        return jdbc.sql("""
                        select j.* from clause_judgement j join clause_claim c using (submission_id, code)
                         where j.submission_id = any (:ids)
                         order by j.submission_id, c.position, j.judge, j.judged_by_name, j.expert
                        """)
                .param("ids", submissionIds.toArray(Long[]::new))
                .query(Rows.of(ClauseJudgement.class))
                .list();
    }

    @Override
    public void carryJudgements(long from, long to) {
        jdbc.sql("""
                        insert into clause_judgement (submission_id, code, judge, expert, judgement, reason, revision,
                                                      judged_by, judged_by_name, judged_at)
                        select :to, j.code, j.judge, j.expert, j.judgement, j.reason, j.revision, j.judged_by,
                               j.judged_by_name, j.judged_at
                          from clause_judgement j
                          join clause_claim before on before.submission_id = j.submission_id and before.code = j.code
                          join clause_claim now on now.submission_id = :to and now.code = j.code
                         where j.submission_id = :from and j.judge = 'CITY' and j.judgement = 'MET'
                           and now.claim = before.claim and now.statement is not distinct from before.statement
                        """).param("from", from).param("to", to).update();
    }

    @Override
    public void answer(long submissionId, Judge judge, Map<String, String> answers, Account by, Instant at) {
        List<Map.Entry<String, String>> all = List.copyOf(answers.entrySet());
        jdbc.sql("""
                        insert into clause_answer (submission_id, code, judge, answer, answered_by, answered_by_name, answered_at)
                        select :id, a.code, :judge, a.answer, :by, :byName, :at
                          from unnest(cast(:codes as varchar[]), cast(:answers as varchar[])) as a (code, answer)
                        on conflict (submission_id, code, judge) do update
                           set answer = excluded.answer, answered_by = excluded.answered_by,
                               answered_by_name = excluded.answered_by_name, answered_at = excluded.answered_at
                         where clause_answer.answer <> excluded.answer
                        """)
                .param("id", submissionId)
                .param("judge", judge.name())
                .param("codes", texts(all, Map.Entry::getKey))
                .param("answers", texts(all, Map.Entry::getValue))
                .param("by", by.userId())
                .param("byName", by.displayName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<ClauseAnswer> answers(Collection<Long> submissionIds) {
        return jdbc.sql("""
                        select a.* from clause_answer a join clause_claim c using (submission_id, code)
                         where a.submission_id = any (:ids) order by a.submission_id, c.position, a.judge
                        """)
                .param("ids", submissionIds.toArray(Long[]::new))
                .query(Rows.of(ClauseAnswer.class))
                .list();
    }
}

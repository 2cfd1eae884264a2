package org.smecluster.recognition.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.persistence.OneTrip;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.NoticeQuestion;
import org.smecluster.recognition.Questions;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuestions implements Questions {

    private final JdbcClient jdbc;
    private final OneTrip trip;

    JdbcQuestions(JdbcClient jdbc, OneTrip trip) {
        this.jdbc = jdbc;
        this.trip = trip;
    }

    @Override
    public List<NoticeQuestion> ofBatch(long batchId) {
        return jdbc.sql("select * from notice_question where batch_id = ? order by id")
                .param(batchId)
                .query(Rows.of(NoticeQuestion.class))
                .list();
    }

    @Override
    public List<NoticeQuestion> ofCase(String caseNumber) {
        return jdbc.sql("""
                        select q.* from notice_question q join application a using (batch_id)
                         where a.case_number = ? order by q.id""")
                .param(caseNumber)
                .query(Rows.of(NoticeQuestion.class))
                .list();
    }

    @Override
    public void add(
            long batchId,
            String question,
            NoticeQuestion.Kind kind,
            List<String> choices,
            boolean required,
            Account by,
            Instant at) {
        jdbc.sql("""
                        insert into notice_question (batch_id, question, kind, choices, required, added_by, added_by_name, added_at)
                        values (:batch, :question, :kind, :choices, :required, :by, :byName, :at)
                        """)
                .param("batch", batchId)
                .param("question", question)
                .param("kind", kind.name())
                .param("choices", choices.toArray(String[]::new))
                .param("required", required)
                .param("by", by.userId())
                .param("byName", by.displayName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean remove(long batchId, long id) {
        jdbc.sql(
                        "delete from notice_answer where question_id in (select id from notice_question where id = ? and batch_id = ?)")
                .params(id, batchId)
                .update();
        return jdbc.sql("delete from notice_question where id = ? and batch_id = ?")
                        .params(id, batchId)
                        .update()
                == 1;
    }

    @Override
    public boolean hasFiles(long id) {
        return jdbc.sql(
                        "select exists (select from evidence_file f join notice_question q on q.code = f.condition where q.id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean anySubmitted(long batchId) {
        return jdbc.sql("""
                        select exists (select from submission s join application a using (case_number)
                                        where a.batch_id = ? and (s.state = 'FROZEN' or s.truthfulness_committed))""").param(batchId).query(Boolean.class).single();
    }

    @Override
    public Map<Long, String> answers(long submissionId) {
        return jdbc
                .sql("select question_id, answer from notice_answer where submission_id = ?")
                .param(submissionId)
                .query((row, number) -> Map.entry(row.getLong("question_id"), row.getString("answer")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void answer(long submissionId, Map<Long, String> answers, Account by, Instant at) {
        List<Map.Entry<Long, String>> all = List.copyOf(answers.entrySet());
        trip.update(
                """
                        delete from notice_answer where submission_id = :id and question_id = any (cast(:questions as bigint[]));
                        insert into notice_answer (submission_id, question_id, answer, answered_by, answered_by_name, answered_at)
                        select :id, a.question_id, a.answer, :by, :byName, :at
                          from unnest(cast(:questions as bigint[]), cast(:answers as varchar[])) as a (question_id, answer)
                         where a.answer is not null
                        """,
                Map.of(
                        "id",
                        submissionId,
                        "questions",
                        all.stream().map(Map.Entry::getKey).toArray(Long[]::new),
                        "answers",
                        all.stream().map(Map.Entry::getValue).toArray(String[]::new),
                        "by",
                        by.userId(),
                        "byName",
                        by.displayName(),
                        "at",
                        at.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public void copyAnswers(long from, long to) {
        jdbc.sql("""
                        insert into notice_answer (submission_id, question_id, answer, answered_by, answered_by_name, answered_at)
                        select :to, question_id, answer, answered_by, answered_by_name, answered_at
                          from notice_answer where submission_id = :from
                        """).param("from", from).param("to", to).update();
    }
}

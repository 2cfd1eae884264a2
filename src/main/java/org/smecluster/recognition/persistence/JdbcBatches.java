package org.smecluster.recognition.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.BatchState;
import org.smecluster.recognition.Batches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBatches implements Batches {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcBatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Batch> acceptingOn(LocalDate day) {
        return jdbc.sql("select * from batch where state = 'OPEN' and :day between window_start and window_end")
                .param("day", day)
                .query(Rows.of(Batch.class))
                .optional();
    }

    @Override
    public Optional<Batch> find(long id) {
        return jdbc.sql("select * from batch where id = :id")
                .param("id", id)
                .query(Rows.of(Batch.class))
                .optional();
    }

    @Override
    public Optional<Batch> ofCase(String caseNumber) {
        return jdbc.sql("select b.* from batch b join application a on a.batch_id = b.id where a.case_number = ?")
                .param(caseNumber)
                .query(Rows.of(Batch.class))
                .optional();
    }

    @Override
    public Optional<Batch> byNumber(String batchNumber) {
        return jdbc.sql("select * from batch where batch_number = :batchNumber")
                .param("batchNumber", batchNumber)
                .query(Rows.of(Batch.class))
                .optional();
    }

    @Override
    public List<Batch> all() {
        return jdbc.sql("select * from batch order by id desc")
                .query(Rows.of(Batch.class))
                .list();
    }

    @Override
    public Optional<Batch> overlapping(LocalDate windowStart, LocalDate windowEnd) {
        return jdbc.sql("""
                        select * from batch
                        where state <> 'CLOSED' and window_start <= :windowEnd and window_end >= :windowStart
                        order by id limit 1
                        """)
                .param("windowStart", windowStart)
                .param("windowEnd", windowEnd)
                .query(Rows.of(Batch.class))
                .optional();
    }

    @Override
    public long insert(BatchOpening opening, String batchNumber, String openedBy) {
        return jdbc.sql("""
                        insert into batch (batch_number, year, notice_number, window_start, window_end,
                                           recommendation_deadline, publicity_days, publication_day_counts, quota,
                                           site_verification, clauses, state, opened_by, opened_at)
                        values (:batchNumber, :year, :noticeNumber, :windowStart, :windowEnd,
                                :recommendationDeadline, :publicityDays, :publicationDayCounts, :quota,
                                :siteVerification, :clauses, 'OPEN', :openedBy, :now)
                        returning id
                        """)
                .param("batchNumber", batchNumber)
                .param("year", opening.year())
                .param("noticeNumber", opening.noticeNumber())
                .param("windowStart", opening.windowStart())
                .param("windowEnd", opening.windowEnd())
                .param("recommendationDeadline", opening.recommendationDeadline())
                .param("publicityDays", opening.publicityDays())
                .param("publicationDayCounts", opening.publicationDayCounts())
                .param("quota", opening.quota())
                .param("siteVerification", opening.siteVerification())
                .param("clauses", opening.clauses())
                .param("openedBy", openedBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public void compared(long id, String summary) {
        jdbc.sql("update batch set comparison_summary = :summary, state = 'SELECTING' where id = :id")
                .param("id", id)
                .param("summary", summary)
                .update();
    }

    @Override
    public void selected(long id, String note, BatchState next) {
        jdbc.sql("update batch set selection_note = :note where id = :id")
                .param("id", id)
                .param("note", note)
                .update();
        enter(id, next);
    }

    @Override
    public Batch lock(long id) {
        return jdbc.sql("select * from batch where id = :id for update")
                .param("id", id)
                .query(Rows.of(Batch.class))
                .single();
    }

    @Override
    public void enter(long id, BatchState state) {
        jdbc.sql("""
                        update batch
                        set state = :state, closed_at = case when :state = 'CLOSED' then cast(:now as timestamptz) end
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}

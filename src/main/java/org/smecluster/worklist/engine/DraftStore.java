package org.smecluster.worklist.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.smecluster.persistence.OneTrip;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of drafts. */
@Repository
class DraftStore {

    enum Place {
        TASK,
        START
    }

    record Stored(String entered, Instant savedAt) {}

    private final JdbcClient jdbc;
    private final OneTrip trip;

    DraftStore(JdbcClient jdbc, OneTrip trip) {
        this.jdbc = jdbc;
        this.trip = trip;
    }

    Optional<Stored> find(Place place, String subject, String userId) {
        return jdbc.sql("""
                        select entered, saved_at from form_draft
                        where place = :place and subject = :subject and user_id = :userId
                        """)
                .param("place", place.name())
                .param("subject", subject)
                .param("userId", userId)
                .query(DraftStore::stored)
                .optional();
    }

    /** The task's row is held, so that a draft can neither come into being while its task ends nor after. */
    @Transactional
    boolean putOfTask(String taskId, String userId, String entered, Instant now) {
        return jdbc.sql("""
                        insert into form_draft (place, subject, user_id, entered, saved_at)
                        select 'TASK', id_, assignee_, :entered, :now
                        from (select id_, assignee_ from act_ru_task
                              where id_ = :taskId and assignee_ = :userId for key share) task
                        on conflict (place, subject, user_id) do update
                        set entered = excluded.entered, saved_at = excluded.saved_at
                        """)
                        .param("taskId", taskId)
                        .param("userId", userId)
                        .param("entered", entered)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void putOfStart(String processKey, String userId, String entered, Instant now) {
        jdbc.sql("""
                        insert into form_draft (place, subject, user_id, entered, saved_at)
                        values ('START', :processKey, :userId, :entered, :now)
                        on conflict (place, subject, user_id) do update
                        set entered = excluded.entered, saved_at = excluded.saved_at
                        """)
                .param("processKey", processKey)
                .param("userId", userId)
                .param("entered", entered)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(Place place, String subject, String userId) {
        jdbc.sql("delete from form_draft where place = :place and subject = :subject and user_id = :userId")
                .param("place", place.name())
                .param("subject", subject)
                .param("userId", userId)
                .update();
    }

    /** Everybody's drafts of the task that ends in this transaction, also those that are being saved at this moment. */
    void taskEnds(String taskId) {
        trip.update("""
                        select id_ from act_ru_task where id_ = :taskId for update;
                        delete from form_draft where place = 'TASK' and subject = :taskId
                        """, Map.of("taskId", taskId));
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getString("entered"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}

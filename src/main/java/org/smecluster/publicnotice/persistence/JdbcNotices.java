package org.smecluster.publicnotice.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeContact;
import org.smecluster.publicnotice.NoticeItem;
import org.smecluster.publicnotice.NoticePlan;
import org.smecluster.publicnotice.Notices;
import org.smecluster.publicnotice.Objection;
import org.smecluster.publicnotice.ObjectionEntry;
import org.smecluster.publicnotice.Ruling;
import org.smecluster.registry.PublicityOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Notice> find(long id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id)
                .query(this::notice)
                .optional();
    }

    @Override
    public Optional<Notice> ofSubject(String subject) {
        return jdbc.sql("select * from notice where subject = :subject")
                .param("subject", subject)
                .query(this::notice)
                .optional();
    }

    @Override
    public List<Notice> all() {
        return jdbc.sql("select * from notice order by published_on desc, id desc")
                .query(this::notice)
                .list();
    }

    @Override
    public List<Notice> ofCases(Collection<String> caseNumbers) {
        return jdbc.sql("""
                        select * from notice
                        where id in (select notice_id from notice_item where case_number = any (:numbers))
                        order by id
                        """)
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query(this::notice)
                .list();
    }

    @Override
    public Optional<Instant> endedAt(long id) {
        return jdbc.sql("select period_ended_at from notice where id = :id and period_ended_at is not null")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Notice notice(ResultSet row, int i) throws SQLException {
        long id = row.getLong("id");
        return new Notice(
                id,
                row.getString("subject"),
                row.getString("title"),
                row.getObject("published_on", LocalDate.class),
                row.getInt("publicity_days"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("period_ended_at") != null,
                row.getString("snapshot"),
                row.getString("sha256"),
                contact(row.getObject("contact_id", Long.class)),
                items(id));
    }

    private NoticeContact contact(Long id) {
        return id == null
                ? null
                : jdbc.sql("select * from notice_contact where id = ?")
                        .param(id)
                        .query(Rows.of(NoticeContact.class))
                        .single();
    }

    private List<NoticeItem> items(long noticeId) {
        return jdbc.sql("select * from notice_item where notice_id = :noticeId order by position")
                .param("noticeId", noticeId)
                .query(Rows.of(NoticeItem.class))
                .list();
    }

    @Override
    public long insert(Notice notice, String processInstanceId) {
        long id = jdbc.sql("""
                        insert into notice (subject, title, published_on, publicity_days, first_day, ends_on, snapshot, sha256,
                                            contact_id, process_instance_id)
                        values (:subject, :title, :publishedOn, :publicityDays, :firstDay, :endsOn, :snapshot, :sha256,
                                :contactId, :processInstanceId)
                        returning id
                        """)
                .param("subject", notice.subject())
                .param("title", notice.title())
                .param("publishedOn", notice.publishedOn())
                .param("publicityDays", notice.publicityDays())
                .param("firstDay", notice.firstDay())
                .param("endsOn", notice.endsOn())
                .param("snapshot", notice.snapshot())
                .param("sha256", notice.sha256())
                .param(
                        "contactId",
                        notice.contact() == null ? null : notice.contact().id())
                .param("processInstanceId", processInstanceId)
                .query(Long.class)
                .single();
        for (int position = 0; position < notice.items().size(); position++) {
            insert(id, position, notice.items().get(position));
        }
        return id;
    }

    private void insert(long noticeId, int position, NoticeItem item) {
        jdbc.sql("""
                        insert into notice_item (notice_id, position, case_number, cluster_name, leading_industry,
                                                 applicant, county, city, outcome)
                        values (:noticeId, :position, :caseNumber, :clusterName, :leadingIndustry,
                                :applicant, :county, :city, :outcome)
                        """)
                .param("noticeId", noticeId)
                .param("position", position)
                .param("caseNumber", item.caseNumber())
                .param("clusterName", item.clusterName())
                .param("leadingIndustry", item.leadingIndustry())
                .param("applicant", item.applicant())
                .param("county", item.county())
                .param("city", item.city())
                .param("outcome", item.outcome().name())
                .update();
    }

    @Override
    public void moveEnd(String processInstanceId, LocalDate endsOn) {
        jdbc.sql("""
                        update notice set ends_on = :endsOn
                        where process_instance_id = :processInstanceId and period_ended_at is null
                        """)
                .param("processInstanceId", processInstanceId)
                .param("endsOn", endsOn)
                .update();
    }

    @Override
    public boolean endPeriod(long id) {
        return jdbc.sql("update notice set period_ended_at = :now where id = :id and period_ended_at is null")
                        .param("id", id)
                        .param("now", now())
                        .update()
                == 1;
    }

    @Override
    public void outcome(long id, String caseNumber, PublicityOutcome outcome) {
        jdbc.sql("update notice_item set outcome = :outcome where notice_id = :id and case_number = :caseNumber")
                .param("id", id)
                .param("caseNumber", caseNumber)
                .param("outcome", outcome.name())
                .update();
    }

    @Override
    public void lock(long id) {
        jdbc.sql("select id from notice where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    @Override
    public void keepOpen(long id) {
        jdbc.sql("select id from notice where id = :id for share")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<NoticeContact> contactOf(String subject) {
        return planOf(subject).map(NoticePlan::contactId).map(this::contact);
    }

    @Override
    public long insertObjection(long noticeId, ObjectionEntry entry, String enteredBy) {
        return jdbc.sql("""
                        insert into objection (notice_id, case_number, objector_name, contact, grounds, received_on,
                                               receipt_number, scan_file, entered_by, entered_at)
                        values (:noticeId, :caseNumber, :objectorName, :contact, :grounds, :receivedOn,
                                :receiptNumber, :scanFile, :enteredBy, :now)
                        returning id
                        """)
                .param("noticeId", noticeId)
                .param("caseNumber", entry.caseNumber())
                .param("objectorName", entry.objectorName().trim())
                .param("contact", entry.contact().trim())
                .param("grounds", entry.grounds().trim())
                .param("receivedOn", entry.receivedOn())
                .param(
                        "receiptNumber",
                        entry.receiptNumber() == null || entry.receiptNumber().isBlank()
                                ? null
                                : entry.receiptNumber().trim())
                .param("scanFile", entry.scanFile())
                .param("enteredBy", enteredBy)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Objection> objection(long id) {
        return jdbc.sql("select * from objection where id = :id")
                .param("id", id)
                .query(Rows.of(Objection.class))
                .optional();
    }

    @Override
    public List<Objection> objections(long noticeId) {
        return jdbc.sql("select * from objection where notice_id = :noticeId order by id")
                .param("noticeId", noticeId)
                .query(Rows.of(Objection.class))
                .list();
    }

    @Override
    public void verified(long objectionId, String facts, String told, String verifiedBy) {
        jdbc.sql("""
                        update objection
                        set facts = :facts, told = :told, verified_by = :verifiedBy, verified_at = :now where id = :id
                        """)
                .param("id", objectionId)
                .param("facts", facts)
                .param("told", told)
                .param("verifiedBy", verifiedBy)
                .param("now", now())
                .update();
    }

    @Override
    public void ruled(long objectionId, Ruling ruling, String reason, String ruledBy) {
        jdbc.sql("""
                        update objection
                        set ruling = :ruling, ruling_reason = :reason, ruled_by = :ruledBy, ruled_at = :now
                        where id = :id
                        """)
                .param("id", objectionId)
                .param("ruling", ruling.name())
                .param("reason", reason)
                .param("ruledBy", ruledBy)
                .param("now", now())
                .update();
    }

    @Override
    public void plan(NoticePlan plan) {
        jdbc.sql("""
                        insert into notice_plan (subject, publishes_at, first_day, ends_on, contact_id)
                        values (:subject, :publishesAt, :firstDay, :endsOn, :contactId)
                        on conflict (subject) do nothing
                        """)
                .param("subject", plan.subject())
                .param("publishesAt", plan.publishesAt().atOffset(ZoneOffset.UTC))
                .param("firstDay", plan.firstDay())
                .param("endsOn", plan.endsOn())
                .param("contactId", plan.contactId())
                .update();
    }

    @Override
    public Optional<NoticePlan> planOf(String subject) {
        return jdbc.sql("select * from notice_plan where subject = :subject")
                .param("subject", subject)
                .query(Rows.of(NoticePlan.class))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

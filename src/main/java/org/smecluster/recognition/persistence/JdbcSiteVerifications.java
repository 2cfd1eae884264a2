package org.smecluster.recognition.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.law.Outcome;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.SiteFinding;
import org.smecluster.recognition.SiteVerification;
import org.smecluster.recognition.SiteVerifications;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSiteVerifications implements SiteVerifications {

    private record HeadRow(
            LocalDate verifiedOn,
            List<String> people,
            String note,
            int revision,
            String savedByName,
            Instant savedAt,
            String summary,
            String completedByName,
            Instant completedAt) {

        SiteVerification head() {
            return new SiteVerification(
                    verifiedOn,
                    people,
                    note,
                    revision,
                    savedByName,
                    savedAt,
                    summary,
                    completedByName,
                    completedAt,
                    List.of());
        }
    }

    private record FindingRow(
            String item, Outcome judgement, String seen, int revision, String savedByName, Instant savedAt) {

        SiteFinding finding() {
            return new SiteFinding(
                    ConditionItem.of(item).orElseThrow(), judgement, seen, revision, savedByName, savedAt);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSiteVerifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<SiteVerification> head(long applicationId) {
        return jdbc.sql("select * from site_verification where application_id = ?")
                .param(applicationId)
                .query(Rows.of(HeadRow.class))
                .optional()
                .map(HeadRow::head);
    }

    @Override
    public List<SiteFinding> rows(long applicationId) {
        return jdbc
                .sql("select * from site_verification_row where application_id = ?")
                .param(applicationId)
                .query(Rows.of(FindingRow.class))
                .list()
                .stream()
                .map(FindingRow::finding)
                .toList();
    }

    @Override
    public void saveHead(
            long applicationId, LocalDate verifiedOn, List<String> people, String note, int revision, Account by) {
        jdbc.sql("""
                        insert into site_verification (application_id, verified_on, people, note, revision,
                                                       saved_by, saved_by_name, saved_at)
                        values (:application, :verifiedOn, :people, :note, :revision, :by, :byName, :at)
                        on conflict (application_id) do update
                           set verified_on = excluded.verified_on, people = excluded.people, note = excluded.note,
                               revision = excluded.revision, saved_by = excluded.saved_by,
                               saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at""")
                .param("application", applicationId)
                .param("verifiedOn", verifiedOn)
                .param("people", people.toArray(String[]::new))
                .param("note", note)
                .param("revision", revision)
                .param("by", by.userId())
                .param("byName", by.displayName())
                .param("at", now())
                .update();
    }

    @Override
    public void saveRow(
            long applicationId, ConditionItem item, Outcome judgement, String seen, int revision, Account by) {
        jdbc.sql("""
                        insert into site_verification_row (application_id, item, judgement, seen, revision,
                                                           saved_by, saved_by_name, saved_at)
                        values (:application, :item, :judgement, :seen, :revision, :by, :byName, :at)
                        on conflict (application_id, item) do update
                           set judgement = excluded.judgement, seen = excluded.seen, revision = excluded.revision,
                               saved_by = excluded.saved_by, saved_by_name = excluded.saved_by_name,
                               saved_at = excluded.saved_at""")
                .param("application", applicationId)
                .param("item", item.table())
                .param("judgement", judgement == null ? null : judgement.name())
                .param("seen", seen)
                .param("revision", revision)
                .param("by", by.userId())
                .param("byName", by.displayName())
                .param("at", now())
                .update();
    }

    @Override
    public void complete(long applicationId, String summary, Account by) {
        jdbc.sql("""
                        update site_verification
                           set summary = ?, completed_by = ?, completed_by_name = ?, completed_at = ?
                         where application_id = ?""")
                .params(summary, by.userId(), by.displayName(), now(), applicationId)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

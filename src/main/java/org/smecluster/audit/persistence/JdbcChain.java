package org.smecluster.audit.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.smecluster.audit.ChainEntry;
import org.smecluster.audit.ChainHead;
import org.smecluster.audit.ChainStore;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcChain implements ChainStore {

    /** Of transactions that write the chain, on whatever node. */
    private static final long LOCK = 7_240_017L;

    private static final int PART = 10_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcChain(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public boolean writes() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<ChainEntry> last() {
        return jdbc.sql("select * from chain_entry order by number desc limit 1")
                .query(Rows.of(ChainEntry.class))
                .optional();
    }

    @Override
    public Optional<ChainEntry> entry(long number) {
        return jdbc.sql("select * from chain_entry where number = ?")
                .param(number)
                .query(Rows.of(ChainEntry.class))
                .optional();
    }

    @Override
    public Optional<ChainEntry> lastBefore(Instant time) {
        return jdbc.sql("select * from chain_entry where queued_at < ? order by number desc limit 1")
                .param(utc(time))
                .query(Rows.of(ChainEntry.class))
                .optional();
    }

    @Override
    public List<ChainEntry.Queued> queued(int most) {
        return jdbc.sql("select * from chain_queue order by id limit ?")
                .param(most)
                .query((row, number) -> new ChainEntry.Queued(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getInt("version"),
                        row.getString("key"),
                        row.getString("case_number"),
                        row.getBytes("digest"),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void chain(List<ChainEntry> entries, List<Long> queued) {
        batches.batchUpdate(
                """
                insert into chain_entry
                       (number, source, version, key, case_number, digest, queued_at, algorithm, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.number(),
                            entry.source(),
                            entry.version(),
                            entry.key(),
                            entry.caseNumber(),
                            entry.digest(),
                            utc(entry.queuedAt()),
                            entry.algorithm(),
                            entry.previous(),
                            entry.hash()
                        })
                        .toList());
        jdbc.sql("delete from chain_queue where id = any (?)")
                .param(queued.toArray(Long[]::new))
                .update();
    }

    @Override
    public Lag lag() {
        return jdbc.sql("select count(*) as count, min(queued_at) as oldest from chain_queue")
                .query(Rows.of(Lag.class))
                .single();
    }

    @Override
    public void addHead(ChainHead head) {
        jdbc.sql("insert into chain_head (day, number, hash, made_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(head.day(), head.number(), head.hash(), utc(head.madeAt()))
                .update();
    }

    @Override
    public Optional<ChainHead> newestHead() {
        return jdbc.sql("select * from chain_head order by day desc limit 1")
                .query(Rows.of(ChainHead.class))
                .optional();
    }

    @Override
    public List<ChainHead> unfiled() {
        return jdbc.sql("select * from chain_head where filed_at is null order by day")
                .query(Rows.of(ChainHead.class))
                .list();
    }

    @Override
    public void filed(LocalDate day, Instant at) {
        jdbc.sql("update chain_head set filed_at = ? where day = ?")
                .params(utc(at), day)
                .update();
    }

    @Override
    public void forEach(Consumer<ChainEntry> entry) {
        long after = 0;
        List<ChainEntry> part;
        do {
            part = jdbc.sql("select * from chain_entry where number > ? order by number limit ?")
                    .params(after, PART)
                    .query(Rows.of(ChainEntry.class))
                    .list();
            part.forEach(entry);
            after = part.isEmpty() ? after : part.get(part.size() - 1).number();
        } while (part.size() == PART);
    }

    @Override
    public List<String> sources() {
        return jdbc.sql("select distinct name from chain_source order by name")
                .query(String.class)
                .list();
    }

    private record Source(String name, int version, String key, String ofCase, String content, String entered) {

        String rows() {
            return "(select (%s)::text as key, (%s)::text as case_number, sha256(convert_to(jsonb_build_array(%s)::text, 'UTF8')) as digest from %s t where %s)"
                    .formatted(key, ofCase, content, name, entered);
        }
    }

    /** What stands in {@code chain_source} is SQL of our migrations; a role that may change it may do anything else, too. */
    @Override
    @Transactional
    public List<Difference> differences(String source) {
        jdbc.sql("set local timezone = 'UTC'").update();
        List<Source> versions = jdbc.sql(
                        "select name, version, key, \"case\" as of_case, content, entered from chain_source where name = ? order by version")
                .param(source)
                .query(Rows.of(Source.class))
                .list();
        List<Difference> found = new ArrayList<>();
        for (Source each : versions) {
            found.addAll(jdbc.sql("""
                            select case when r.key is null then 'GONE' else 'CHANGED' end as kind,
                                   e.source, e.key, e.case_number, e.number
                              from chain_entry e
                              left join %s r on r.key = e.key
                             where e.source = ? and e.version = ? and r.digest is distinct from e.digest
                             order by e.number
                            """.formatted(each.rows()))
                    .params(source, each.version())
                    .query(Rows.of(Difference.class))
                    .list());
        }
        found.addAll(
                jdbc.sql("""
                        select 'TWICE' as kind, source, key, max(case_number) as case_number, max(number) as number
                          from chain_entry where source = ? group by source, key having count(*) > 1
                        """).param(source).query(Rows.of(Difference.class)).list());
        found.addAll(jdbc.sql("""
                        select 'NEVER_CHAINED' as kind, ? as source, r.key, r.case_number, 0 as number
                          from %s r
                         where not exists (select from chain_entry e where e.source = ? and e.key = r.key)
                           and not exists (select from chain_queue q where q.source = ? and q.key = r.key)
                         order by r.key
                        """.formatted(versions.get(versions.size() - 1).rows()))
                .params(source, source, source)
                .query(Rows.of(Difference.class))
                .list());
        return found;
    }
}

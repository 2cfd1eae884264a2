package org.smecluster.whatif.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.assessment.Stage;
import org.smecluster.law.Outcome;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.smecluster.whatif.ConditionChange;
import org.smecluster.whatif.Counts;
import org.smecluster.whatif.OnFile;
import org.smecluster.whatif.Standing;
import org.smecluster.whatif.WhatIf;
import org.smecluster.whatif.WhatIfLine;
import org.smecluster.whatif.WhatIfStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcWhatIfs implements WhatIfStore {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectMapper json;

    JdbcWhatIfs(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    @Override
    public Optional<WhatIf> find(long draftId) {
        return jdbc.sql("select * from what_if where draft_id = ?")
                .param(draftId)
                .query(this::whatIf)
                .optional();
    }

    @Override
    @Transactional
    public Optional<WhatIf> ask(long draftId, Account by, Instant now) {
        Optional<WhatIf> asked = jdbc.sql("""
                        insert into what_if as made (draft_id, run, asked_by, asked_by_name, asked_at, state)
                        values (:draft, 1, :by, :name, :now, 'WAITING')
                        on conflict (draft_id) do update
                           set run = made.run + 1, asked_by = :by, asked_by_name = :name, asked_at = :now, state = 'WAITING',
                               done = 0, total = 0, lease_until = null, finished_at = null, against = '[]', counts = null
                         where made.state not in ('WAITING', 'RUNNING')
                        returning *
                        """)
                .param("draft", draftId)
                .param("by", by.userId())
                .param("name", by.displayName())
                .param("now", utc(now))
                .query(this::whatIf)
                .optional();
        asked.ifPresent(waiting -> jdbc.sql("delete from what_if_line where draft_id = ?")
                .param(draftId)
                .update());
        return asked;
    }

    @Override
    public boolean cancel(long draftId, Instant now) {
        return jdbc.sql("""
                        update what_if set state = 'CANCELLED', finished_at = ?, lease_until = null
                         where draft_id = ? and state in ('WAITING', 'RUNNING')""").params(utc(now), draftId).update() == 1;
    }

    @Override
    @Transactional
    public Optional<WhatIf> claim(Instant now) {
        jdbc.sql("""
                        update what_if set state = 'INTERRUPTED', finished_at = ?, lease_until = null
                         where state = 'RUNNING' and lease_until < now()""").param(utc(now)).update();
        return jdbc.sql("""
                        update what_if set state = 'RUNNING', lease_until = now() + make_interval(secs => ?)
                         where draft_id = (select draft_id from what_if where state = 'WAITING'
                                            order by asked_at, draft_id limit 1 for update skip locked)
                        returning *""").param(LEASE_SECONDS).query(this::whatIf).optional();
    }

    @Override
    public void renew(WhatIf running) {
        jdbc.sql("""
                        update what_if set lease_until = now() + make_interval(secs => ?)
                         where draft_id = ? and run = ? and state = 'RUNNING'""").params(LEASE_SECONDS, running.draftId(), running.run()).update();
    }

    @Override
    public boolean reached(WhatIf running, int done, int total, List<LiveKey> against) {
        return jdbc.sql("""
                        update what_if set done = greatest(done, ?), total = ?, against = cast(? as jsonb)
                         where draft_id = ? and run = ? and state = 'RUNNING'""")
                        .params(done, total, written(against), running.draftId(), running.run())
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public boolean done(WhatIf running, Counts counts, List<WhatIfLine> lines, Instant now) {
        int updated = jdbc.sql("""
                        update what_if set state = 'DONE', counts = cast(? as jsonb), finished_at = ?, lease_until = null
                         where draft_id = ? and run = ? and state = 'RUNNING'""")
                .params(written(counts), utc(now), running.draftId(), running.run())
                .update();
        if (updated == 0) {
            return false;
        }
        template.batchUpdate("""
                insert into what_if_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""", lines, AT_ONCE, (insert, line) -> {
            insert.setLong(1, running.draftId());
            insert.setLong(2, line.assessmentId());
            insert.setString(3, line.caseNumber());
            insert.setBoolean(4, line.latest());
            insert.setBoolean(5, line.readable());
            int column = 6;
            for (Standing standing : List.of(line.recorded(), line.before(), line.after())) {
                insert.setString(
                        column++,
                        standing.overall() == null ? null : standing.overall().name());
                insert.setObject(column++, standing.vetoed());
            }
            insert.setString(column, written(line.changes()));
        });
        return true;
    }

    @Override
    public void failed(WhatIf running, Instant now) {
        jdbc.sql("""
                        update what_if set state = 'FAILED', finished_at = ?, lease_until = null
                         where draft_id = ? and run = ? and state = 'RUNNING'""").params(utc(now), running.draftId(), running.run()).update();
    }

    private record Filed(
            long assessmentId,
            String caseNumber,
            CaseKind kind,
            String cityGroup,
            String cluster,
            Stage.Kind stage,
            boolean closed) {}

    /** The latest of each case first. */
    @Override
    public List<OnFile> onFile() {
        Set<String> seen = new HashSet<>();
        Set<String> seenByAll = new HashSet<>();
        List<OnFile> counted = new ArrayList<>();
        for (Filed filed : jdbc.sql("""
                        select a.id, a.stage_kind, s.case_number, c.kind, c.city_group, c.closed_at is not null as closed,
                               coalesce(k.cluster_number, c.applicant_group || ' ' || c.cluster_name) as cluster
                          from assessment a
                          join submission s on s.id = a.submission_id and s.state = 'FROZEN'
                          join case_record c on c.case_number = s.case_number
                          left join (select case_number, min(cluster_number) as cluster_number
                                       from case_cluster group by case_number) k on k.case_number = c.case_number
                         order by a.id desc
                        """)
                .query((row, i) -> new Filed(
                        row.getLong("id"),
                        row.getString("case_number"),
                        CaseKind.valueOf(row.getString("kind")),
                        row.getString("city_group"),
                        row.getString("cluster"),
                        Stage.Kind.valueOf(row.getString("stage_kind")),
                        row.getBoolean("closed")))
                .list()) {
            boolean latest = seen.add(filed.caseNumber());
            boolean readable = !filed.stage().ofDeliberation() && seenByAll.add(filed.caseNumber());
            if (latest || readable) {
                counted.add(new OnFile(
                        filed.assessmentId(),
                        filed.caseNumber(),
                        filed.kind(),
                        filed.cityGroup(),
                        filed.cluster(),
                        latest,
                        readable,
                        filed.closed()));
            }
        }
        return counted;
    }

    @Override
    public List<WhatIfLine> lines(long draftId) {
        return jdbc.sql("select * from what_if_line where draft_id = ? order by case_number, assessment_id")
                .param(draftId)
                .query((row, i) -> new WhatIfLine(
                        row.getLong("assessment_id"),
                        row.getString("case_number"),
                        row.getBoolean("latest"),
                        row.getBoolean("readable"),
                        standing(row, "recorded"),
                        standing(row, "before"),
                        standing(row, "after"),
                        read(row.getString("changes"), new TypeReference<List<ConditionChange>>() {})))
                .list();
    }

    private static Standing standing(ResultSet row, String which) throws SQLException {
        String overall = row.getString(which + "_overall");
        return new Standing(
                overall == null ? null : Outcome.valueOf(overall), row.getObject(which + "_vetoed", Boolean.class));
    }

    @Override
    public void forgetLines(Instant finishedBefore) {
        jdbc.sql("delete from what_if_line where draft_id in (select draft_id from what_if where finished_at < ?)")
                .param(utc(finishedBefore))
                .update();
    }

    private WhatIf whatIf(ResultSet row, int i) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String counts = row.getString("counts");
        return new WhatIf(
                row.getLong("draft_id"),
                row.getInt("run"),
                row.getString("asked_by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                WhatIf.State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                finished == null ? null : finished.toInstant(),
                read(row.getString("against"), new TypeReference<List<LiveKey>>() {}),
                counts == null ? null : read(counts, new TypeReference<Counts>() {}));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

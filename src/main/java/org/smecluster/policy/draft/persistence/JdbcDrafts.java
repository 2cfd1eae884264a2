package org.smecluster.policy.draft.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.persistence.Rows;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.DraftEvent;
import org.smecluster.policy.draft.DraftFile;
import org.smecluster.policy.draft.DraftJudgement;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.policy.draft.ReplacedFile;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrafts implements Drafts {

    private static final String FOLLOW_BY_DEFAULT = ".form";

    private final JdbcClient jdbc;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ModelDraft> add(
            ModelDraft.Kind kind,
            ModelDraft.State state,
            String digest,
            String name,
            Account author,
            Instant now,
            Collection<ModelSource> files) {
        Optional<ModelDraft> added = jdbc.sql("""
                        insert into model_draft (kind, digest, name, state, author, author_name, submitted_at)
                        values (:kind, :digest, :name, :state, :author, :authorName, :now)
                        on conflict do nothing
                        returning *
                        """)
                .param("kind", kind.name())
                .param("state", state.name())
                .param("digest", digest)
                .param("name", name)
                .param("author", author.userId())
                .param("authorName", author.displayName())
                .param("now", utc(now))
                .query(Rows.of(ModelDraft.class))
                .optional();
        added.ifPresent(draft -> {
            int place = 0;
            for (ModelSource file : files) {
                jdbc.sql("insert into model_draft_file values (?, ?, ?, ?, ?)")
                        .params(
                                draft.id(),
                                ++place,
                                file.name(),
                                file.content(),
                                file.name().endsWith(FOLLOW_BY_DEFAULT))
                        .update();
            }
        });
        return added;
    }

    @Override
    public Optional<ModelDraft> undecided(String digest) {
        return jdbc.sql("""
                        select * from model_draft
                        where digest = :digest and state in ('OPEN', 'APPROVED') and kind = 'ORDINARY'
                        for update
                        """)
                .param("digest", digest)
                .query(Rows.of(ModelDraft.class))
                .optional();
    }

    @Override
    public Optional<ModelDraft> refused(String digest) {
        return jdbc.sql("select * from model_draft where digest = :digest and state = 'REFUSED' for update")
                .param("digest", digest)
                .query(Rows.of(ModelDraft.class))
                .optional();
    }

    @Override
    public Optional<ModelDraft> find(long id) {
        return jdbc.sql("select * from model_draft where id = :id")
                .param("id", id)
                .query(Rows.of(ModelDraft.class))
                .optional();
    }

    @Override
    public Optional<ModelDraft> hold(long id) {
        return jdbc.sql("select * from model_draft where id = :id for update")
                .param("id", id)
                .query(Rows.of(ModelDraft.class))
                .optional();
    }

    @Override
    public List<ModelDraft> all() {
        return jdbc.sql("select * from model_draft order by id desc")
                .query(Rows.of(ModelDraft.class))
                .list();
    }

    @Override
    public Map<String, ModelDraft> byNumber(Collection<String> numbers) {
        return jdbc
                .sql("select * from model_draft where number = any (:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(Rows.of(ModelDraft.class))
                .list()
                .stream()
                .collect(Collectors.toMap(ModelDraft::number, Function.identity()));
    }

    @Override
    public List<Long> due(LocalDate day) {
        return jdbc.sql("""
                        select id from model_draft where state = 'APPROVED' and effective_on <= :day
                        order by effective_on, id
                        """).param("day", day).query(Long.class).list();
    }

    @Override
    public List<DraftFile> files(long id) {
        return jdbc.sql("select * from model_draft_file where draft_id = :id order by place")
                .param("id", id)
                .query((row, number) -> new DraftFile(
                        row.getInt("place"),
                        row.getString("resource"),
                        row.getBytes("content"),
                        row.getBoolean("running_cases_follow")))
                .list();
    }

    private record Resource(long draftId, String resource) {}

    @Override
    public Map<Long, List<String>> resources(Collection<ModelDraft> drafts) {
        return jdbc
                .sql("select draft_id, resource from model_draft_file where draft_id = any (:ids) order by place")
                .param("ids", drafts.stream().map(ModelDraft::id).toArray(Long[]::new))
                .query(Rows.of(Resource.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Resource::draftId, Collectors.mapping(Resource::resource, Collectors.toList())));
    }

    @Override
    public void follow(long id, int place, boolean runningCasesFollow) {
        jdbc.sql("update model_draft_file set running_cases_follow = ? where draft_id = ? and place = ?")
                .params(runningCasesFollow, id, place)
                .update();
    }

    @Override
    public long judged(long id, Instant now, List<ModelFinding> findings, List<LiveKey> grounds) {
        long judgement = jdbc.sql(
                        "insert into model_draft_judgement (draft_id, judged_at) values (:id, :now) returning id")
                .param("id", id)
                .param("now", utc(now))
                .query(Long.class)
                .single();
        IntStream.range(0, findings.size()).forEach(place -> {
            ModelFinding finding = findings.get(place);
            jdbc.sql("insert into model_draft_finding values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            judgement,
                            place,
                            finding.file(),
                            finding.line(),
                            finding.element(),
                            finding.problem(),
                            finding.remedy(),
                            finding.article(),
                            finding.weight().name(),
                            finding.path().toArray(String[]::new))
                    .update();
        });
        jdbc.sql("""
                        insert into model_draft_ground
                        select :judgement, ground.* from unnest(:kinds, :keys, :versions, :digests) as ground
                        """)
                .param("judgement", judgement)
                .param("kinds", grounds.stream().map(LiveKey::kind).toArray(String[]::new))
                .param("keys", grounds.stream().map(LiveKey::keyId).toArray(String[]::new))
                .param("versions", grounds.stream().map(LiveKey::version).toArray(Integer[]::new))
                .param("digests", grounds.stream().map(LiveKey::digest).toArray(String[]::new))
                .update();
        return judgement;
    }

    @Override
    public DraftJudgement judgement(long id) {
        long latest = jdbc.sql("select max(id) from model_draft_judgement where draft_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        return judgement(id, latest).orElseThrow();
    }

    private record Judged(long id, Instant judgedAt) {}

    @Override
    public Optional<DraftJudgement> judgement(long id, long judgementId) {
        return jdbc.sql("select id, judged_at from model_draft_judgement where draft_id = :id and id = :judgement")
                .param("id", id)
                .param("judgement", judgementId)
                .query(Rows.of(Judged.class))
                .optional()
                .map(found ->
                        new DraftJudgement(found.id(), found.judgedAt(), findings(found.id()), grounds(found.id())));
    }

    private List<ModelFinding> findings(long judgement) {
        return jdbc.sql("select * from model_draft_finding where judgement_id = :judgement order by place")
                .param("judgement", judgement)
                .query((row, number) -> new ModelFinding(
                        row.getString("file"),
                        row.getInt("line"),
                        row.getString("element"),
                        row.getString("problem"),
                        row.getString("remedy"),
                        row.getString("article"),
                        ModelFinding.Weight.valueOf(row.getString("weight")),
                        List.of((String[]) row.getArray("path").getArray())))
                .list();
    }

    private List<LiveKey> grounds(long judgement) {
        return jdbc.sql("select * from model_draft_ground where judgement_id = :judgement order by kind, key_id")
                .param("judgement", judgement)
                .query(Rows.of(LiveKey.class))
                .list();
    }

    @Override
    public void happened(DraftEvent event) {
        jdbc.sql("""
                        insert into model_draft_event (draft_id, kind, happened_at, user_id, user_name, reason, judgement_id)
                        values (:draft, :kind, :at, :user, :name, :reason, :judgement)
                        """)
                .param("draft", event.draftId())
                .param("kind", event.kind().name())
                .param("at", utc(event.happenedAt()))
                .param("user", event.userId())
                .param("name", event.userName())
                .param("reason", event.reason())
                .param("judgement", event.judgementId())
                .update();
    }

    @Override
    public List<DraftEvent> events(long id) {
        return jdbc.sql("select * from model_draft_event where draft_id = :id order by id")
                .param("id", id)
                .query(Rows.of(DraftEvent.class))
                .list();
    }

    @Override
    public void state(long id, ModelDraft.State state) {
        jdbc.sql("""
                        update model_draft set state = :state,
                            approved_by = case when :state = 'OPEN' then null else approved_by end,
                            approved_by_name = case when :state = 'OPEN' then null else approved_by_name end,
                            effective_on = case when :state = 'OPEN' then null else effective_on end
                        where id = :id
                        """).param("id", id).param("state", state.name()).update();
    }

    @Override
    public void approved(long id, Account by, LocalDate effectiveOn) {
        jdbc.sql("""
                        update model_draft set state = 'APPROVED', approved_by = :by, approved_by_name = :name,
                            effective_on = :day
                        where id = :id
                        """)
                .param("id", id)
                .param("by", by.userId())
                .param("name", by.displayName())
                .param("day", effectiveOn)
                .update();
    }

    @Override
    public void emergency(long id, Account by, LocalDate effectiveOn) {
        jdbc.sql("""
                        update model_draft set kind = 'EMERGENCY', approved_by = :by, approved_by_name = :name,
                            effective_on = :day
                        where id = :id
                        """)
                .param("id", id)
                .param("by", by.userId())
                .param("name", by.displayName())
                .param("day", effectiveOn)
                .update();
    }

    @Override
    public void live(long id, Instant now, String deploymentId, List<LiveFile> replaced) {
        jdbc.sql("update model_draft set state = 'LIVE', live_at = :now, deployment_id = :deployment where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .param("deployment", deploymentId)
                .update();
        IntStream.range(0, replaced.size()).forEach(place -> {
            LiveFile file = replaced.get(place);
            jdbc.sql("insert into model_draft_replaced values (?, ?, ?, ?, ?)")
                    .params(id, place, file.source().name(), file.source().content(), file.shipped())
                    .update();
        });
    }

    @Override
    public List<ReplacedFile> replaced(long id) {
        return jdbc.sql("select * from model_draft_replaced where draft_id = :id order by place")
                .param("id", id)
                .query((row, number) ->
                        new ReplacedFile(row.getString("resource"), row.getBytes("content"), row.getBoolean("shipped")))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package org.smecluster.filing.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.MaterialChecks;
import org.smecluster.filing.MaterialTick;
import org.smecluster.filing.MaterialTick.Level;
import org.smecluster.persistence.Rows;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMaterialChecks implements MaterialChecks {

    private final JdbcClient jdbc;

    JdbcMaterialChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void insert(long submissionId, MaterialCheck check) {
        List<ApplicationMaterial> materials = check.materials();
        jdbc.sql("""
                        insert into application_material (submission_id, position, code, name, provided_by, requirement,
                                                          article, note, held, holding, absence, decision_version)
                        select :submissionId, m.position - 1, m.code, m.name, m.provided_by, m.requirement, m.article,
                               m.note, m.held, m.holding, m.absence, :decisionVersion
                        from unnest(cast(:codes as varchar[]), cast(:names as varchar[]), cast(:providedBy as varchar[]),
                                    cast(:requirements as varchar[]), cast(:articles as varchar[]),
                                    cast(:notes as varchar[]), cast(:held as boolean[]), cast(:holdings as varchar[]),
                                    cast(:absences as varchar[]))
                             with ordinality
                             as m (code, name, provided_by, requirement, article, note, held, holding, absence, position)
                        """)
                .param("submissionId", submissionId)
                .param("decisionVersion", check.decisionVersion())
                .param("codes", texts(materials, ApplicationMaterial::code))
                .param("names", texts(materials, ApplicationMaterial::name))
                .param("providedBy", texts(materials, each -> each.providedBy().name()))
                .param("requirements", texts(materials, each -> each.requirement()
                        .name()))
                .param("articles", texts(materials, ApplicationMaterial::article))
                .param("notes", texts(materials, ApplicationMaterial::note))
                .param("held", materials.stream().map(ApplicationMaterial::held).toArray(Boolean[]::new))
                .param("holdings", texts(materials, ApplicationMaterial::holding))
                .param("absences", texts(materials, ApplicationMaterial::absence))
                .update();
    }

    private static String[] texts(List<ApplicationMaterial> materials, Function<ApplicationMaterial, String> text) {
        return materials.stream().map(text).toArray(String[]::new);
    }

    @Override
    public Optional<MaterialCheck> find(long submissionId) {
        List<ApplicationMaterial> materials = jdbc.sql(
                        "select * from application_material where submission_id = :submissionId order by position")
                .param("submissionId", submissionId)
                .query(Rows.of(ApplicationMaterial.class))
                .list();
        if (materials.isEmpty()) {
            return Optional.empty();
        }
        int version = jdbc.sql(
                        "select max(decision_version) from application_material where submission_id = :submissionId")
                .param("submissionId", submissionId)
                .query(Integer.class)
                .single();
        return Optional.of(new MaterialCheck(version, materials));
    }

    @Override
    public Map<String, String> absences(long submissionId) {
        return jdbc
                .sql("select code, reason from material_absence where submission_id = ?")
                .param(submissionId)
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional
    public void explainAbsence(long submissionId, String code, String reason, Account by, Instant at) {
        jdbc.sql("delete from material_absence where submission_id = ? and code = ?")
                .params(submissionId, code)
                .update();
        if (reason != null) {
            jdbc.sql("""
                            insert into material_absence (submission_id, code, reason, given_by, given_by_name, given_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            submissionId,
                            code,
                            reason,
                            by.userId(),
                            by.displayName(),
                            OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .update();
        }
    }

    @Override
    public void copyAbsences(long from, long to, Set<String> but) {
        jdbc.sql("""
                        insert into material_absence (submission_id, code, reason, given_by, given_by_name, given_at)
                        select ?, code, reason, given_by, given_by_name, given_at
                          from material_absence where submission_id = ? and code <> all (?)""").params(to, from, but.toArray(String[]::new)).update();
    }

    @Override
    public void tick(
            long submissionId, String code, Level level, boolean accepted, String reason, Account by, Instant at) {
        jdbc.sql("""
                        insert into material_tick (submission_id, code, level, accepted, reason, ticked_by, ticked_by_name,
                                                   ticked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        submissionId,
                        code,
                        level.name(),
                        accepted,
                        reason,
                        by.userId(),
                        by.displayName(),
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<MaterialTick> ticks(long submissionId) {
        return jdbc.sql("""
                        select * from material_tick tick
                         where submission_id = ?
                           and not exists (select from material_tick later
                                            where later.submission_id = tick.submission_id and later.code = tick.code
                                              and later.level = tick.level and later.id > tick.id)
                         order by id""")
                .param(submissionId)
                .query(Rows.of(MaterialTick.class))
                .list();
    }

    @Override
    public List<MaterialTick> everyTick(Collection<Long> submissionIds) {
        return submissionIds.isEmpty()
                ? List.of()
                : jdbc.sql("select * from material_tick where submission_id in (:ids) and not carried order by id")
                        .param("ids", submissionIds)
                        .query(Rows.of(MaterialTick.class))
                        .list();
    }

    @Override
    public void carryTicks(long submissionId, Set<String> codes) {
        jdbc.sql("""
                        insert into material_tick (submission_id, code, level, accepted, carried, ticked_by, ticked_by_name,
                                                   ticked_at)
                        select now.id, tick.code, tick.level, true, true, tick.ticked_by, tick.ticked_by_name, tick.ticked_at
                          from submission now
                          join submission before on before.case_number = now.case_number and before.round = now.round - 1
                          join material_tick tick on tick.submission_id = before.id
                         where now.id = :id and tick.level = 'CITY' and tick.accepted and tick.code = any(:codes)
                           and not exists (select from material_tick later
                                            where later.submission_id = tick.submission_id and later.code = tick.code
                                              and later.level = tick.level and later.id > tick.id)
                         order by tick.id""")
                .param("id", submissionId)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }
}

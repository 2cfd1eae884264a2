package org.smecluster.recognition.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.recognition.Sector;
import org.smecluster.recognition.SectorScheme;
import org.smecluster.recognition.Sectors;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSectors implements Sectors {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSectors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static Sector sector(ResultSet row, int number) throws SQLException {
        return new Sector(
                SectorScheme.valueOf(row.getString("scheme")),
                row.getString("code"),
                row.getString("name"),
                row.getString("division"),
                row.getString("source"),
                row.getObject("retired_at") != null);
    }

    @Override
    public List<Sector> all() {
        return jdbc.sql("select * from sector order by scheme, code")
                .query(JdbcSectors::sector)
                .list();
    }

    @Override
    public Optional<Sector> find(SectorScheme scheme, String code) {
        return jdbc.sql("select * from sector where scheme = :scheme and code = :code")
                .param("scheme", scheme.name())
                .param("code", code)
                .query(JdbcSectors::sector)
                .optional();
    }

    @Override
    public Map<Long, List<Sector>> ofApplications(Collection<Long> applicationIds) {
        Map<Long, List<Sector>> chosen = new HashMap<>();
        jdbc.sql("""
                        select a.application_id, s.* from application_sector a join sector s using (scheme, code)
                         where a.application_id = any (:ids)
                         order by array_position(array['GB4754', 'SIX', 'BASE', 'CHAIN'], s.scheme::text)
                        """).param("ids", applicationIds.toArray(Long[]::new)).query(row -> {
            chosen.computeIfAbsent(row.getLong("application_id"), id -> new ArrayList<>())
                    .add(sector(row, 0));
        });
        return chosen;
    }

    @Override
    public void choose(long applicationId, Sector chosen, Account by) {
        jdbc.sql("""
                        insert into application_sector (application_id, scheme, code, chosen_by, chosen_by_name, chosen_at)
                        values (:id, :scheme, :code, :by, :byName, :now)
                        on conflict (application_id, scheme) do update
                        set code = excluded.code, chosen_by = excluded.chosen_by,
                            chosen_by_name = excluded.chosen_by_name, chosen_at = excluded.chosen_at
                        """)
                .param("id", applicationId)
                .param("scheme", chosen.scheme().name())
                .param("code", chosen.code())
                .param("by", by.userId())
                .param("byName", by.displayName())
                .param("now", now())
                .update();
    }

    @Override
    public boolean add(Sector added, Account by) {
        return jdbc.sql("""
                        insert into sector (scheme, code, name, division, source, added_by)
                        values (:scheme, :code, :name, :division, :source, :by)
                        on conflict do nothing
                        """)
                        .param("scheme", added.scheme().name())
                        .param("code", added.code())
                        .param("name", added.name())
                        .param("division", added.division())
                        .param("source", added.source())
                        .param("by", by.displayName())
                        .update()
                == 1;
    }

    @Override
    public void retire(SectorScheme scheme, String code) {
        jdbc.sql("update sector set retired_at = :now where scheme = :scheme and code = :code and retired_at is null")
                .param("scheme", scheme.name())
                .param("code", code)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package org.smecluster.region.persistence;

import java.util.List;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnits implements Units {

    private final JdbcClient jdbc;

    JdbcUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Unit> all() {
        return jdbc.sql("""
                        select code, name, level, parent_code, park_kind
                          from region_unit
                         order by array_position(array['CITY', 'COUNTY', 'PARK'], level::text), code
                        """).query(Unit.class).list();
    }
}

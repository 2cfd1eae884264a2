package org.smecluster.region.persistence;

import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitRegister;
import org.smecluster.region.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A web request reads the tree once, however many rows of a page ask for names and scopes; a job reads it each time. */
@Repository
class JdbcUnits implements Units, UnitRegister.Kept {

    private static final String TREE = JdbcUnits.class.getName();

    private record Tree(List<Unit> units) {}

    private final JdbcClient jdbc;

    JdbcUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Unit> all() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read();
        }
        if (request.getAttribute(TREE, RequestAttributes.SCOPE_REQUEST) instanceof Tree known) {
            return known.units();
        }
        List<Unit> units = read();
        request.setAttribute(TREE, new Tree(units), RequestAttributes.SCOPE_REQUEST);
        return units;
    }

    private List<Unit> read() {
        return List.copyOf(jdbc.sql("""
                        select code, name, level, parent_code, park_kind, county_code
                          from region_unit
                         order by array_position(array['CITY', 'DIRECT', 'COUNTY', 'PARK'], level::text), code
                        """).query(Rows.of(Unit.class)).list());
    }

    @Override
    public void add(Unit unit) {
        forget();
        jdbc.sql("""
                        insert into region_unit (code, name, level, parent_code, park_kind, county_code)
                        values (:code, :name, :level, :parent, :parkKind, :county)
                        """)
                .param("code", unit.code())
                .param("name", unit.name())
                .param("level", unit.level().name())
                .param("parent", unit.parentCode())
                .param(
                        "parkKind",
                        unit.parkKind() == null ? null : unit.parkKind().name())
                .param("county", unit.countyCode())
                .update();
    }

    @Override
    public void rename(String code, String name) {
        forget();
        jdbc.sql("update region_unit set name = :name where code = :code")
                .param("name", name)
                .param("code", code)
                .update();
    }

    private static void forget() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(TREE, RequestAttributes.SCOPE_REQUEST);
        }
    }
}

package org.smecluster.region.persistence;

import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A web request reads the tree once, however many rows of a page ask for names and scopes; a job reads it each time. */
@Repository
class JdbcUnits implements Units {

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
}

package org.smecluster.region.persistence;

import java.util.Set;
import java.util.TreeSet;
import org.smecluster.region.Neighbours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNeighbours implements Neighbours {

    private final JdbcClient jdbc;

    JdbcNeighbours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> of(String county) {
        return pairedWith(county, true);
    }

    @Override
    public Set<String> uncertain(String county) {
        return pairedWith(county, false);
    }

    private Set<String> pairedWith(String county, boolean certain) {
        return new TreeSet<>(jdbc.sql("""
                        select neighbour from county_neighbour where county = :county and certain = :certain
                        union
                        select county from county_neighbour where neighbour = :county and certain = :certain
                        """)
                .param("county", county)
                .param("certain", certain)
                .query(String.class)
                .list());
    }
}

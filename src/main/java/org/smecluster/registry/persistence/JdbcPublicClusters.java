package org.smecluster.registry.persistence;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.ClusterSearch;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.PublicCluster;
import org.smecluster.registry.PublicClusters;
import org.smecluster.registry.PublicSearch;
import org.smecluster.registry.PublicStanding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPublicClusters implements PublicClusters {

    /** {@code told}: a row for each cluster that is or was recognised, by what its recognition came to. */
    private static final String TOLD = """
            with recognition as (
                select c.id, c.cluster_number, c.name, c.leading_industry, c.county_code, c.city_code, c.applicant_group,
                       c.recognised_on, c.document_number, t.term_ends_on,
                       case when c.state = any (:lasting) then c.state else e.state end as state,
                       e.happened_on as ended_on, e.article as ended_article, e.document_number as ended_document
                from cluster c
                left join lateral (select max(t.ends_on) as term_ends_on from cluster_term t where t.cluster_id = c.id) t on true
                left join lateral (select e.* from cluster_event e
                                    where e.cluster_id = c.id and e.state in ('LAPSED', 'REVOKED')
                                      and c.state <> all (:lasting)
                                    order by e.id desc limit 1) e on true
                where c.recognised_on is not null),
            told as (
                select r.*,
                       case when r.state in ('LAPSED', 'REVOKED') then r.state
                            when r.state <> 'AWAITING_REVIEW' and (r.term_ends_on is null or r.term_ends_on >= :today) then 'VALID'
                            else 'TERM_ENDED' end as standing
                from recognition r where r.state is not null),
            places as (select * from unnest(cast(:codes as varchar[]), cast(:names as varchar[])) as n (code, name))
            """;

    private static final String SOUGHT = """
             where r.state = any (:states) and r.standing = any (:standings)
               and (:place = '' or r.county_code = :place or left(r.county_code, 4) = :place or r.city_code = :place)
               and (:industry = '' or r.leading_industry = :industry)
               and (cast(:year as integer) is null or extract(year from r.recognised_on) = cast(:year as integer))
               and (:text = '' or position(:text in concat_ws(' ', r.cluster_number, r.name, r.leading_industry,
                    coalesce((select n.name from places n where n.code = r.county_code), r.county_code),
                    coalesce((select n.name from places n where n.code = r.city_code), r.city_code))) > 0)
            """;

    private final JdbcClient jdbc;

    JdbcPublicClusters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PublicCluster> byNumber(String clusterNumber, LocalDate today) {
        return told("select * from told where cluster_number = :number", Map.of(), today)
                .param("number", clusterNumber)
                .query(Rows.of(PublicCluster.class))
                .optional();
    }

    @Override
    public int count(PublicSearch search, LocalDate today) {
        return sought("select count(*) from told r", search, "", today)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<PublicCluster> page(PublicSearch search, int from, int size, LocalDate today) {
        String order =
                switch (search.order()) {
                    case NUMBER -> "";
                    case LATEST_RECOGNISED -> "r.recognised_on desc,";
                    case LATEST_ENDED -> "r.ended_on desc,";
                };
        return sought(
                        "select * from told r",
                        search,
                        "order by " + order + " r.cluster_number limit :size offset :from",
                        today)
                .param("size", size)
                .param("from", from)
                .query(Rows.of(PublicCluster.class))
                .list();
    }

    private JdbcClient.StatementSpec sought(String select, PublicSearch search, String order, LocalDate today) {
        return told(select + SOUGHT + order, search.places(), today)
                .param("states", names(search.states()))
                .param("standings", names(search.standings()))
                .param("place", search.place())
                .param("industry", search.industry())
                .param("year", search.year())
                .param("text", search.text());
    }

    private JdbcClient.StatementSpec told(String select, Map<String, String> places, LocalDate today) {
        return jdbc.sql(TOLD + select)
                .param("lasting", names(ClusterSearch.recognitionLasts()))
                .param("today", today)
                .param("codes", places.keySet().toArray(String[]::new))
                .param("names", places.values().toArray(String[]::new));
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    @Override
    public Map<PublicStanding, Integer> standings(LocalDate today) {
        Map<PublicStanding, Integer> counts = new EnumMap<>(PublicStanding.class);
        for (PublicStanding standing : PublicStanding.values()) {
            counts.put(standing, 0);
        }
        told("select standing, count(*) from told group by standing", Map.of(), today)
                .query(row -> {
                    counts.put(PublicStanding.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    @Override
    public List<InCounty> byCounty(Set<ClusterState> states, LocalDate today) {
        return told("""
                        select county_code, count(*)::integer as clusters from told
                        where state = any (:states) group by county_code order by county_code
                        """, Map.of(), today)
                .param("states", names(states))
                .query(Rows.of(InCounty.class))
                .list();
    }

    @Override
    public List<String> industries(LocalDate today) {
        return told("select distinct leading_industry from told order by 1", Map.of(), today)
                .query(String.class)
                .list();
    }

    @Override
    public List<Integer> years(LocalDate today) {
        return told(
                        "select distinct extract(year from recognised_on)::integer as year from told order by 1 desc",
                        Map.of(),
                        today)
                .query(Integer.class)
                .list();
    }
}

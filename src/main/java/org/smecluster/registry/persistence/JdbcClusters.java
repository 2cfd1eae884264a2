package org.smecluster.registry.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterFact;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterSearch;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.ClusterTally;
import org.smecluster.registry.ClusterTerm;
import org.smecluster.registry.Clusters;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.PoolAdmission;
import org.smecluster.registry.PoolStay;
import org.smecluster.registry.Recognition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClusters implements Clusters {

    private static final String SELECT = """
            select c.*, (select max(t.ends_on) from cluster_term t where t.cluster_id = c.id) as term_ends_on
            from cluster c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClusters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<ClusterRecord> bySourceCase(String caseNumber) {
        return jdbc.sql(SELECT + """
                        where c.id in (select s.id from cluster s where s.source_case = :caseNumber
                                       union
                                       select s.cluster_id from cluster_term s where s.source_case = :caseNumber)
                        """)
                .param("caseNumber", caseNumber)
                .query(Rows.of(ClusterRecord.class))
                .optional();
    }

    @Override
    public Optional<ClusterRecord> named(String applicantGroup, String name) {
        return jdbc.sql(SELECT + """
                        where c.applicant_group = :group
                          and exists (select 1 from cluster_fact f
                                       where f.cluster_id = c.id and f.kind = 'NAME' and f.value = :name)
                        order by c.id desc limit 1
                        """)
                .param("group", applicantGroup)
                .param("name", name)
                .query(Rows.of(ClusterRecord.class))
                .optional();
    }

    @Override
    public List<ClusterRecord> byNumbers(Collection<String> clusterNumbers) {
        return jdbc.sql(SELECT + "where c.cluster_number = any (:numbers)")
                .param("numbers", clusterNumbers.toArray(String[]::new))
                .query(Rows.of(ClusterRecord.class))
                .list();
    }

    @Override
    public Optional<ClusterRecord> byNumber(String clusterNumber) {
        return jdbc.sql(SELECT + "where c.cluster_number = :clusterNumber")
                .param("clusterNumber", clusterNumber)
                .query(Rows.of(ClusterRecord.class))
                .optional();
    }

    @Override
    public ClusterRecord get(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(Rows.of(ClusterRecord.class))
                .single();
    }

    @Override
    public List<ClusterRecord> all() {
        return jdbc.sql(SELECT + "order by c.cluster_number")
                .query(Rows.of(ClusterRecord.class))
                .list();
    }

    @Override
    public int count(ClusterSearch search) {
        return sought("select count(*) from cluster c ", search, "")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<ClusterRecord> page(ClusterSearch search, int from, int size) {
        String order =
                switch (search.order()) {
                    case NUMBER -> "";
                    case SOONEST_ENDING -> "(c.state = any (:lasting)) desc, term_ends_on nulls last,";
                };
        return sought(SELECT, search, "order by " + order + " c.cluster_number limit :size offset :from")
                .param("lasting", names(ClusterSearch.recognitionLasts()))
                .param("size", size)
                .param("from", from)
                .query(Rows.of(ClusterRecord.class))
                .list();
    }

    @Override
    public List<ClusterTally> tally(ClusterSearch search) {
        return sought(
                        "select c.city_code, c.county_code, c.leading_industry, c.state, count(*) as clusters from cluster c ",
                        search,
                        "group by c.city_code, c.county_code, c.leading_industry, c.state")
                .query(Rows.of(ClusterTally.class))
                .list();
    }

    private JdbcClient.StatementSpec sought(String select, ClusterSearch search, String order) {
        return jdbc.sql("""
                        with places as (select * from unnest(cast(:codes as varchar[]), cast(:names as varchar[]))
                                                      as n (code, name))
                        """ + select + """
                        where (cast(:units as varchar[]) is null or c.applicant_group = any (:units))
                          and c.state = any (:states)
                          and (cast(:place as varchar) is null or :place in (c.city_code, c.county_code))
                          and (cast(:industry as varchar) is null or c.leading_industry = :industry)
                          and (:text = '' or position(:text in concat_ws(' ', c.cluster_number, c.name, c.leading_industry,
                               coalesce((select n.name from places n where n.code = c.county_code), c.county_code),
                               coalesce((select n.name from places n where n.code = c.city_code), c.city_code))) > 0)
                        """ + order)
                .param("units", search.units() == null ? null : search.units().toArray(String[]::new))
                .param("states", names(search.states()))
                .param("place", search.place())
                .param("industry", search.industry())
                .param("text", search.text())
                .param("codes", search.places().keySet().toArray(String[]::new))
                .param("names", search.places().values().toArray(String[]::new));
    }

    private static String[] names(Set<ClusterState> states) {
        return states.stream().map(ClusterState::name).toArray(String[]::new);
    }

    @Override
    public List<ClusterTerm> terms(long clusterId) {
        return jdbc.sql("select * from cluster_term where cluster_id = :id order by number")
                .param("id", clusterId)
                .query(Rows.of(ClusterTerm.class))
                .list();
    }

    @Override
    public List<ClusterEvent> events(long clusterId) {
        return jdbc.sql("select * from cluster_event where cluster_id = :id order by id")
                .param("id", clusterId)
                .query(Rows.of(ClusterEvent.class))
                .list();
    }

    @Override
    public List<ClusterFact> facts(long clusterId) {
        return jdbc.sql("select * from cluster_fact where cluster_id = :id order by recorded_at, id")
                .param("id", clusterId)
                .query(Rows.of(ClusterFact.class))
                .list();
    }

    @Override
    public List<PoolStay> poolStays(long clusterId) {
        return jdbc.sql("select * from cluster_pool_stay where cluster_id = :id order by entered_on, entry_case")
                .param("id", clusterId)
                .query(Rows.of(PoolStay.class))
                .list();
    }

    @Override
    public Optional<String> unitOf(String caseNumber) {
        return jdbc.sql("select applicant_group from case_record where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(String.class)
                .optional();
    }

    @Override
    public long insert(Recognition recognition, String clusterNumber) {
        return jdbc.sql("""
                        insert into cluster (cluster_number, source_case, name, leading_industry, county_code,
                                             city_code, applicant_group, state, recognised_on, document_number,
                                             created_at)
                        values (:clusterNumber, :sourceCase, :name, :leadingIndustry, :countyCode,
                                :cityCode, :applicantGroup, 'RECOGNISED', :recognisedOn, :documentNumber, :now)
                        returning id
                        """)
                .param("clusterNumber", clusterNumber)
                .param("sourceCase", recognition.caseNumber())
                .param("name", recognition.name())
                .param("leadingIndustry", recognition.leadingIndustry())
                .param("countyCode", recognition.countyCode())
                .param("cityCode", recognition.cityCode())
                .param("applicantGroup", recognition.applicantGroup())
                .param("recognisedOn", recognition.publishedOn())
                .param("documentNumber", recognition.documentNumber())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    @Override
    public long insert(PoolAdmission admission, String clusterNumber) {
        return jdbc.sql("""
                        insert into cluster (cluster_number, source_case, name, leading_industry, county_code,
                                             city_code, applicant_group, state, created_at)
                        values (:clusterNumber, :sourceCase, :name, :leadingIndustry, :countyCode,
                                :cityCode, :applicantGroup, 'CULTIVATED', :now)
                        returning id
                        """)
                .param("clusterNumber", clusterNumber)
                .param("sourceCase", admission.caseNumber())
                .param("name", admission.name())
                .param("leadingIndustry", admission.leadingIndustry())
                .param("countyCode", admission.countyCode())
                .param("cityCode", admission.cityCode())
                .param("applicantGroup", admission.applicantGroup())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    @Override
    public void recognise(long clusterId, Recognition recognition) {
        jdbc.sql("""
                        update cluster
                        set name = :name, leading_industry = :leadingIndustry, applicant_group = :applicantGroup,
                            recognised_on = :recognisedOn, document_number = :documentNumber
                        where id = :id
                        """)
                .param("id", clusterId)
                .param("name", recognition.name())
                .param("leadingIndustry", recognition.leadingIndustry())
                .param("applicantGroup", recognition.applicantGroup())
                .param("recognisedOn", recognition.publishedOn())
                .param("documentNumber", recognition.documentNumber())
                .update();
    }

    @Override
    public void addTerm(long clusterId, int number, LocalDate startsOn, LocalDate endsOn, String sourceCase) {
        jdbc.sql("""
                        insert into cluster_term (cluster_id, number, starts_on, ends_on, source_case, recorded_at)
                        values (:clusterId, :number, :startsOn, :endsOn, :sourceCase, :now)
                        """)
                .param("clusterId", clusterId)
                .param("number", number)
                .param("startsOn", startsOn)
                .param("endsOn", endsOn)
                .param("sourceCase", sourceCase)
                .param("now", now())
                .update();
    }

    @Override
    public void openReview(long clusterId, int term, LocalDate on) {
        jdbc.sql("update cluster_term set review_open_on = :on where cluster_id = :clusterId and number = :term")
                .param("on", on)
                .param("clusterId", clusterId)
                .param("term", term)
                .update();
    }

    @Override
    public void openStay(long clusterId, String entryCase, LocalDate on) {
        jdbc.sql("""
                        insert into cluster_pool_stay (cluster_id, entry_case, entered_on)
                        values (:clusterId, :entryCase, :enteredOn)
                        """)
                .param("clusterId", clusterId)
                .param("entryCase", entryCase)
                .param("enteredOn", on)
                .update();
    }

    @Override
    public void closeStay(long clusterId, LocalDate on, String reason) {
        jdbc.sql("""
                        update cluster_pool_stay set left_on = :leftOn, leave_reason = :reason
                        where cluster_id = :clusterId and left_on is null
                        """)
                .param("clusterId", clusterId)
                .param("leftOn", on)
                .param("reason", reason)
                .update();
    }

    @Override
    public boolean addFact(
            long clusterId, FactKind kind, String value, LocalDate validFrom, String caseNumber, String article) {
        return jdbc.sql("""
                        insert into cluster_fact (cluster_id, kind, value, valid_from, case_number, article,
                                                  recorded_at)
                        values (:clusterId, :kind, :value, :validFrom, :caseNumber, :article, :now)
                        on conflict do nothing
                        """)
                        .param("clusterId", clusterId)
                        .param("kind", kind.name())
                        .param("value", value)
                        .param("validFrom", validFrom)
                        .param("caseNumber", caseNumber)
                        .param("article", article)
                        .param("now", now())
                        .update()
                == 1;
    }

    @Override
    public void rename(long clusterId, String name, String leadingIndustry) {
        jdbc.sql("update cluster set name = :name, leading_industry = :leadingIndustry where id = :id")
                .param("id", clusterId)
                .param("name", name)
                .param("leadingIndustry", leadingIndustry)
                .update();
    }

    @Override
    public void enter(
            long clusterId,
            ClusterState state,
            LocalDate on,
            String reason,
            String article,
            String caseNumber,
            String documentNumber) {
        jdbc.sql("update cluster set state = :state where id = :id")
                .param("id", clusterId)
                .param("state", state.name())
                .update();
        jdbc.sql("""
                        insert into cluster_event (cluster_id, state, happened_on, reason, article, case_number,
                                                   document_number, recorded_at)
                        values (:clusterId, :state, :happenedOn, :reason, :article, :caseNumber, :documentNumber,
                                :now)
                        """)
                .param("clusterId", clusterId)
                .param("state", state.name())
                .param("happenedOn", on)
                .param("reason", reason)
                .param("article", article)
                .param("caseNumber", caseNumber)
                .param("documentNumber", documentNumber)
                .param("now", now())
                .update();
    }

    @Override
    public ClusterState lockState(long clusterId) {
        return ClusterState.valueOf(jdbc.sql("select state from cluster where id = :id for update")
                .param("id", clusterId)
                .query(String.class)
                .single());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

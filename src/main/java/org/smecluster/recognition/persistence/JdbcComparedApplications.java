package org.smecluster.recognition.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.ComparedApplications;
import org.smecluster.recognition.ComparisonSearch;
import org.smecluster.recognition.ComparisonSearch.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComparedApplications implements ComparedApplications {

    private static final Predicate<ApplicationState> CONCLUDED = ApplicationState::reReviewConcluded;
    private static final Predicate<ApplicationState> OUTSTANDING =
            CONCLUDED.or(ApplicationState::closed).negate();

    private static final String OF_BATCH = """
            from application_case a
            left join selection s on s.batch_id = a.batch_id and s.case_number = a.case_number
            where a.batch_id = :batchId
            """;

    /** The latest assessment for the re-review, of the version submitted last. */
    private static final String ASSESSMENT = """
            (select x.id from assessment x
              where x.submission_id = (select v.id from submission v where v.case_number = a.case_number
                                        order by v.round desc limit 1)
                and x.stage_kind = 'REREVIEW' and x.stage_number = a.re_reviews)""";

    private static final String INCIDENTS =
            "(select count(*) from incident_finding f where f.assessment_id = " + ASSESSMENT + ")";

    private static final String FOUND = """
            a.state = any (:concluded)
            and (:text = '' or position(:text in concat_ws(' ', a.case_number, a.cluster_name, a.leading_industry,
                 (select string_agg(u.name, ' ' order by u.level, u.code) from region_unit u
                   where 'city-' || u.code = a.city_group or u.code in (a.applicant_code, a.involved_counties[1])
                      or u.code = (select r.parent_code from region_unit r where r.code = a.applicant_code)))) > 0)
            and case :show when 'UNDECIDED' then s.selected is null
                           when 'SELECTED' then s.selected
                           when 'NOT_SELECTED' then not s.selected
                           when 'INCIDENTS' then {incidents} > 0
                           else true end
            """.replace("{incidents}", INCIDENTS);

    /** As a reader sees the first number of the finding. */
    private static final String INDICATOR = """
            (select cast(input.value ->> 'number' as numeric)
               from finding f, jsonb_array_elements(f.inputs) with ordinality as input (value, place)
              where f.assessment_id = {assessment} and f.code = :order
                and input.value ->> 'number' is not null and input.value ->> 'unit' is not null
              order by input.place limit 1)""".replace("{assessment}", ASSESSMENT);

    private final JdbcClient jdbc;

    JdbcComparedApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Counts count(long batchId, ComparisonSearch search) {
        return sought("""
                        select count(*) filter (where {found}) as found,
                               count(*) filter (where a.state = any (:concluded)) as concluded,
                               count(s.selected) filter (where a.state = any (:concluded)) as decided,
                               count(*) filter (where s.selected and a.state = any (:concluded)) as selected,
                               count(*) filter (where a.state = any (:outstanding)) as outstanding
                        """.replace("{found}", FOUND) + OF_BATCH, batchId, search)
                .param("outstanding", names(OUTSTANDING))
                .query(Rows.of(Counts.class))
                .single();
    }

    @Override
    public List<Application> page(long batchId, ComparisonSearch search, int from, int size) {
        return sought(
                        "select a.* " + OF_BATCH + " and " + FOUND + " order by " + key(search.order())
                                + (search.descending() ? " desc" : "")
                                + " nulls last, a.case_number limit :size offset :from",
                        batchId,
                        search)
                .param("order", search.order())
                .param("size", size)
                .param("from", from)
                .query(Rows.of(Application.class))
                .list();
    }

    @Override
    public List<Application> outstanding(long batchId, int from, int size) {
        return jdbc.sql("""
                        select * from application_case where batch_id = :batchId and state = any (:states)
                        order by case_number limit :size offset :from
                        """)
                .param("batchId", batchId)
                .param("states", names(OUTSTANDING))
                .param("size", size)
                .param("from", from)
                .query(Rows.of(Application.class))
                .list();
    }

    private JdbcClient.StatementSpec sought(String sql, long batchId, ComparisonSearch search) {
        return jdbc.sql(sql)
                .param("batchId", batchId)
                .param("concluded", names(CONCLUDED))
                .param("text", search.text())
                .param("show", search.show().name());
    }

    /** What cannot be told apart by it stays by case number. */
    private static String key(String order) {
        return Arrays.stream(Order.values())
                .filter(each -> each.name().equals(order))
                .findFirst()
                .map(JdbcComparedApplications::key)
                .orElse(order.isEmpty() ? "a.case_number" : INDICATOR);
    }

    private static String key(Order order) {
        return switch (order) {
            // as the people of this list sort names: by their sound
            case CLUSTER -> "a.cluster_name collate \"zh-Hans-CN-x-icu\"";
            case INDUSTRY -> "a.leading_industry collate \"zh-Hans-CN-x-icu\"";
            case PLACE -> "a.city_group || a.applicant_code";
            case OVERALL -> """
                    array_position(array['MET', 'NEEDS_EXPLANATION', 'MISSING', 'NOT_MET'],
                                   (select x.overall from assessment x where x.id = {assessment})::text)
                    """.replace("{assessment}", ASSESSMENT);
            case SOFT_MISSES -> """
                    (select count(*) from finding f
                      where f.assessment_id = {assessment} and f.outcome = 'NEEDS_EXPLANATION')
                    """.replace("{assessment}", ASSESSMENT);
            case INCIDENTS -> INCIDENTS;
            case CONCLUSION -> """
                    (select o.conclusion from opinion o where o.application_id = a.id and o.stage = 'RE_REVIEW'
                      order by o.id desc limit 1)
                    """;
            case DECISION -> "not s.selected";
        };
    }

    private static String[] names(Predicate<ApplicationState> wanted) {
        return Arrays.stream(ApplicationState.values())
                .filter(wanted)
                .map(ApplicationState::name)
                .toArray(String[]::new);
    }
}

package org.smecluster.renewal.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.renewal.ReviewRound;
import org.smecluster.renewal.RoundOpening;
import org.smecluster.renewal.RoundState;
import org.smecluster.renewal.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRounds implements Rounds {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long insert(RoundOpening opening, String roundNumber, String openedBy) {
        return jdbc.sql("""
                        insert into review_round (round_number, state, document_number, window_start, window_end,
                                                  terms_from, terms_to, single_applications, reason, opened_by,
                                                  opened_at)
                        values (:roundNumber, :state, :documentNumber, :windowStart, :windowEnd,
                                :termsFrom, :termsTo, :singleApplications, :reason, :openedBy, :now)
                        returning id
                        """)
                .param("roundNumber", roundNumber)
                .param("state", (opening.held() ? RoundState.OPEN : RoundState.PROPOSED).name())
                .param("documentNumber", opening.noticeNumber())
                .param("windowStart", opening.windowStart())
                .param("windowEnd", opening.windowEnd())
                .param("termsFrom", opening.termsFrom())
                .param("termsTo", opening.termsTo())
                .param("singleApplications", opening.singleApplications())
                .param("reason", opening.reason())
                .param("openedBy", openedBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public void name(long id, String clusterNumber, LocalDate termEndsOn) {
        jdbc.sql("""
                        insert into review_round_cluster (round_id, cluster_number, term_ends_on)
                        values (:id, :clusterNumber, :termEndsOn)
                        """)
                .param("id", id)
                .param("clusterNumber", clusterNumber)
                .param("termEndsOn", termEndsOn)
                .update();
    }

    @Override
    public Optional<ReviewRound> find(String roundNumber) {
        return jdbc.sql("select * from review_round where round_number = :roundNumber")
                .param("roundNumber", roundNumber)
                .query(Rows.of(ReviewRound.class))
                .optional();
    }

    @Override
    public ReviewRound lock(String roundNumber) {
        return jdbc.sql("select * from review_round where round_number = :roundNumber for update")
                .param("roundNumber", roundNumber)
                .query(Rows.of(ReviewRound.class))
                .single();
    }

    @Override
    public List<ReviewRound> covering(ClusterRecord cluster) {
        return jdbc.sql("""
                        select * from review_round r
                        where :termEndsOn between r.terms_from and r.terms_to
                           or exists (select 1 from review_round_cluster c
                                       where c.round_id = r.id and c.cluster_number = :clusterNumber
                                         and c.term_ends_on = :termEndsOn)
                        order by r.id desc
                        """)
                .param("termEndsOn", cluster.termEndsOn())
                .param("clusterNumber", cluster.clusterNumber())
                .query(Rows.of(ReviewRound.class))
                .list();
    }

    @Override
    public List<String> covered(long id) {
        return jdbc.sql("""
                        select c.cluster_number
                          from cluster c
                          join lateral (select max(t.ends_on) as ends_on from cluster_term t
                                         where t.cluster_id = c.id) term on true
                          join review_round r on r.id = :id
                         where term.ends_on between r.terms_from and r.terms_to
                            or exists (select 1 from review_round_cluster n
                                        where n.round_id = r.id and n.cluster_number = c.cluster_number
                                          and n.term_ends_on = term.ends_on)
                         order by c.cluster_number
                        """).param("id", id).query(String.class).list();
    }

    @Override
    public Optional<ReviewRound> openFor(LocalDate termsFrom, LocalDate termsTo) {
        return jdbc.sql("""
                        select * from review_round
                        where state in ('OPEN', 'PROPOSED') and terms_from <= :termsTo and terms_to >= :termsFrom
                        order by id limit 1
                        """)
                .param("termsFrom", termsFrom)
                .param("termsTo", termsTo)
                .query(Rows.of(ReviewRound.class))
                .optional();
    }

    @Override
    public List<ReviewRound> all() {
        return jdbc.sql("select * from review_round order by id desc")
                .query(Rows.of(ReviewRound.class))
                .list();
    }

    @Override
    public void close(long id, LocalDate on) {
        jdbc.sql("update review_round set state = 'CLOSED', closed_on = :on where id = :id and state = 'OPEN'")
                .param("on", on)
                .param("id", id)
                .update();
    }

    @Override
    public void decide(
            long id, RoundState state, String documentNumber, LocalDate documentDate, String decidedBy, LocalDate on) {
        jdbc.sql("""
                        update review_round
                        set state = :state, document_number = :documentNumber, document_date = :documentDate,
                            decided_by = :decidedBy, closed_on = :on
                        where id = :id
                        """)
                .param("state", state.name())
                .param("documentNumber", documentNumber)
                .param("documentDate", documentDate)
                .param("decidedBy", decidedBy)
                .param("on", on)
                .param("id", id)
                .update();
    }
}

package org.smecluster.recognition.persistence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.OtherCityOpinion;
import org.smecluster.recognition.OtherCityOpinions;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOtherCityOpinions implements OtherCityOpinions {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOtherCityOpinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void ask(long applicationId, Collection<String> cityCodes) {
        jdbc.sql("""
                        insert into other_city (application_id, city_code, asked_at)
                        select :id, city, :now from unnest(:cities) as city
                        on conflict do nothing
                        """)
                .param("id", applicationId)
                .param("cities", cityCodes.toArray(String[]::new))
                .param("now", now())
                .update();
    }

    @Override
    public List<String> asked(long applicationId) {
        return jdbc.sql("select city_code from other_city where application_id = :id order by city_code")
                .param("id", applicationId)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> askedOf(Collection<String> cityCodes) {
        return jdbc.sql("""
                        select a.case_number from other_city o join application a on a.id = o.application_id
                         where o.city_code = any (:cities)
                        """)
                .param("cities", cityCodes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public List<OtherCityOpinion> latest(long applicationId) {
        return jdbc.sql("""
                        select distinct on (city_code) * from other_city_opinion where application_id = :id
                         order by city_code, revision desc
                        """)
                .param("id", applicationId)
                .query(Rows.of(OtherCityOpinion.class))
                .list();
    }

    @Override
    public boolean add(long applicationId, OtherCityOpinion given, Account by) {
        return jdbc.sql("""
                        insert into other_city_opinion (application_id, city_code, revision, agrees, opinion,
                                                        document_number, document_date, given_by, given_by_name, given_at)
                        values (:id, :city, :revision, :agrees, :opinion, :number, :date, :by, :byName, :now)
                        on conflict do nothing
                        """)
                        .param("id", applicationId)
                        .param("city", given.cityCode())
                        .param("revision", given.revision())
                        .param("agrees", given.agrees())
                        .param("opinion", given.opinion())
                        .param("number", given.documentNumber())
                        .param("date", given.documentDate())
                        .param("by", by.userId())
                        .param("byName", by.displayName())
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

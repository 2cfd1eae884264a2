package org.smecluster.practice.persistence;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.practice.Practice;
import org.smecluster.practice.Practices;
import org.smecluster.practice.PublishedPractice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPractices implements Practices {

    private final JdbcClient jdbc;

    JdbcPractices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String caseNumber, Practice practice) {
        jdbc.sql("""
                        insert into practice (case_number, theme, title, summary, results)
                        values (:caseNumber, :theme, :title, :summary, :results)
                        on conflict (case_number) do update
                        set theme = :theme, title = :title, summary = :summary, results = :results
                        """)
                .param("caseNumber", caseNumber)
                .param("theme", practice.theme().name())
                .param("title", practice.title())
                .param("summary", practice.summary())
                .param("results", practice.results())
                .update();
    }

    @Override
    public Practice get(String caseNumber) {
        return jdbc.sql("select * from practice where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(Practice.class))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no practice has the number " + caseNumber));
    }

    @Override
    public void publish(String caseNumber, LocalDate on) {
        jdbc.sql("update practice set published_on = coalesce(published_on, :on) where case_number = :caseNumber")
                .param("on", on)
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public List<PublishedPractice> published() {
        return jdbc.sql("""
                        select p.*, c.cluster_name, c.city_group
                        from practice p join case_record c using (case_number)
                        where p.published_on is not null
                        order by p.published_on desc, p.case_number desc
                        """)
                .query((row, i) -> new PublishedPractice(
                        row.getString("case_number"),
                        row.getString("cluster_name"),
                        row.getString("city_group"),
                        Rows.of(Practice.class).mapRow(row, i),
                        row.getObject("published_on", LocalDate.class)))
                .list();
    }
}

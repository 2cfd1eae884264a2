package org.smecluster.registry.persistence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.NoticeTerms;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPublicLists implements PublicLists {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    JdbcPublicLists(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional
    public void draft(PublicList list) {
        int inserted = jdbc.sql("""
                        insert into public_list (subject, title, document_number, day_counts, notice_day, notice_time)
                        values (:subject, :title, :documentNumber, :dayCounts, :noticeDay, :noticeTime)
                        on conflict do nothing
                        """)
                .param("subject", list.subject())
                .param("title", list.title())
                .param("documentNumber", list.documentNumber())
                .param("dayCounts", list.terms().dayCounts())
                .param("noticeDay", list.terms().day())
                .param("noticeTime", list.terms().time())
                .update();
        if (inserted == 1) {
            for (int position = 0; position < list.items().size(); position++) {
                insert(list.subject(), position, list.items().get(position));
            }
        }
    }

    private void insert(String subject, int position, PublicListItem item) {
        jdbc.sql("""
                        insert into public_list_item (subject, position, case_number, cluster_name, leading_industry,
                                                      applicant, county, city, outcome, ruling)
                        values (:subject, :position, :caseNumber, :clusterName, :leadingIndustry,
                                :applicant, :county, :city, :outcome, :ruling)
                        """)
                .param("subject", subject)
                .param("position", position)
                .param("caseNumber", item.caseNumber())
                .param("clusterName", item.clusterName())
                .param("leadingIndustry", item.leadingIndustry())
                .param("applicant", item.applicant())
                .param("county", item.county())
                .param("city", item.city())
                .param("outcome", item.outcome().name())
                .param("ruling", item.ruling())
                .update();
    }

    @Override
    public Optional<PublicList> find(String subject) {
        return jdbc.sql("select * from public_list where subject = :subject")
                .param("subject", subject)
                .query((row, i) -> new PublicList(
                        subject,
                        row.getString("title"),
                        row.getString("document_number"),
                        new NoticeTerms(
                                row.getBoolean("day_counts"),
                                row.getObject("notice_day", LocalDate.class),
                                row.getObject("notice_time", LocalTime.class)),
                        items(subject)))
                .optional();
    }

    private List<PublicListItem> items(String subject) {
        return jdbc.sql("select * from public_list_item where subject = :subject order by position")
                .param("subject", subject)
                .query(Rows.of(PublicListItem.class))
                .list();
    }

    @Override
    public void lock(String subject) {
        jdbc.sql("select 1 from public_list where subject = :subject for update")
                .param("subject", subject)
                .query(Integer.class)
                .optional();
    }

    @Override
    public void settle(String subject, Collection<String> caseNumbers) {
        jdbc.sql("""
                        update public_list_item set settled = true
                        where subject = :subject and case_number = any (:numbers)
                        """)
                .param("subject", subject)
                .param("numbers", caseNumbers.toArray(String[]::new))
                .update();
    }

    @Override
    public void conclude(String subject, String caseNumber, PublicityOutcome outcome, String ruling) {
        jdbc.sql("""
                        update public_list_item set outcome = :outcome, ruling = :ruling
                        where subject = :subject and case_number = :caseNumber
                        """)
                .param("subject", subject)
                .param("caseNumber", caseNumber)
                .param("outcome", outcome.name())
                .param("ruling", ruling)
                .update();
        events.publishEvent(new Concluded(subject, caseNumber, outcome));
    }
}

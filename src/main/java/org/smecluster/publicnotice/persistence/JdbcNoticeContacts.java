package org.smecluster.publicnotice.persistence;

import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.publicnotice.NoticeContact;
import org.smecluster.publicnotice.NoticeContacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNoticeContacts implements NoticeContacts {

    private final JdbcClient jdbc;

    JdbcNoticeContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<NoticeContact> all() {
        return jdbc.sql("select * from notice_contact order by id desc")
                .query(Rows.of(NoticeContact.class))
                .list();
    }

    @Override
    public void insert(NoticeContact contact) {
        jdbc.sql("""
                        insert into notice_contact (telephone, address, mail, discipline, entered_by, entered_by_name, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        contact.telephone(),
                        contact.address(),
                        contact.mail(),
                        contact.discipline(),
                        contact.enteredBy(),
                        contact.enteredByName(),
                        contact.enteredAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}

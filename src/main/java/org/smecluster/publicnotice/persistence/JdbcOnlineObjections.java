package org.smecluster.publicnotice.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.publicnotice.AdmissionState;
import org.smecluster.publicnotice.OnlineObjection;
import org.smecluster.publicnotice.OnlineObjections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOnlineObjections implements OnlineObjections {

    private final JdbcClient jdbc;

    JdbcOnlineObjections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(OnlineObjection objection, String secretSha256, Collection<Long> files) {
        long id = jdbc.sql("""
                        insert into online_objection (receipt_number, secret_sha256, notice_id, case_number, objector_name, contact,
                                                      grounds, received_at, received_on, state, reason)
                        values (:receiptNumber, :secret, :noticeId, :caseNumber, :objectorName, :contact,
                                :grounds, :receivedAt, :receivedOn, :state, :reason)
                        returning id""")
                .param("receiptNumber", objection.receiptNumber())
                .param("secret", secretSha256)
                .param("noticeId", objection.noticeId())
                .param("caseNumber", objection.caseNumber())
                .param("objectorName", objection.objectorName())
                .param("contact", objection.contact())
                .param("grounds", objection.grounds())
                .param("receivedAt", objection.receivedAt().atOffset(ZoneOffset.UTC))
                .param("receivedOn", objection.receivedOn())
                .param("state", objection.state().name())
                .param("reason", objection.reason())
                .query(Long.class)
                .single();
        for (long file : files) {
            jdbc.sql("insert into online_objection_file (online_objection_id, file_id) values (?, ?)")
                    .params(id, file)
                    .update();
        }
    }

    @Override
    public Optional<OnlineObjection> find(String receiptNumber) {
        return one("receipt_number = ?", receiptNumber);
    }

    @Override
    public Optional<OnlineObjection> lock(String receiptNumber) {
        return one("receipt_number = ? for update", receiptNumber);
    }

    @Override
    public Optional<OnlineObjection> ofSecret(String secretSha256) {
        return one("secret_sha256 = ?", secretSha256);
    }

    private Optional<OnlineObjection> one(String condition, Object value) {
        return jdbc.sql("select * from online_objection where " + condition)
                .param(value)
                .query(Rows.of(OnlineObjection.class))
                .optional();
    }

    @Override
    public boolean isFrom(long noticeId, String objectorName, String contact) {
        return jdbc.sql("""
                        select exists (select from online_objection
                                        where notice_id = ? and objector_name = ? and contact = ?)""")
                .params(noticeId, objectorName, contact)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<OnlineObjection> in(Collection<AdmissionState> states, int from, int most) {
        return jdbc.sql("""
                        select * from online_objection where state = any (:states)
                         order by decided_at desc nulls first, id offset :from limit :most""")
                .param("states", names(states))
                .param("from", from)
                .param("most", most)
                .query(Rows.of(OnlineObjection.class))
                .list();
    }

    @Override
    public int count(Collection<AdmissionState> states) {
        return jdbc.sql("select count(*) from online_objection where state = any (:states)")
                .param("states", names(states))
                .query(Integer.class)
                .single();
    }

    private static String[] names(Collection<AdmissionState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    @Override
    public List<String> waitingCases(long noticeId) {
        return jdbc.sql("select distinct case_number from online_objection where notice_id = ? and state = 'RECEIVED'")
                .param(noticeId)
                .query(String.class)
                .list();
    }

    @Override
    public Map<Long, String> receipts(long noticeId) {
        Map<Long, String> receipts = new HashMap<>();
        jdbc.sql(
                        "select objection_id, receipt_number from online_objection where notice_id = ? and objection_id is not null")
                .param(noticeId)
                .query(row -> {
                    receipts.put(row.getLong("objection_id"), row.getString("receipt_number"));
                });
        return receipts;
    }

    @Override
    public List<Long> files(long id) {
        return jdbc.sql("select file_id from online_objection_file where online_objection_id = ? order by file_id")
                .param(id)
                .query(Long.class)
                .list();
    }

    @Override
    public void decided(
            long id,
            AdmissionState state,
            String reason,
            Long objectionId,
            String decidedBy,
            String decidedByName,
            Instant at) {
        jdbc.sql("""
                        update online_objection
                           set state = :state, reason = :reason, objection_id = :objectionId, decided_by = :by,
                               decided_by_name = :byName, decided_at = :at
                         where id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("objectionId", objectionId)
                .param("by", decidedBy)
                .param("byName", decidedByName)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package org.smecluster.testsheet.persistence;

import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.testsheet.SheetChange;
import org.smecluster.testsheet.SheetStore;
import org.smecluster.testsheet.SheetVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSheets implements SheetStore {

    private final JdbcClient jdbc;

    JdbcSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SheetVersion> versions(String decision) {
        return jdbc.sql("select * from test_sheet where decision = :decision order by version desc")
                .param("decision", decision)
                .query(Rows.of(SheetVersion.class))
                .list();
    }

    @Override
    public void enter(SheetVersion version) {
        jdbc.sql("insert into test_sheet values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        version.decision(),
                        version.version(),
                        version.content(),
                        version.shipped(),
                        version.draftId(),
                        version.reason(),
                        version.changedBy(),
                        version.changedByName(),
                        version.enteredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void keep(SheetChange change) {
        jdbc.sql("""
                        insert into test_sheet_change (draft_id, decision, before, content, reason, changed_by,
                                                       changed_by_name, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.draftId(),
                        change.decision(),
                        change.before(),
                        change.content(),
                        change.reason(),
                        change.changedBy(),
                        change.changedByName(),
                        change.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<SheetChange> changes(long draft) {
        return jdbc.sql("""
                        select distinct on (decision) draft_id, decision, before, content, reason, changed_by,
                               changed_by_name, changed_at
                        from test_sheet_change where draft_id = :draft
                        order by decision, id desc
                        """)
                .param("draft", draft)
                .query(Rows.of(SheetChange.class))
                .list();
    }

    @Override
    public List<String> entered(long draft) {
        return jdbc.sql("select decision from test_sheet where draft_id = :draft and not shipped order by decision")
                .param("draft", draft)
                .query(String.class)
                .list();
    }
}

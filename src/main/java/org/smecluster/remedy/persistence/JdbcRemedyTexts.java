package org.smecluster.remedy.persistence;

import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.persistence.Rows;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.RemedyText;
import org.smecluster.remedy.RemedyTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRemedyTexts implements RemedyTexts {

    private final JdbcClient jdbc;

    JdbcRemedyTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RemedyText> of(DecisionKind kind) {
        return jdbc.sql("select * from remedy_text where kind = :kind order by version desc")
                .param("kind", kind.name())
                .query(Rows.of(RemedyText.class))
                .list();
    }

    @Override
    public boolean enter(RemedyText text) {
        return jdbc.sql("""
                                insert into remedy_text (kind, version, text, legal_basis, confirmed, entered_by,
                                                         entered_by_name, entered_at)
                                values (:kind, :version, :text, :legalBasis, :confirmed, :enteredBy, :enteredByName, :now)
                                on conflict do nothing
                                """)
                        .param("kind", text.kind().name())
                        .param("version", text.version())
                        .param("text", text.text())
                        .param("legalBasis", text.legalBasis())
                        .param("confirmed", text.confirmed())
                        .param("enteredBy", text.enteredBy())
                        .param("enteredByName", text.enteredByName())
                        .param("now", text.enteredAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

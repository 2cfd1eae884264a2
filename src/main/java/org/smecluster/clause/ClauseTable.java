package org.smecluster.clause;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.evidence.EvidenceTopics;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Component;

/** The decision {@code conditionClauses}: which clauses of 第十一条 are declared and judged one by one. */
@Component
@LegalBasis(article = 11)
class ClauseTable implements EvidenceTopics {

    private static final String TABLE = "conditionClauses";

    /** @param version of the decision */
    record Rows(int version, List<Clause> clauses) {}

    private final DecisionTables tables;
    private final ClauseProcedures procedures;

    ClauseTable(DecisionTables tables, ClauseProcedures procedures) {
        this.tables = tables;
        this.procedures = procedures;
    }

    /** As the case goes by it; empty where the case goes without. */
    Optional<Rows> asked(String caseNumber) {
        return procedures
                .asked(caseNumber)
                .map(year -> rows(tables.inCase(caseNumber)
                        .evaluateForKeeping(TABLE, Map.of("year", year))
                        .asked()));
    }

    private static Rows rows(Decision decision) {
        return new Rows(
                decision.version(),
                decision.rows().stream()
                        .map(row -> new Clause(
                                (String) row.get("clause"),
                                (String) row.get("label"),
                                (String) row.get("words"),
                                (String) row.get("article"),
                                (String) row.get("declaration"),
                                (String) row.get("presumes")))
                        .toList());
    }

    /** Of a clause on the form its condition is proved, with the others of the assessment. */
    @Override
    public List<Topic> topics(String caseNumber) {
        return asked(caseNumber).map(Rows::clauses).orElse(List.of()).stream()
                .filter(clause -> !clause.onForm())
                .map(clause -> new Topic(clause.code(), clause.label(), clause.article()))
                .toList();
    }
}

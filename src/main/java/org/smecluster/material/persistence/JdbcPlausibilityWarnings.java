package org.smecluster.material.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.smecluster.indicator.Figure;
import org.smecluster.material.PlausibilityWarning;
import org.smecluster.material.PlausibilityWarnings;
import org.smecluster.material.PreviousData.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPlausibilityWarnings implements PlausibilityWarnings {

    private final JdbcClient jdbc;

    JdbcPlausibilityWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void replace(long submissionId, List<PlausibilityWarning> warnings) {
        jdbc.sql("delete from plausibility_warning where submission_id = :submissionId")
                .param("submissionId", submissionId)
                .update();
        for (int position = 0; position < warnings.size(); position++) {
            PlausibilityWarning warning = warnings.get(position);
            Source source = warning.source();
            jdbc.sql("""
                            insert into plausibility_warning (submission_id, position, figure, year, figure_value,
                                                              compared_year, compared_value, compared_submission,
                                                              compared_case, compared_on, upward, factor,
                                                              decision_version, explanation)
                            values (:submissionId, :position, :figure, :year, :value, :comparedYear, :comparedValue,
                                    :comparedSubmission, :comparedCase, :comparedOn, :upward, :factor,
                                    :decisionVersion, :explanation)
                            """)
                    .param("submissionId", submissionId)
                    .param("position", position)
                    .param("figure", warning.figure().key())
                    .param("year", warning.year())
                    .param("value", warning.value())
                    .param("comparedYear", warning.comparedYear())
                    .param("comparedValue", warning.comparedValue())
                    .param("comparedSubmission", source == null ? null : source.submissionId())
                    .param("comparedCase", source == null ? null : source.caseNumber())
                    .param("comparedOn", source == null ? null : source.submittedOn())
                    .param("upward", warning.upward())
                    .param("factor", warning.factor())
                    .param("decisionVersion", warning.decisionVersion())
                    .param("explanation", warning.explanation())
                    .update();
        }
    }

    @Override
    public List<PlausibilityWarning> of(long submissionId) {
        return jdbc.sql("""
                        select w.*, f.application_year
                          from plausibility_warning w
                          left join workbook_file f on f.submission_id = w.compared_submission
                         where w.submission_id = :submissionId order by w.position
                        """)
                .param("submissionId", submissionId)
                .query(JdbcPlausibilityWarnings::warning)
                .list();
    }

    private static PlausibilityWarning warning(ResultSet row, int i) throws SQLException {
        Long source = row.getObject("compared_submission", Long.class);
        return new PlausibilityWarning(
                Figure.of(row.getString("figure")),
                row.getInt("year"),
                row.getBigDecimal("figure_value"),
                row.getInt("compared_year"),
                row.getBigDecimal("compared_value"),
                source == null
                        ? null
                        : new Source(
                                source,
                                row.getString("compared_case"),
                                row.getObject("compared_on", LocalDate.class),
                                row.getInt("application_year")),
                row.getBoolean("upward"),
                row.getBigDecimal("factor"),
                row.getInt("decision_version"),
                row.getString("explanation"));
    }
}

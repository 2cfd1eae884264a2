package org.smecluster.cultivation.persistence;

import java.util.EnumMap;
import java.util.Map;
import org.smecluster.cultivation.CultivationLine;
import org.smecluster.cultivation.CultivationPlan;
import org.smecluster.cultivation.CultivationPlan.Work;
import org.smecluster.cultivation.PoolApplication;
import org.smecluster.cultivation.PoolApplications;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPoolApplications implements PoolApplications {

    private final JdbcClient jdbc;

    JdbcPoolApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(String caseNumber, PoolApplication application) {
        jdbc.sql("""
                        insert into pool_application (case_number, leading_industry, latest_output, enterprise_count)
                        values (:caseNumber, :leadingIndustry, :latestOutput, :enterpriseCount)
                        """)
                .param("caseNumber", caseNumber)
                .param("leadingIndustry", application.leadingIndustry())
                .param("latestOutput", application.latestOutput())
                .param("enterpriseCount", application.enterpriseCount())
                .update();
    }

    @Override
    public void put(String caseNumber, CultivationPlan plan) {
        plan.lines().forEach((line, work) -> jdbc.sql("""
                        insert into pool_plan_line (case_number, line, goals, measures, unit)
                        values (:caseNumber, :line, :goals, :measures, :unit)
                        on conflict (case_number, line) do update
                        set goals = :goals, measures = :measures, unit = :unit
                        """)
                .param("caseNumber", caseNumber)
                .param("line", line.name())
                .param("goals", work.goals())
                .param("measures", work.measures())
                .param("unit", work.unit())
                .update());
    }

    @Override
    public Map<CultivationLine, Work> lines(String caseNumber) {
        Map<CultivationLine, Work> lines = new EnumMap<>(CultivationLine.class);
        jdbc.sql("select * from pool_plan_line where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(row -> {
                    lines.put(
                            CultivationLine.valueOf(row.getString("line")),
                            Rows.of(Work.class).mapRow(row, 0));
                });
        return lines;
    }

    @Override
    public String leadingIndustry(String caseNumber) {
        return jdbc.sql("select leading_industry from pool_application where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no pool application has the number " + caseNumber));
    }
}

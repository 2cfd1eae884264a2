package org.smecluster.cultivation.persistence;

import org.smecluster.cultivation.PoolApplication;
import org.smecluster.cultivation.PoolApplications;
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
    public String leadingIndustry(String caseNumber) {
        return jdbc.sql("select leading_industry from pool_application where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no pool application has the number " + caseNumber));
    }
}

package org.smecluster.support;

import org.smecluster.registry.CaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case of a given number, as a row without a procedure. */
public final class CaseOnFile {

    private CaseOnFile() {}

    public static void put(
            JdbcClient database, String caseNumber, String clusterName, String applicantGroup, String cityGroup) {
        database.sql("""
                        insert into case_record (case_number, kind, cluster_name, applicant_group, city_group, standing,
                                                 opened_on, opened_by_name, opened_at)
                        values (:number, :kind, :name, :group, :city, '办理中', current_date, '系统', now())
                        """)
                .param("number", caseNumber)
                .param("kind", CaseKind.of(caseNumber).orElseThrow().name())
                .param("name", clusterName)
                .param("group", applicantGroup)
                .param("city", cityGroup)
                .update();
    }
}

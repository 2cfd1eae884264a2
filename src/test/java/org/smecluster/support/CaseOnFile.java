package org.smecluster.support;

import java.util.List;
import org.smecluster.casework.CaseQuery;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.registry.CaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases as they are stored. */
public final class CaseOnFile {

    private CaseOnFile() {}

    /** All of a unit, newest first. */
    public static List<CaseRecord> ofUnit(Cases cases, String applicantGroup) {
        return cases.list(
                new CaseQuery(List.of(applicantGroup), List.of(), List.of(), null, null, false, ""),
                0,
                Integer.MAX_VALUE);
    }

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

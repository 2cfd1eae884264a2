package org.smecluster.recognition.persistence;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.law.Refusal;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.Opinion;
import org.smecluster.recognition.Opinions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpinions implements Opinions {

    private final JdbcClient jdbc;

    JdbcOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void give(long applicationId, Opinion opinion) {
        int inserted = jdbc.sql("""
                        insert into opinion (application_id, submission_id, stage, conclusion, opinion,
                                             soft_miss_judgement, document_number, document_date,
                                             correction_working_days, given_by, given_by_name, given_at)
                        values (:applicationId, :submissionId, :stage, :conclusion, :opinion,
                                :softMissJudgement, :documentNumber, :documentDate,
                                :correctionWorkingDays, :givenBy, :givenByName, :givenAt)
                        on conflict (submission_id, stage) do nothing
                        """)
                .param("applicationId", applicationId)
                .param("submissionId", opinion.submissionId())
                .param("stage", opinion.stage().name())
                .param("conclusion", opinion.conclusion().name())
                .param("opinion", opinion.text())
                .param("softMissJudgement", opinion.softMissJudgement())
                .param("documentNumber", opinion.documentNumber())
                .param("documentDate", opinion.documentDate())
                .param("correctionWorkingDays", opinion.correctionWorkingDays())
                .param("givenBy", opinion.givenBy())
                .param("givenByName", opinion.givenByName())
                .param("givenAt", opinion.givenAt().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 0) {
            throw new Refusal("“" + opinion.stage().label() + "”的意见已经提交，不能再次提交，请刷新待办列表");
        }
    }

    @Override
    public List<Opinion> ofApplication(long applicationId) {
        return jdbc.sql("select *, opinion as text from opinion where application_id = :applicationId order by id")
                .param("applicationId", applicationId)
                .query(Rows.of(Opinion.class))
                .list();
    }

    @Override
    public Map<Long, List<Opinion>> ofApplications(Collection<Long> applicationIds) {
        Map<Long, List<Opinion>> found = new HashMap<>();
        jdbc.sql("""
                        select *, opinion as text from opinion where application_id = any (:ids) order by id
                        """).param("ids", applicationIds.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("application_id"), id -> new ArrayList<>())
                    .add(Rows.of(Opinion.class).mapRow(row, 0));
        });
        return found;
    }
}

package org.smecluster.recognition.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.recognition.Conclusion;
import org.smecluster.recognition.Expert;
import org.smecluster.recognition.ExpertOpinion;
import org.smecluster.recognition.Opinion;
import org.smecluster.recognition.OpinionStage;
import org.smecluster.recognition.Opinions;
import org.smecluster.recognition.SiteInspection;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpinions implements Opinions {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOpinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
        return jdbc.sql("select * from opinion where application_id = :applicationId order by id")
                .param("applicationId", applicationId)
                .query(JdbcOpinions::opinion)
                .list();
    }

    @Override
    public void assign(long applicationId, Collection<Expert> experts) {
        experts.forEach(expert -> jdbc.sql("""
                        insert into expert_opinion (application_id, expert_id, expert_name)
                        values (:applicationId, :expertId, :expertName)
                        on conflict do nothing
                        """)
                .param("applicationId", applicationId)
                .param("expertId", expert.userId())
                .param("expertName", expert.name())
                .update());
    }

    @Override
    public boolean giveAsExpert(
            long applicationId, String expertId, Conclusion recommendation, Integer score, String opinion) {
        return jdbc.sql("""
                                update expert_opinion
                                set recommendation = :recommendation, score = :score, opinion = :opinion, given_at = :now
                                where application_id = :applicationId and expert_id = :expertId and given_at is null
                                """)
                        .param("applicationId", applicationId)
                        .param("expertId", expertId)
                        .param("recommendation", recommendation.name())
                        .param("score", score)
                        .param("opinion", opinion)
                        .param("now", now())
                        .update()
                == 1;
    }

    @Override
    public List<ExpertOpinion> experts(long applicationId) {
        return jdbc.sql("select * from expert_opinion where application_id = :applicationId order by expert_name")
                .param("applicationId", applicationId)
                .query(JdbcOpinions::expertOpinion)
                .list();
    }

    @Override
    public void inspected(long applicationId, SiteInspection inspection, Account by) {
        int inserted = jdbc.sql("""
                        insert into site_inspection (application_id, inspected_on, participants, findings, conclusion,
                                                     recorded_by, recorded_by_name, recorded_at)
                        values (:applicationId, :inspectedOn, :participants, :findings, :conclusion,
                                :userId, :userName, :now)
                        on conflict do nothing
                        """)
                .param("applicationId", applicationId)
                .param("inspectedOn", inspection.inspectedOn())
                .param("participants", inspection.participants())
                .param("findings", inspection.findings())
                .param("conclusion", inspection.conclusion().name())
                .param("userId", by.userId())
                .param("userName", by.displayName())
                .param("now", now())
                .update();
        if (inserted == 0) {
            throw new Refusal("实地抽查记录已经提交，不能再次提交，请刷新待办列表");
        }
    }

    @Override
    public Optional<SiteInspection> inspection(long applicationId) {
        return jdbc.sql("select * from site_inspection where application_id = :applicationId")
                .param("applicationId", applicationId)
                .query((row, i) -> new SiteInspection(
                        row.getObject("inspected_on", LocalDate.class),
                        row.getString("participants"),
                        row.getString("findings"),
                        Conclusion.valueOf(row.getString("conclusion")),
                        row.getString("recorded_by_name")))
                .optional();
    }

    @Override
    public List<Long> assignedTo(String expertId) {
        return jdbc.sql("select application_id from expert_opinion where expert_id = :expertId order by application_id")
                .param("expertId", expertId)
                .query(Long.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Opinion opinion(ResultSet row, int i) throws SQLException {
        return new Opinion(
                row.getLong("submission_id"),
                OpinionStage.valueOf(row.getString("stage")),
                Conclusion.valueOf(row.getString("conclusion")),
                row.getString("opinion"),
                row.getString("soft_miss_judgement"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getObject("correction_working_days", Integer.class),
                row.getString("given_by"),
                row.getString("given_by_name"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }

    private static ExpertOpinion expertOpinion(ResultSet row, int i) throws SQLException {
        String recommendation = row.getString("recommendation");
        OffsetDateTime givenAt = row.getObject("given_at", OffsetDateTime.class);
        return new ExpertOpinion(
                row.getString("expert_id"),
                row.getString("expert_name"),
                recommendation == null ? null : Conclusion.valueOf(recommendation),
                row.getObject("score", Integer.class),
                row.getString("opinion"),
                givenAt == null ? null : givenAt.toInstant());
    }
}

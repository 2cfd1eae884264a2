package org.smecluster.review.persistence;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.persistence.Rows;
import org.smecluster.review.CheckHistory;
import org.smecluster.review.Checks;
import org.smecluster.review.Conclusion;
import org.smecluster.review.Expert;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.review.ReviewPlan;
import org.smecluster.review.SiteInspection;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChecks implements Checks, CheckHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void plan(String caseNumber, ReviewPlan plan, Account by) {
        jdbc.sql("""
                        insert into review_plan (case_number, expert_review, site_inspection, site_inspection_reason,
                                                 planned_by, planned_by_name, planned_at)
                        values (:caseNumber, :expertReview, :siteInspection, :reason, :userId, :userName, :now)
                        on conflict (case_number) do update
                        set expert_review = excluded.expert_review, site_inspection = excluded.site_inspection,
                            site_inspection_reason = excluded.site_inspection_reason,
                            planned_by = excluded.planned_by, planned_by_name = excluded.planned_by_name,
                            planned_at = excluded.planned_at
                        """)
                .param("caseNumber", caseNumber)
                .param("expertReview", plan.expertReview())
                .param("siteInspection", plan.siteInspection())
                .param("reason", plan.siteInspectionReason())
                .param("userId", by.userId())
                .param("userName", by.displayName())
                .param("now", now())
                .update();
    }

    @Override
    public Optional<ReviewPlan> plan(String caseNumber) {
        return jdbc.sql("select * from review_plan where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(ReviewPlan.class))
                .optional();
    }

    @Override
    public void assign(String caseNumber, Collection<Expert> experts, String criteria) {
        experts.forEach(expert -> jdbc.sql("""
                        insert into expert_opinion (case_number, expert_id, expert_name, criteria)
                        values (:caseNumber, :expertId, :expertName, :criteria)
                        on conflict do nothing
                        """)
                .param("caseNumber", caseNumber)
                .param("expertId", expert.userId())
                .param("expertName", expert.name())
                .param("criteria", criteria)
                .update());
    }

    @Override
    public void giveAsExpert(
            String caseNumber, String expertId, Conclusion recommendation, BigDecimal score, String opinion) {
        jdbc.sql("""
                        update expert_opinion
                        set recommendation = :recommendation, score = :score, opinion = :opinion, given_at = :now
                        where case_number = :caseNumber and expert_id = :expertId
                          and given_at is null and declined_at is null
                        """)
                .param("caseNumber", caseNumber)
                .param("expertId", expertId)
                .param("recommendation", recommendation.name())
                .param("score", score)
                .param("opinion", opinion)
                .param("now", now())
                .update();
    }

    @Override
    public void decline(String caseNumber, String expertId, String reason) {
        jdbc.sql("""
                        update expert_opinion set declined_at = :now, decline_reason = :reason
                        where case_number = :caseNumber and expert_id = :expertId
                          and given_at is null and declined_at is null
                        """)
                .param("caseNumber", caseNumber)
                .param("expertId", expertId)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    @Override
    public void settle(String caseNumber, String expertId) {
        jdbc.sql("""
                        update expert_opinion set settled_at = coalesce(settled_at, :now)
                        where case_number = :caseNumber and expert_id = :expertId and declined_at is not null
                        """)
                .param("caseNumber", caseNumber)
                .param("expertId", expertId)
                .param("now", now())
                .update();
    }

    @Override
    public List<ExpertOpinion> experts(String caseNumber) {
        return jdbc.sql("select * from expert_opinion where case_number = :caseNumber order by expert_name")
                .param("caseNumber", caseNumber)
                .query(Rows.of(ExpertOpinion.class))
                .list();
    }

    @Override
    public void inspected(String caseNumber, SiteInspection inspection, Account by) {
        int inserted = jdbc.sql("""
                        insert into site_inspection (case_number, inspected_on, participants, findings, conclusion,
                                                     recorded_by, recorded_by_name, recorded_at)
                        values (:caseNumber, :inspectedOn, :participants, :findings, :conclusion,
                                :userId, :userName, :now)
                        on conflict do nothing
                        """)
                .param("caseNumber", caseNumber)
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
    public Optional<SiteInspection> inspection(String caseNumber) {
        return jdbc.sql("select * from site_inspection where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(SiteInspection.class))
                .optional();
    }

    @Override
    public List<String> assignedTo(String expertId) {
        return jdbc.sql("""
                        select case_number from expert_opinion where expert_id = :expertId and declined_at is null
                        order by case_number
                        """).param("expertId", expertId).query(String.class).list();
    }

    @Override
    public List<Planned> planned(Collection<String> caseNumbers) {
        return jdbc.sql("select * from review_plan where case_number = any (:numbers) order by case_number")
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query((row, i) -> new Planned(
                        row.getString("case_number"),
                        Rows.of(ReviewPlan.class).mapRow(row, i),
                        row.getString("planned_by_name"),
                        row.getObject("planned_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<Answered> answered(Collection<String> caseNumbers) {
        return jdbc.sql("""
                        select * from expert_opinion e where case_number = any (:numbers) and given_at is not null
                          and not exists (select 1 from expert_opinion o
                                          where o.case_number = e.case_number
                                            and o.given_at is null and o.settled_at is null)
                        order by case_number, given_at, expert_id
                        """)
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query((row, i) -> new Answered(
                        row.getString("case_number"),
                        Rows.of(ExpertOpinion.class).mapRow(row, i)))
                .list();
    }

    @Override
    public List<Inspected> inspected(Collection<String> caseNumbers) {
        return jdbc.sql("select * from site_inspection where case_number = any (:numbers) order by case_number")
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query((row, i) -> new Inspected(
                        row.getString("case_number"),
                        Rows.of(SiteInspection.class).mapRow(row, i),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

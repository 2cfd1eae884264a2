package org.smecluster.publicnotice.process;

import java.time.LocalTime;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Messages;
import org.smecluster.engine.Submission;
import org.smecluster.engine.TimerDeadline;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticePlan;
import org.smecluster.publicnotice.NoticeSchedule;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.process.PublicNoticeForms.RuleObjection;
import org.smecluster.publicnotice.process.PublicNoticeForms.VerifyObjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code publicNotice}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class PublicNoticeSteps {

    @Bean
    JavaDelegate scheduleNoticeDelegate(NoticeSchedule schedule) {
        return execution -> {
            String countsBefore = PublicNoticeProcess.COUNTS_BEFORE.from(execution);
            NoticePlan plan = schedule.plan(
                    PublicNoticeProcess.SUBJECT.from(execution),
                    PublicNoticeProcess.PUBLICITY_DAYS.from(execution),
                    LocalTime.parse(PublicNoticeProcess.PUBLICATION_TIME.from(execution)),
                    LocalTime.parse(countsBefore));
            PublicNoticeProcess.PUBLISHES_AT.set(execution, EngineTime.iso(plan.publishesAt()));
            PublicNoticeProcess.DAY_COUNTS_BEFORE.set(execution, countsBefore);
        };
    }

    @Bean
    JavaDelegate publishNoticeDelegate(NoticeService notices, Deadlines deadlines) {
        return execution -> {
            String subject = PublicNoticeProcess.SUBJECT.from(execution);
            int days = PublicNoticeProcess.PUBLICITY_DAYS.from(execution);
            LocalTime countsBefore = PublicNoticeProcess.DAY_COUNTS_BEFORE
                    .find(execution)
                    .map(LocalTime::parse)
                    .orElse(null);
            Notice notice = notices.publish(subject, days, countsBefore, execution.getProcessInstanceId());
            TimerDeadline.open(
                    deadlines,
                    execution,
                    subject,
                    DeadlineKind.PUBLICITY,
                    PublicNoticeProcess.PERIOD_TIMER,
                    PublicNoticeProcess.PUBLICITY_ENDS_AT,
                    notice.countsFrom(),
                    days);
            PublicNoticeProcess.NOTICE_ID.set(execution, notice.id());
        };
    }

    @Bean
    JavaDelegate endPublicityDelegate(NoticeService notices, Deadlines deadlines, Messages messages) {
        return execution -> {
            deadlines.close(execution.getProcessInstanceId(), PublicNoticeProcess.PERIOD_TIMER);
            long noticeId = PublicNoticeProcess.NOTICE_ID.from(execution);
            boolean cleared = notices.endPeriod(noticeId);
            PublicNoticeProcess.ADMISSIONS_PENDING.set(execution, notices.admissionsPending(noticeId));
            if (cleared) {
                messages.send(
                        PublicNoticeProcess.PERIOD_ENDED,
                        PublicNoticeProcess.SUBJECT.from(execution),
                        Map.of(
                                PublicNoticeProcess.PUBLICITY_ENDS_AT.name(),
                                PublicNoticeProcess.PUBLICITY_ENDS_AT.from(execution)));
            }
        };
    }

    @Bean
    JavaDelegate tellReopenedDelegate(NoticeService notices) {
        return execution -> notices.tellReopened(PublicNoticeProcess.SUBJECT.from(execution));
    }

    @Bean
    TaskListener verifyObjectionListener(NoticeService notices, ActingPerson person) {
        return task -> {
            VerifyObjection form = Submission.current().as(VerifyObjection.class);
            notices.recordFacts(
                    PublicNoticeProcess.OBJECTION_ID.from(task), form.facts(), form.toldToApplicant(), person.get());
        };
    }

    @Bean
    TaskListener ruleObjectionListener(NoticeService notices, ActingPerson person) {
        return task -> {
            RuleObjection form = Submission.current().as(RuleObjection.class);
            notices.rule(PublicNoticeProcess.OBJECTION_ID.from(task), form.ruling(), form.rulingReason(), person.get());
        };
    }
}

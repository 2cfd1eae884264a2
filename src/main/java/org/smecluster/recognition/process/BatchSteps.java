package org.smecluster.recognition.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.DeadlineSpec;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.BatchComparisons;
import org.smecluster.recognition.BatchIntake;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.BatchState;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.ListWarnings;
import org.smecluster.recognition.NoticeDay;
import org.smecluster.recognition.RecognitionList;
import org.smecluster.recognition.RecognitionOutcomes;
import org.smecluster.recognition.Registration;
import org.smecluster.recognition.Selections;
import org.smecluster.recognition.process.RecognitionForms.CompareApplications;
import org.smecluster.recognition.process.RecognitionForms.OpenBatch;
import org.smecluster.recognition.process.RecognitionForms.PublishList;
import org.smecluster.recognition.process.RecognitionForms.SelectClusters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code recognitionBatch}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class BatchSteps {

    @Bean
    ExecutionListener openBatchListener(BatchIntake intake, ListWarnings lists, ActingPerson person) {
        return execution -> {
            OpenBatch form = Submission.current().as(OpenBatch.class);
            Batch batch = intake.open(
                    new BatchOpening(
                            form.year(),
                            form.noticeNumber(),
                            form.windowStart(),
                            form.windowEnd(),
                            form.recommendationDeadline(),
                            form.publicityDays(),
                            form.publicationDayCounts(),
                            form.quota(),
                            form.siteVerification(),
                            form.clauses()),
                    person.get());
            lists.set(batch.id(), form.onePerSubSector(), form.cityQuotas());
            execution.setProcessBusinessKey(batch.batchNumber());
            CaseVariables.CASE_NUMBER.set(execution, batch.batchNumber());
            RecognitionProcess.BATCH.set(execution, batch.id());
            BatchProcess.PUBLICITY_DAYS.set(execution, batch.publicityDays());
            BatchProcess.WINDOW_CLOSES_AT.set(execution, EngineTime.isoAfter(batch.windowEnd()));
            BatchProcess.RECOMMENDATION_CLOSES_AT.set(execution, EngineTime.isoAfter(batch.recommendationDeadline()));
        };
    }

    @Bean
    JavaDelegate scheduleBatchRemindersDelegate(Batches batches, Deadlines deadlines) {
        return execution -> {
            Batch batch = batches.find(RecognitionProcess.BATCH.from(execution)).orElseThrow();
            Deadline window = deadlines.open(reminder(
                    execution,
                    BatchProcess.WINDOW_REMINDER_TIMER,
                    BatchProcess.WINDOW_REMINDER_AT,
                    batch.windowEnd(),
                    BatchProcess.WINDOW_REMINDER_DAYS));
            Deadline recommendation = deadlines.open(reminder(
                    execution,
                    BatchProcess.RECOMMENDATION_REMINDER_TIMER,
                    BatchProcess.RECOMMENDATION_REMINDER_AT,
                    batch.recommendationDeadline(),
                    BatchProcess.RECOMMENDATION_REMINDER_DAYS));
            BatchProcess.WINDOW_REMINDER_AT.set(execution, EngineTime.iso(window.over()));
            BatchProcess.RECOMMENDATION_REMINDER_AT.set(execution, EngineTime.iso(recommendation.over()));
        };
    }

    private static DeadlineSpec reminder(
            DelegateExecution execution,
            String timer,
            Variable<String> due,
            LocalDate lastDay,
            Variable<Integer> workingDays) {
        return new DeadlineSpec(
                CaseVariables.CASE_NUMBER.from(execution),
                DeadlineKind.REMINDER,
                execution.getProcessInstanceId(),
                timer,
                due.name(),
                lastDay,
                workingDays.from(execution));
    }

    @Bean
    JavaDelegate remindApplicantsDelegate(BatchIntake intake, Deadlines deadlines) {
        return execution -> {
            intake.remindApplicants(RecognitionProcess.BATCH.from(execution));
            deadlines.close(execution.getProcessInstanceId(), BatchProcess.WINDOW_REMINDER_TIMER);
        };
    }

    @Bean
    JavaDelegate remindCitiesDelegate(BatchIntake intake, Deadlines deadlines) {
        return execution -> {
            intake.remindCities(RecognitionProcess.BATCH.from(execution));
            deadlines.close(execution.getProcessInstanceId(), BatchProcess.RECOMMENDATION_REMINDER_TIMER);
        };
    }

    @Bean
    TaskListener beginComparisonListener(Batches batches) {
        return task -> batches.enter(RecognitionProcess.BATCH.from(task), BatchState.COMPARING);
    }

    @Bean
    TaskListener compareApplicationsListener(BatchComparisons comparisons, ActingPerson person) {
        return task -> {
            CompareApplications form = Submission.current().as(CompareApplications.class);
            comparisons.compare(
                    RecognitionProcess.BATCH.from(task),
                    form.comparisonSummary(),
                    form.closeOutstanding(),
                    form.closeReason(),
                    person.get());
        };
    }

    @Bean
    TaskListener selectClustersListener(Selections selections, NoticeDay noticeDay, ActingPerson person) {
        return task -> {
            SelectClusters form = Submission.current().as(SelectClusters.class);
            LocalTime time = form.noticeTime() == null ? null : LocalTime.parse(form.noticeTime());
            noticeDay.check(form.noticeDay(), time);
            BatchProcess.ANY_SELECTED.set(
                    task.getExecution(),
                    selections.complete(
                            RecognitionProcess.BATCH.from(task),
                            form.selectionNote(),
                            form.noticeDay(),
                            time,
                            person.get()));
        };
    }

    @Bean
    JavaDelegate informNotSelectedDelegate(RecognitionOutcomes outcomes) {
        return execution -> outcomes.informNotSelected(RecognitionProcess.BATCH.from(execution));
    }

    /** After the public notice: clusters that stand on no list yet were cleared by a ruling later than its period. */
    @Bean
    ExecutionListener clearedByRulingListener(RecognitionList list) {
        return execution -> BatchProcess.CLEARED_BY_RULING.set(
                execution, list.hasClusters(RecognitionProcess.BATCH.from(execution)));
    }

    /** All that were cleared may have been taken off meanwhile for an incident. */
    @Bean
    ExecutionListener anyToPublishListener(RecognitionList list) {
        return execution ->
                BatchProcess.ANY_TO_PUBLISH.set(execution, list.hasClusters(RecognitionProcess.BATCH.from(execution)));
    }

    @Bean
    TaskListener drawListListener(RecognitionList list) {
        return task ->
                task.setVariableLocal(BatchProcess.PUBLICATION_ID, list.draw(RecognitionProcess.BATCH.from(task)));
    }

    @Bean
    TaskListener publishListListener(RecognitionList list, ActingPerson person) {
        return task -> {
            PublishList form = Submission.current().as(PublishList.class);
            list.publish(
                    (Long) task.getVariableLocal(BatchProcess.PUBLICATION_ID),
                    form.documentNumber(),
                    form.documentDate(),
                    Deadline.lastDayBefore(OffsetDateTime.parse(BatchProcess.PUBLICITY_ENDS_AT.from(task))
                            .toInstant()),
                    person.get());
        };
    }

    @Bean
    JavaDelegate registerClustersDelegate(Registration registration) {
        return execution -> registration.register(RecognitionProcess.BATCH.from(execution));
    }

    @Bean
    JavaDelegate informRecognisedDelegate(RecognitionOutcomes outcomes) {
        return execution -> outcomes.informRecognised(RecognitionProcess.BATCH.from(execution));
    }

    @Bean
    JavaDelegate closeBatchDelegate(RecognitionList list) {
        return execution -> list.close(RecognitionProcess.BATCH.from(execution));
    }
}

package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.review.Conclusion;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("从开启批次到公布名单：真实的申报流程一起走完，无任何替身")
class BatchWithRealApplicationsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    RuntimeService runtime;

    @Autowired
    BatchComparisons comparisons;

    @Autowired
    ClusterRegistry registry;

    @Test
    @DisplayName("一个认定、一个未入选、一个异议成立、一个期满未办结，各得其所")
    void everyApplicationLearnsItsOutcome() {
        Map<String, Object> opening = BatchWalk.openingForm();
        opening.put("windowStart", RecognitionWalk.WINDOW_START.toString());
        opening.put("windowEnd", RecognitionWalk.WINDOW_END.toString());
        opening.put("recommendationDeadline", RecognitionWalk.RECOMMENDATION_DEADLINE.toString());
        BatchWalk batch = BatchWalk.in(context).opened(opening);
        TestClock.set(LocalDate.of(2026, 6, 2));
        RecognitionWalk recognised = walk("fine-chemicals-pingluo").reReviewed();
        RecognitionWalk contested = walk("wine-yongning").reReviewed();
        RecognitionWalk passedOver = walk("goji-zhongning").reReviewed();
        RecognitionWalk late = walk("tan-sheep-yanchi").started().submitted();

        batch.closedForRecommendations();
        BatchComparison comparison = comparisons.comparison(batch.batch().id());
        assertThat(comparison.concluded()).hasSize(3).allSatisfy(row -> {
            assertThat(row.keyIndicators()).hasSize(8);
            assertThat(row.conclusion()).isEqualTo(Conclusion.PASS);
            assertThat(row.overall()).isNotNull();
        });
        assertThat(comparison.outstanding())
                .extracting(BatchComparison.Outstanding::caseNumber)
                .containsExactly(late.caseNumber());

        Map<String, Object> compared = new HashMap<>();
        compared.put("comparisonSummary", "各申报情况如下");
        compared.put("closeOutstanding", true);
        compared.put("closeReason", "市级未在截止日前推荐");
        batch.complete(BatchWalk.OFFICER, "task_compareApplications", compared)
                .decided(recognised.caseNumber(), true, null)
                .decided(contested.caseNumber(), true, null)
                .decided(passedOver.caseNumber(), false, "名额有限")
                .selectionCompleted()
                .noticePublished();
        long objection = batch.objection(contested.caseNumber());
        batch.periodEnded().listPublished().ruled(objection, "UPHELD").run("service_closeBatch");

        assertThat(batch.instance()).isEnded();
        assertThat(List.of(
                        recognised.application().state(),
                        contested.application().state(),
                        passedOver.application().state(),
                        late.application().state()))
                .containsExactly(
                        ApplicationState.RECOGNISED,
                        ApplicationState.NOT_RECOGNISED,
                        ApplicationState.NOT_RECOGNISED,
                        ApplicationState.LAPSED);
        finishJobs(recognised, contested, passedOver, late);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("clusterRecognition")
                        .count())
                .as("every application's process is over")
                .isZero();
        assertThat(registry.all()).singleElement().satisfies(cluster -> assertThat(cluster.sourceCase())
                .isEqualTo(recognised.caseNumber()));
    }

    private RecognitionWalk walk(String sample) {
        return RecognitionWalk.in(context).of(sample);
    }

    /** The asynchronous closing steps of the applications' own processes. */
    private void finishJobs(RecognitionWalk... walks) {
        for (RecognitionWalk walk : walks) {
            context.getBean(Desks.class).runSteps(walk.caseNumber());
        }
    }
}

package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.SpoiltForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("批次和公示的每张表单：经接口提交的缺项、负数、超长、表外内容都以一句话拒绝")
class BatchFormsThroughRestTest {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    /**
     * @param task null for the start form
     * @param before brings the batch to the step
     */
    record Step(String form, String task, String user, Consumer<BatchWalk> before, Map<String, Object> valid) {

        @Override
        public String toString() {
            return form;
        }
    }

    static Stream<Step> steps() {
        Map<String, Object> opening = BatchWalk.openingForm();
        opening.put("quota", 3);
        return Stream.of(
                new Step("recognition/openBatch", null, "officer-1", walk -> {}, opening),
                new Step(
                        "recognition/compareApplications",
                        "task_compareApplications",
                        "officer-1",
                        walk -> walk.closedForRecommendations(),
                        Map.of("comparisonSummary", "各申报情况如下", "closeOutstanding", true, "closeReason", "逾期未办结")),
                new Step(
                        "recognition/selectClusters",
                        "task_selectClusters",
                        "leader",
                        walk -> walk.closedForRecommendations().compared().decided(only(walk), true, null),
                        Map.of("selectionNote", "综合比较", "selectionConfirmed", true)),
                new Step(
                        "publicnotice/verifyObjection",
                        "task_verifyObjection",
                        "officer-1",
                        walk -> walk.inNotice(only(walk)).objection(only(walk)),
                        Map.of("facts", "经核实，情况如下", "toldToApplicant", "异议反映产值不实，已核实")),
                new Step(
                        "publicnotice/ruleObjection",
                        "task_ruleObjection",
                        "leader",
                        walk -> {
                            walk.inNotice(only(walk)).objection(only(walk));
                            walk.complete(
                                    BatchWalk.OFFICER,
                                    "task_verifyObjection",
                                    Map.of("facts", "经核实，情况如下", "toldToApplicant", "异议反映产值不实，已核实"));
                        },
                        Map.of("ruling", "DISMISSED", "rulingReason", "所反映的情况与事实不符")),
                new Step(
                        "recognition/publishList",
                        "task_publishList",
                        "officer-1",
                        walk -> walk.inNotice(only(walk)).periodEnded(),
                        Map.of(
                                "documentNumber",
                                "宁工信企发〔2026〕30号",
                                "documentDate",
                                "2026-06-01",
                                "objectionsEntered",
                                true,
                                "publicationConfirmed",
                                true)));
    }

    private static String only(BatchWalk walk) {
        return walk.applications().get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void badSubmissionsAreRefused(Step step) throws IOException {
        BatchWalk walk = BatchWalk.in(context);
        if (step.task() != null) {
            walk.opened().reReviewed("640221", "平罗县精细化工产业集群");
            step.before().accept(walk);
        }
        List<SpoiltForm> bad = SpoiltForm.of(Path.of("forms", step.form() + ".form"), step.valid());
        assertThat(bad).hasSizeGreaterThan(2);
        for (SpoiltForm one : bad) {
            HttpResponse<String> answer = submit(walk, step, one.values());
            assertThat(answer.statusCode()).as("%s: %s", step, one.what()).isEqualTo(400);
            assertThat(answer.body()).as("%s: %s", step, one.what()).contains(one.sentence());
        }
        if (step.task() != null) {
            assertThat(walk.openTasks(step.task())).as("nothing changed").hasSize(1);
        }
    }

    private HttpResponse<String> submit(BatchWalk walk, Step step, Map<String, Object> values) {
        RestCall rest = RestCall.as(step.user(), port);
        String path = step.task() == null
                ? rest.startForm("recognitionBatch")
                : "/task/" + walk.openTasks(step.task()).get(0).getId() + "/submit-form";
        return rest.post(path, SpoiltForm.asTasklistSends(values));
    }
}

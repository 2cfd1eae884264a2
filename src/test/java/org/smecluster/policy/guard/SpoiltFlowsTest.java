package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelFinding;

@DisplayName("A process that cannot run is refused, and the element is named")
class SpoiltFlowsTest {

    @Test
    @DisplayName("The shipped processes give no finding")
    void shipped() {
        assertThat(findings(List.of())).extracting(ModelFinding::sentence).isEmpty();
    }

    @Test
    @DisplayName("An exclusive join made parallel waits for ever")
    void join() {
        refused(
                "cultivationAdmission.bpmn",
                file -> renamed(file, "gateway_poolJoined", "exclusiveGateway", "parallelGateway"),
                "gateway_poolJoined");
    }

    @Test
    @DisplayName("A choice made a fork, one branch of which leads at once to an end: it would be over and wait as well")
    void forkToAnEnd() {
        Map.of(
                        "publicNotice.bpmn", "gateway_admissionsPending",
                        "recognitionBatch.bpmn", "gateway_clearedByRuling",
                        "reviewChecks.bpmn", "gateway_expertReplaced")
                .forEach((file, gateway) -> refused(
                        file,
                        text -> renamed(text, gateway, "exclusiveGateway", "parallelGateway")
                                .replaceAll(
                                        "(?s)(<bpmn:sequenceFlow [^>]*sourceRef=\"" + gateway
                                                + "\"[^>]*>(?:(?!</bpmn:sequenceFlow>).)*?)<bpmn:conditionExpression.*?</bpmn:conditionExpression>",
                                        "$1"),
                        "直接到合并的网关或者结束"));
    }

    @Test
    @DisplayName("A city is urged for its clusters only when their day is over")
    void urgedEarly() {
        refused(
                "annualMonitoring.bpmn",
                file -> file.replace("${remindMissingDelegate}", "${urgeClustersDelegate}"),
                "service_remindMissing");
    }

    @Test
    @DisplayName("A code that nobody writes is never true")
    void code() {
        refused("revocation.bpmn", file -> file.replace("== 'CORRECT'", "== 'CORRECTION'"), "flow_");
    }

    @Test
    @DisplayName("A variable that nobody writes stops the case")
    void unwritten() {
        refused("revocation.bpmn", file -> file.replace("${groundFound}", "${groundsFound}"), "groundsFound");
    }

    @Test
    @DisplayName("A condition on null alone stops the case")
    void nothing() {
        refused("clusterRecognition.bpmn", file -> file.replace("${eligible == true}", "${eligible}"), "eligible");
    }

    @Test
    @DisplayName("Without its default a gateway has no way for some value")
    void noDefault() {
        refused(
                "clusterTerm.bpmn",
                file -> file.replace(" default=\"flow_noReviewToCome\"", "")
                        .replaceFirst(
                                "(?s)(<bpmn:sequenceFlow id=\"flow_noReviewToCome\"[^>]*?)/>",
                                "$1><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${awaitsReview =="
                                        + " null}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                "gateway_awaitsReview");
    }

    @Test
    @DisplayName("A message that nobody sends")
    void message() {
        refused(
                "clusterTerm.bpmn",
                file -> file.replace("\"renewal.extended\"", "\"renewal.prolonged\""),
                "event_termExtended");
    }

    @Test
    @DisplayName("A loop without a person")
    void loop() {
        refused(
                "annualMonitoring.bpmn",
                file -> file.replace(
                        "sourceRef=\"gateway_reportsMissing\" targetRef=\"task_followUpMissing\"",
                        "sourceRef=\"gateway_reportsMissing\" targetRef=\"service_countMissing\""),
                "不停地自动重复");
    }

    @Test
    @DisplayName("A step that no flow leads to")
    void unreachable() {
        refused(
                "changeFiling.bpmn",
                file -> file.replace("targetRef=\"service_reportLateFiling\"", "targetRef=\"service_closeFiled\""),
                "service_reportLateFiling");
    }

    @Test
    @DisplayName("A fork that comes back to itself piles up")
    void heap() {
        refused(
                "revocation.bpmn",
                file -> renamed(file, "gateway_revocationDecision", "exclusiveGateway", "parallelGateway"),
                "堆积");
    }

    private static String renamed(String file, String id, String from, String to) {
        return file.replaceFirst(
                "(?s)<bpmn:" + from + " (id=\"" + id + "\".*?)</bpmn:" + from + ">",
                "<bpmn:" + to + " $1</bpmn:" + to + ">");
    }

    private static void refused(String file, UnaryOperator<String> change, String named) {
        assertThat(findings(List.of(Shipped.changed(file, change))))
                .filteredOn(ModelFinding::refuses)
                .extracting(ModelFinding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(named));
    }

    private static List<ModelFinding> findings(List<org.smecluster.policy.ModelSource> deployed) {
        List<ModelFinding> found = new ArrayList<>();
        new ProcessesRun().judge(RunningModels.after(Shipped.files(), deployed), found::add);
        return found;
    }
}

package org.smecluster.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Audience;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("谁在哪一步被告知什么：轮到谁告知谁，申报主体知道案件走到哪里，专家和内部审议不外告")
class StepNoticesTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Notifications notifications;

    private static Map<String, UserTask> tasks() throws IOException {
        Map<String, UserTask> tasks = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".bpmn")).toList()) {
                Bpmn.readModelFromFile(file.toFile())
                        .getModelElementsByType(UserTask.class)
                        .forEach(task -> tasks.put(task.getId(), task));
            }
        }
        return tasks;
    }

    @Test
    @DisplayName("表中的每一行都是模型中的任务；每个任务都有轮到的人；专家和审定人员的任务不在告知申报主体之列")
    void everyRowIsATask() throws IOException {
        Map<String, UserTask> tasks = tasks();
        assertThat(tasks.keySet())
                .containsAll(StepNotices.stepsToldBefore())
                .containsAll(StepNotices.stepsToldToTheUnit());
        tasks.values().forEach(task -> assertThat(task.getCamundaCandidateGroups() + task.getCamundaAssignee())
                .as("%s waits for somebody who can be told", task.getId())
                .isNotEqualTo("nullnull"));
        StepNotices.stepsToldToTheUnit().forEach(key -> {
            UserTask task = tasks.get(key);
            assertThat(task.getCamundaAssignee()).as(key).isNull();
            assertThat(task.getCamundaCandidateGroups()).as(key).isNotEqualTo("province-leader");
            assertThat(StepNotices.toTheUnit(key).orElseThrow())
                    .as(key)
                    .doesNotContain("专家", "实地抽查")
                    .contains("第");
        });
    }

    private List<String> told(String caseNumber, String address) {
        return notifications.ofCase(caseNumber, "nobody").stream()
                .filter(each -> each.groupId().equals(address))
                .map(Notification::text)
                .toList();
    }

    @Test
    @DisplayName("走一遍认定：市、自治区、被请的专家各自被告知；没有被请的专家和申报主体不知道专家评审")
    void alongAnApplication() {
        TestClock.set(RecognitionWalk.WINDOW_START);
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .experts()
                .openBatch()
                .started();
        String number = walk.caseNumber();
        String unit = walk.applicant().groups().get(0);
        assertThat(told(number, unit)).as("one's own step is no news").isEmpty();

        walk.submitted();
        assertThat(told(number, "city-6402")).hasSize(1);
        walk.accepted();
        assertThat(told(number, unit)).anyMatch(text -> text.contains("进入初审（第十二条(二)）"));
        walk.reviewed().recommended().reAssessed();
        assertThat(told(number, unit)).anyMatch(text -> text.contains("进入自治区复审（第十二条(三)）"));
        int before = told(number, unit).size();

        walk.planned(List.of("expert-wang"), false);
        assertThat(told(number, Audience.person("expert-wang")))
                .singleElement()
                .asString()
                .contains("轮到您办理“专家评审”");
        assertThat(told(number, Audience.person("expert-ma"))).isEmpty();
        assertThat(told(number, "expert")).isEmpty();
        assertThat(told(number, unit)).as("the review stays within").hasSize(before);
    }
}

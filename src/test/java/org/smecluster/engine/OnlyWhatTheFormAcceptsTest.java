package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("表单在服务器上再检查一次：浏览器、REST、Java 一样")
class OnlyWhatTheFormAcceptsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    private String deployment;

    @BeforeEach
    void deploy() {
        TestClock.set(LocalDate.of(2026, 3, 2));
        deployment = repository
                .createDeployment()
                .addClasspathResource("engine/guarded.bpmn")
                .addClasspathResource("engine/guardedForm.form")
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    private ProcessInstance started() {
        return runtime.startProcessInstanceByKey("guarded", valid());
    }

    private static Map<String, Object> valid() {
        return new HashMap<>(Map.of("opinion", "同意受理", "decision", "ACCEPT"));
    }

    @Test
    @DisplayName("接受的内容：监听器取走的不成为流程变量，没有人取走的成为流程变量")
    void takenFieldsAreNoVariables() {
        ProcessInstance instance = started();
        Map<String, Object> values = valid();
        values.put("days", 5);
        values.put("opinion", "材料齐全");
        tasks.complete(task(instance).getId(), values);
        Map<String, Object> variables = runtime.getVariables(instance.getId());
        assertThat(GuardedFormListener.lastOpinion).isEqualTo("材料齐全");
        assertThat(variables)
                .as("the start form's opinion was taken by nobody, the task's by its listener")
                .containsEntry("days", 5)
                .containsEntry("decision", "ACCEPT")
                .containsEntry("opinion", "同意受理");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "opinion|''|必填",
                "opinion|同|至少2个字",
                "opinion|一二三四五六七八九十十一|最多10个字",
                "days|-1|不能小于1",
                "days|31|不能大于30",
                "days|abc|应为数字",
                "decision|MAYBE|没有“MAYBE”这一选项",
                "decision|RETURN|“退回原因”为必填项",
                "day|2026-13-01|应为日期",
                "day|+999999999-01-01|应为日期",
                "applicationId|99|表单没有“applicationId”这一项",
            })
    void aBadFieldIsRefused(String key, String value, String message) {
        ProcessInstance instance = started();
        Map<String, Object> values = valid();
        values.put(key, value.matches("-?\\d+") && key.equals("days") ? (Object) Integer.valueOf(value) : value);
        String id = task(instance).getId();
        assertThatThrownBy(() -> tasks.complete(id, values))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> forms.submitTaskForm(id, values)).isInstanceOf(FormRejected.class);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded", values))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(message);
        assertThat(task(instance).getId()).isEqualTo(id);
    }

    @Test
    @DisplayName("只读字段即使提交也不改变任何东西")
    void readOnlyFieldsAreDropped() {
        ProcessInstance instance = started();
        Map<String, Object> values = valid();
        values.put("shown", "NXJQ-2026-RD-99999");
        tasks.complete(task(instance).getId(), values);
        assertThat(runtime.getVariables(instance.getId())).doesNotContainKey("shown");
    }

    @Test
    @DisplayName("选项来自任务变量的多选，只接受列出的值")
    void optionsFromData() {
        ProcessInstance instance = started();
        tasks.setVariableLocal(
                task(instance).getId(), "availableExperts", List.of(Map.of("label", "甲", "value", "expert-1")));
        Map<String, Object> values = valid();
        values.put("experts", List.of("expert-2"));
        assertThatThrownBy(() -> tasks.complete(task(instance).getId(), values))
                .hasMessageContaining("没有“expert-2”这一选项");
        values.put("experts", Collections.singletonList(null));
        assertThatThrownBy(() -> tasks.complete(task(instance).getId(), values)).hasMessageContaining("没有“null”这一选项");
        values.put("experts", List.of("expert-1"));
        tasks.complete(task(instance).getId(), values);
        assertThat(task(instance).getTaskDefinitionKey()).isEqualTo("task_end");
    }

    @Test
    @DisplayName("业务上的拒绝以其原话到达办理人")
    void aRefusalArrivesAsItIs() {
        ProcessInstance instance = started();
        Map<String, Object> values = valid();
        values.put("opinion", "拒绝");
        assertThatThrownBy(() -> tasks.complete(task(instance).getId(), values))
                .isInstanceOf(FormRejected.class)
                .hasMessage("不在申报期内");
    }

    @Test
    @DisplayName("没有表单的任务不能提交内容；任务也不能以错误方式结束")
    void nothingElseGetsIn() {
        ProcessInstance instance = started();
        tasks.complete(task(instance).getId(), valid());
        String id = task(instance).getId();
        assertThatThrownBy(() -> tasks.complete(id, Map.of("x", 1))).isInstanceOf(FormRejected.class);
        assertThatThrownBy(() -> tasks.handleBpmnError(id, "e")).isInstanceOf(FormRejected.class);
    }

    @Test
    @DisplayName("无权办理任务的人，先被拒绝，不会从表单检查中得知表单有什么；有没有表单都一样")
    void strangersLearnNothing() {
        ProcessInstance instance = started();
        refusedAsStranger(task(instance).getId());
        tasks.complete(task(instance).getId(), valid());
        refusedAsStranger(task(instance).getId());
    }

    private void refusedAsStranger(String id) {
        identity.setAuthentication("lingwu", List.of("county-640181"));
        try {
            assertThatThrownBy(() -> tasks.complete(id, Map.of("x", 1))).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> forms.submitTaskForm(id, Map.of("x", 1)))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    @DisplayName("任务的办理期限按模型所写的工作日数计算")
    void dueInWorkingDays() {
        ProcessInstance instance = started();
        assertThat(LocalDateTime.ofInstant(task(instance).getDueDate().toInstant(), ZoneId.of("Asia/Shanghai")))
                .isEqualTo(LocalDateTime.of(2026, 3, 9, 23, 59, 59));
    }
}

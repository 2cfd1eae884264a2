package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.engine.EngineFeel;

@DisplayName("拒绝的问题没有指到改动处的，另外说明这次改动了什么")
class ChangesTest {

    private static final String MODEL = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
            + "<process id='p'><startEvent id='begun'/><userTask id='task' name='办理'/><serviceTask id='effect'/>"
            + "<sequenceFlow id='f1' sourceRef='begun' targetRef='task'/>"
            + "<sequenceFlow id='f2' sourceRef='task' targetRef='effect'/></process></definitions>";

    private static ModelSource file(String name, String text) {
        return new ModelSource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(String before, String after) {
        return Changes.of(List.of(file("a.bpmn", before)), List.of(file("b.bpmn", after)))
                .told(new ModelFinding("b.bpmn", 1, "effect", "「登记」未经办理", "恢复"))
                .sentence();
    }

    @Test
    @DisplayName("改动的元素、删去的元素")
    void named() {
        assertThat(told(MODEL, MODEL.replace("targetRef='task'", "targetRef='effect'")))
                .endsWith("恢复。与现行版本相比，改动的是 f1。");
        assertThat(told(MODEL, MODEL.replace("<userTask id='task' name='办理'/>", "")))
                .endsWith("改动的是 task。");
    }

    @Test
    @DisplayName("只改名称、次序的不算；问题已经指到改动处的不再说明；新的流程没有可比的")
    void notNamed() {
        assertThat(told(MODEL, MODEL.replace("办理", "核办"))).endsWith("恢复。");
        assertThat(told(MODEL, MODEL.replace("<serviceTask id='effect'/>", "<serviceTask id='effect' x='1'/>")))
                .endsWith("恢复。");
        assertThat(told(MODEL.replace("id='p'", "id='q'"), MODEL)).endsWith("恢复。");
    }

    @Test
    @DisplayName("层数极多的文件也不会使判断中断")
    void deep() {
        String form = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
        String model = "<definitions><process id='p'>" + "<subProcess>".repeat(20_000) + "</subProcess>".repeat(20_000)
                + "</process></definitions>";
        assertThat(Guard.shipped(new EngineFeel())
                        .findings(List.of(), List.of(file("a.form", form), file("a.bpmn", model))))
                .isNotNull();
    }
}

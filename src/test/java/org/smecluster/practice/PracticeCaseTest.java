package org.smecluster.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.SHIZUISHAN;
import static org.smecluster.support.Desks.ZHONGWEI;

import java.time.LocalDate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.Cases;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("第九条：市级报送典型案例，自治区评选，入选的汇编公布")
class PracticeCaseTest {

    @Autowired
    Desks desks;

    @Autowired
    Cases cases;

    @Autowired
    PracticeService practices;

    @Autowired
    ClusterRegistry registry;

    private String cluster;

    @BeforeEach
    void recognised() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
    }

    private ProcessInstance handedIn(Clerk clerk) {
        return CaseWalk.practiceHandedIn(desks, clerk, cluster);
    }

    @Test
    @DisplayName("退回修改后入选：公开的是修改后的文字")
    void revisedAndPublished() {
        ProcessInstance instance = handedIn(SHIZUISHAN);
        desks.complete(OFFICER, instance, "task_selectPractice", "selection", "RETURN", "opinion", "补充数据来源");
        assertThat(desks.offered(SHIZUISHAN, instance, "task_revisePractice", "returnOpinion"))
                .isEqualTo("补充数据来源");
        desks.complete(
                SHIZUISHAN,
                instance,
                "task_revisePractice",
                "title",
                "一张网管能耗",
                "summary",
                "建设能耗在线监测平台",
                "results",
                "单位能耗下降8%（统计局数据）");
        desks.complete(OFFICER, instance, "task_selectPractice", "selection", "SELECT", "opinion", "入选");
        assertThat(practices.published()).isEmpty();
        desks.runDue();

        assertThat(instance).isEnded().hasPassed("event_practicePublished");
        assertThat(practices.published()).singleElement().satisfies(published -> {
            assertThat(published.practice().results()).contains("统计局");
            assertThat(published.publishedOn()).isEqualTo(LocalDate.of(2026, 6, 10));
            assertThat(published.cityGroup()).isEqualTo("city-6402");
        });
    }

    @Test
    @DisplayName("评选期间集群失效的，不能再入选，可以不入选")
    void noLongerRecognised() {
        ProcessInstance instance = handedIn(SHIZUISHAN);
        TestClock.set(LocalDate.of(2029, 6, 11));
        registry.lapse(cluster, LocalDate.of(2029, 6, 11));
        assertThatThrownBy(() -> desks.complete(
                        OFFICER, instance, "task_selectPractice", "selection", "SELECT", "opinion", "入选"))
                .hasMessageContaining("到期失效");
        desks.complete(OFFICER, instance, "task_selectPractice", "selection", "REJECT", "opinion", "集群已失效");
        assertThat(instance).isEnded().hasPassed("event_practiceNotSelected");
    }

    @Test
    @DisplayName("未入选的告知理由，不公开")
    void notSelected() {
        ProcessInstance instance = handedIn(SHIZUISHAN);
        desks.complete(OFFICER, instance, "task_selectPractice", "selection", "REJECT", "opinion", "创新不足");
        assertThat(instance).isEnded().hasPassed("event_practiceNotSelected");
        assertThat(cases.ofCluster(cluster).get(0).outcomeReason()).isEqualTo("创新不足");
        assertThat(practices.published()).isEmpty();
    }

    @Test
    @DisplayName("别市的集群、已失效的集群不能报送")
    void refused() {
        assertThatThrownBy(() -> handedIn(ZHONGWEI)).hasMessageContaining("本市没有");
        TestClock.set(LocalDate.of(2029, 6, 11));
        registry.lapse(cluster, LocalDate.of(2029, 6, 11));
        assertThatThrownBy(() -> handedIn(SHIZUISHAN)).hasMessageContaining("到期失效");
    }
}

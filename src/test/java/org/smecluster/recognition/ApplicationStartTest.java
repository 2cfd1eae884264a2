package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.FormRejected;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十二条(一)、第十三条：谁、何时可以发起申报")
class ApplicationStartTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    private RecognitionWalk walk;

    @BeforeEach
    void sample() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo");
    }

    private void refused(String... sentences) {
        assertThatThrownBy(walk::started).isInstanceOf(FormRejected.class).hasMessageContainingAll(sentences);
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    @DisplayName("还没有批次：不予发起，告知留意通知")
    void noBatchYet() {
        refused("不在申报期内", "还没有开设批次");
    }

    @Test
    @DisplayName("申报期开始前：告知下一批次的起止日期")
    void beforeTheWindow() {
        walk.openBatch();
        TestClock.set(RecognitionWalk.WINDOW_START.minusDays(1));
        refused("今天（2026-05-31）不在申报期内", "2026-06-01至2026-06-30", "请届时申报");
    }

    @Test
    @DisplayName("申报期结束后：告知最近一批次的起止日期")
    void afterTheWindow() {
        walk.openBatch();
        TestClock.set(RecognitionWalk.WINDOW_END.plusDays(1));
        refused("2026-06-01至2026-06-30", "已经结束");
    }

    @Test
    @DisplayName("申报期第一日和最后一日都可以发起，案号连续")
    void firstAndLastDay() {
        walk.openBatch();
        TestClock.set(RecognitionWalk.WINDOW_START);
        assertThat(walk.started().caseNumber()).isEqualTo("NXJQ-2026-RD-00001");
        TestClock.set(RecognitionWalk.WINDOW_END.atTime(23, 59));
        assertThat(walk.of("goji-zhongning").started().caseNumber()).isEqualTo("NXJQ-2026-RD-00002");
    }

    @Test
    @DisplayName("同一单位为同一集群再次申报：不予发起，告知已有案号；撤回后可以重新申报")
    void twice() {
        walk.openBatch().started();
        String first = walk.caseNumber();
        assertThatThrownBy(walk::started)
                .isInstanceOf(FormRejected.class)
                .hasMessageContainingAll("已为“平罗县精细化工产业集群”申报", first);
        context.getBean(RecognitionService.class).withdraw(first, walk.applicant(), "重新申报");
        assertThat(walk.started().caseNumber()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("账号不属于申报单位，或属于几个单位：不予发起，告知怎么办")
    void whoseApplication() {
        walk.openBatch();
        assertThatThrownBy(() -> startedBy("county-640221", "park-pingluo"))
                .hasMessageContainingAll("平罗县", "宁夏平罗工业园区", "只属于一个申报单位");
        ApplicationStart start = context.getBean(ApplicationStart.class);
        ApplicationForm form = new ApplicationForm("某产业集群", "化工", false, List.of(), null, false, null);
        assertThatThrownBy(() -> start.open(form, RecognitionWalk.OFFICER)).hasMessageContaining("不属于任何县级主管部门");
    }

    private void startedBy(String... groups) {
        identity.setAuthentication("somebody", List.of(groups));
        try {
            runtime.startProcessInstanceByKey("clusterRecognition", walk.startForm());
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    @DisplayName("园区由市级指定的适格，申报主体类型取自单位而不是表单")
    void park() {
        walk.of("equipment-dawukou").openBatch().started();
        assertThat(walk.application().applicantType()).isEqualTo(ApplicantType.PARK_COMMITTEE);
        assertThat(walk.application().eligible()).isTrue();
        assertThat(walk.application().cityGroup()).isEqualTo("city-6402");
    }
}

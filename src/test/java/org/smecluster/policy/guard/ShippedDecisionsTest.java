package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.engine.EngineFeel;

@DisplayName("随附的决策表：完整，没有重复，符合《办法》")
class ShippedDecisionsTest {

    private static final long MOST_MILLISECONDS = 700;

    private static List<ModelFinding> judged() {
        List<ModelFinding> found = new ArrayList<>();
        new DecisionJudgement(new EngineFeel())
                .judge(RunningModels.after(List.of(), ShippedDecisions.files()), found::add);
        return found;
    }

    @Test
    @DisplayName("没有任何问题")
    void nothingFound() {
        assertThat(judged()).extracting(ModelFinding::sentence).isEmpty();
    }

    @Test
    @DisplayName("全部判断一遍不到0.7秒")
    void fast() {
        for (int warm = 0; warm < 5; warm++) {
            judged();
        }
        // of this thread: others run beside it
        ThreadMXBean time = ManagementFactory.getThreadMXBean();
        long begin = time.getCurrentThreadCpuTime();
        judged();
        assertThat((time.getCurrentThreadCpuTime() - begin) / 1_000_000).isLessThan(MOST_MILLISECONDS);
    }
}

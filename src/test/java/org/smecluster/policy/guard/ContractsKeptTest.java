package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.ModelFinding;

@DisplayName("随附的模型遵守与程序的约定")
class ContractsKeptTest {

    @Test
    @DisplayName("随附的模型没有一处不合约定")
    void theShippedModelsKeepThem() {
        List<ModelFinding> found = new ArrayList<>();
        RunningModels models = RunningModels.after(Changed.all(), List.of());
        ContractJudgements.all().values().forEach(judgement -> judgement.judge(models, found::add));
        assertThat(found).extracting(ModelFinding::sentence).isEmpty();
    }
}

package org.smecluster.policy.guard;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whether models and the program keep what they rely on of each other. */
final class ContractJudgements {

    private ContractJudgements() {}

    /** By the question that each answers. */
    static Map<String, Judgement> all() {
        BeanContracts contracts = BeanContracts.shipped();
        Map<String, Judgement> all = new LinkedHashMap<>();
        all.put("表单是否有程序读取的栏目", new FormJudgement(contracts));
        all.put("组件的位置和参数", new BeanJudgement(contracts));
        all.put("各环节由谁办理", new WhoJudgement(contracts));
        all.put("变量的来源", new DataJudgement(contracts));
        all.put("计时等到哪一天", new WaitJudgement(contracts));
        all.put("调用时传入和传回的变量", new CallJudgement(contracts));
        all.put("引用的流程、决策和表单", new ReferenceJudgement(contracts));
        all.put("消息由谁接收", new MessageJudgement(contracts));
        all.put("什么可以中断一个环节", new InterruptionJudgement(contracts));
        all.put("程序按名称使用的流程", new ProcessJudgement(contracts));
        return all;
    }
}

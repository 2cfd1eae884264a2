package org.smecluster.policy.guard;

import java.util.Comparator;
import java.util.List;

/**
 * What a service task can do.
 *
 * @param bean as its delegate expression names it
 * @param label as a policy owner picks it in the Modeler, such as 登记入库
 * @param processes that may have such a task; empty: any
 * @param inputs its input parameters
 * @param asynchronous must begin a transaction of its own
 */
public record ServiceStep(String bean, String label, List<String> processes, List<Input> inputs, boolean asynchronous) {

    /**
     * @param label in Chinese
     * @param codes that it may be; empty: other values
     * @param optional may be left out
     */
    public record Input(String name, String label, List<String> codes, boolean optional) {}

    /** All that a new model may use, in the order of the contracts. */
    public static List<ServiceStep> all() {
        BeanContracts contracts = BeanContracts.shipped();
        return contracts.beans().values().stream()
                .filter(bean -> bean.kind() == BeanContract.Kind.DELEGATE && bean.label() != null)
                .map(bean -> new ServiceStep(
                        bean.name(),
                        bean.label(),
                        bean.processes().stream().sorted().toList(),
                        bean.inputs().entrySet().stream()
                                .map(input -> new Input(
                                        input.getKey(),
                                        contracts.inputLabel(input.getKey()),
                                        input.getValue().codes(),
                                        bean.optionalInputs().contains(input.getKey())))
                                .sorted(Comparator.comparing(Input::name))
                                .toList(),
                        bean.asynchronous()))
                .toList();
    }
}

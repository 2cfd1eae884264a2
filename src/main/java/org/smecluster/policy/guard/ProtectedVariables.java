package org.smecluster.policy.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The variables of a process that only the program's beans, its messages and its callers write. */
final class ProtectedVariables {

    private static final Pattern CONDITION = Pattern.compile("[$#]\\{ *!? *([\\p{L}_][\\p{L}\\p{N}_]*)");

    private ProtectedVariables() {}

    static Set<String> of(BeanContracts contracts, ModelProcess process) {
        Set<String> all = new HashSet<>();
        process.beans().stream()
                .flatMap(use -> contracts.bean(use.bean()).stream())
                .forEach(bean -> {
                    all.addAll(bean.reads().keySet());
                    all.addAll(bean.writes().keySet());
                    all.addAll(bean.inputs().keySet());
                });
        contracts.messages().values().stream()
                .filter(message -> message.to().contains(process.id()))
                .forEach(message -> all.addAll(message.carries().keySet()));
        ProcessContract contract = contracts.processes().get(process.id());
        if (contract != null) {
            all.addAll(contract.called().keySet());
            all.addAll(contract.timers().keySet());
        }
        return all;
    }

    /** That a condition of the process compares. */
    static Set<String> tested(ModelProcess process) {
        return process.flows().stream()
                .map(flow -> flow.text("conditionExpression"))
                .filter(condition -> condition != null)
                .map(CONDITION::matcher)
                .filter(Matcher::find)
                .map(condition -> condition.group(1))
                .collect(Collectors.toSet());
    }
}

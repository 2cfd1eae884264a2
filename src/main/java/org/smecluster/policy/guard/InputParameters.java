package org.smecluster.policy.guard;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.guard.BeanContract.Input;

/** Are the input parameters of one delegate there, and written as it reads them? */
final class InputParameters {

    private static final String OUTCOME = "outcome";
    private static final String REASON = "reason";
    private static final MonthDay REPORT_DUE = MonthDay.of(3, 30);

    private final BeanContracts contracts;
    private final ModelProcess process;
    private final BeanUse use;
    private final BeanContract contract;
    private final Map<String, Xml> given;

    InputParameters(BeanContracts contracts, ModelProcess process, BeanUse use, BeanContract contract) {
        this.contracts = contracts;
        this.process = process;
        this.use = use;
        this.contract = contract;
        this.given = ModelProcess.inputs(use.holder());
    }

    void judge(Consumer<ModelFinding> found) {
        String called = ModelProcess.called(use.holder());
        contract.inputs().forEach((name, input) -> {
            Xml parameter = given.get(name);
            if (parameter != null) {
                String wanted = wrong(parameter, input);
                if (wanted != null) {
                    found.accept(process.refused(
                            parameter,
                            called + "的输入参数“" + name + "”为“" + shortened(parameter) + "”，不能用",
                            "应为" + wanted));
                }
            } else if (!contract.optionalInputs().contains(name) || isAsked(name)) {
                found.accept(process.refused(
                        use.holder(), called + "缺少输入参数“" + name + "”", "补上输入参数“" + name + "”：" + says(input)));
            }
        });
    }

    /** Where no person said why: at an outcome that comes of itself, or after a period that nobody used. */
    private boolean isAsked(String name) {
        ProcessContract known = contracts.processes().get(process.id());
        if (name.equals(REASON) && given.containsKey(OUTCOME) && known != null) {
            return known.reasoned().contains(given.get(OUTCOME).text());
        }
        return name.equals("endReason") && followsATimer();
    }

    private boolean followsATimer() {
        Deque<Xml> open = new ArrayDeque<>(List.of(use.holder()));
        Set<Xml> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Xml node = open.pop();
            if (ModelProcess.wait(node).isPresent()) {
                return true;
            }
            boolean person = Set.of("userTask", "callActivity", "subProcess").contains(node.name());
            if (seen.add(node) && (node == use.holder() || !person)) {
                process.flows().stream()
                        .filter(flow -> node.id().equals(flow.attribute("targetRef")))
                        .flatMap(flow -> process.element(flow.attribute("sourceRef")).stream())
                        .forEach(open::push);
            }
        }
        return false;
    }

    /** @return how it should be written; null where it is right */
    private String wrong(Xml parameter, Input input) {
        String value = parameter.text();
        boolean right = parameter.children().isEmpty()
                && switch (input.shape()) {
                    case CODE -> allowed(input).contains(value);
                    case POSITIVE -> value.matches("0*[1-9][0-9]{0,3}");
                    case TIME -> isTime(value);
                    case MONTH_DAY -> isMonthDay(value);
                    case TEXT -> !value.isBlank();
                    case TIMER -> isTimer(value);
                };
        return right ? null : says(input);
    }

    private List<String> allowed(Input input) {
        ProcessContract known = contracts.processes().get(process.id());
        List<String> here = known == null ? null : known.outcomes().get(contract.name());
        return here != null ? here : input.codes();
    }

    private String says(Input input) {
        return switch (input.shape()) {
            case CODE -> "以下代码之一：" + String.join("、", allowed(input));
            case POSITIVE -> "正整数";
            case TIME -> "时刻，例如 08:30";
            case MONTH_DAY -> "月-日，例如 03-20，不晚于 03-30（第十六条）";
            case TEXT -> "文字";
            case TIMER -> "本流程中由程序记录期限的计时事件的标识";
        };
    }

    private static boolean isTime(String value) {
        try {
            LocalTime.parse(value);
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private static boolean isMonthDay(String value) {
        try {
            return !MonthDay.parse("--" + value.strip()).isAfter(REPORT_DUE);
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private boolean isTimer(String value) {
        ProcessContract known = contracts.processes().get(process.id());
        return known != null
                && known.named().containsKey(value)
                && process.element(value).flatMap(ModelProcess::wait).isPresent();
    }

    private static String shortened(Xml parameter) {
        String text = parameter.text();
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}

package org.smecluster.migration.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;

/** The engine's reasons against a plan or a case, as a policy owner reads them. */
final class EngineSays {

    private static final Map<String, String> OF_PLANS = new LinkedHashMap<>();
    private static final Map<String, String> OF_CASES = new LinkedHashMap<>();

    static {
        OF_PLANS.put("incompatible types", "两个环节的类型不同");
        OF_PLANS.put("not of the same type", "两个事件的类型不同");
        OF_PLANS.put("event scope", "它所在的环节没有对应到新环节所在的环节");
        OF_PLANS.put("multiple mappings", "同一个环节对应了几次");
        OF_PLANS.put("closest mapped ancestor", "新环节在另一个子流程里");
        OF_PLANS.put("multi-instance", "多人办理的环节只能对应多人办理的环节");
        OF_PLANS.put("Only one gateway", "新的网关已经有别的网关对应");
        OF_PLANS.put("incoming sequence flows", "新的网关进来的连线比原来少");
        OF_PLANS.put("flow scope", "网关所在的子流程没有对应");
        OF_CASES.put("no migration instruction", "所在的环节在这次迁移中没有对应的新环节");
        OF_CASES.put("not asyncBefore", "正排队等待系统执行的步骤，在新版中不再排队");
        OF_CASES.put("not asyncAfter", "正排队等待系统执行的步骤，在新版中不再排队");
        OF_CASES.put("sequence flow", "正排队等待走的连线在新版中对不上");
        OF_CASES.put("process-level flow node", "还没有开始的案件不能这样迁移");
    }

    private EngineSays() {}

    static String inPlan(String failure) {
        return said(failure, OF_PLANS, "引擎不能这样对应");
    }

    static List<String> ofCase(MigratingProcessInstanceValidationReport report) {
        return Stream.of(
                        report.getFailures().stream(),
                        report.getActivityInstanceReports().stream().flatMap(each -> each.getFailures().stream()),
                        report.getTransitionInstanceReports().stream().flatMap(each -> each.getFailures().stream()))
                .flatMap(each -> each)
                .map(failure -> said(failure, OF_CASES, "引擎不能迁移这样的案件"))
                .distinct()
                .toList();
    }

    private static String said(String failure, Map<String, String> known, String otherwise) {
        return known.entrySet().stream()
                .filter(each -> failure.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}

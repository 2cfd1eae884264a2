package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Gateways and flows: conditions, defaults, kinds, ways round a step, loops. */
final class SpoiltFlows {

    private static final Pattern CODE = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}");

    /** A code that the same form offers and that means something else. */
    private static final Map<String, String> OTHER_CODE = Map.ofEntries(
            Map.entry("REFUSE", "ACCEPT"),
            Map.entry("RETURN", "REFUSE"),
            Map.entry("REVOKE", "NOT_REVOKE"),
            Map.entry("CORRECT", "REVOKE"),
            Map.entry("PASS", "FAIL"),
            Map.entry("FAIL", "PASS"),
            Map.entry("NOTICE", "RETURN"),
            Map.entry("HAND_OVER", "UPHOLD"),
            Map.entry("APPROVE", "NONE"),
            Map.entry("ADMIT", "REFUSE"),
            Map.entry("SELECT", "REFUSE"),
            Map.entry("WITHDRAW", "SUBMIT"),
            Map.entry("DECLINED", "GIVEN"),
            Map.entry("REPLACED", "LEFT_OUT"));

    private SpoiltFlows() {}

    static void describe(Catalogue all) {
        Catalogue.PROCESSES.forEach(process -> {
            Bpmn model = Catalogue.shipped(process);
            for (Element node : model.nodes()) {
                String id = Catalogue.id(node);
                switch (node.getLocalName()) {
                    case "exclusiveGateway" -> {
                        if (model.out(id).size() > 1) {
                            split(all, process, model, id);
                        }
                        all.bpmn("排他网关改为并行网关", process, id, m -> kind(m, id, "parallelGateway"));
                        if (model.out(id).size() > 2) {
                            all.bpmn("排他网关改为包容网关", process, id, m -> overlapping(m, id));
                        }
                    }
                    case "inclusiveGateway" -> {
                        all.bpmn("包容网关改为并行网关", process, id, m -> kind(m, id, "parallelGateway"));
                        if (model.out(id).size() > 1) {
                            all.bpmn("包容网关改为排他网关", process, id, m -> kind(m, id, "exclusiveGateway"));
                        }
                    }
                    case "parallelGateway" -> all.bpmn("并行网关改为排他网关", process, id, m -> kind(m, id, "exclusiveGateway"));
                    case "userTask", "callActivity" -> ways(all, process, model, id);
                    case "serviceTask" -> {
                        if (!SpoiltSteps.reminds(node)) {
                            ways(all, process, model, id);
                        }
                    }
                    default -> {
                        // events have kinds of their own
                    }
                }
            }
        });
    }

    private static Set<String> kind(Bpmn model, String id, String kind) {
        Set<String> named = model.after(id);
        Element gateway = model.become(id, kind);
        if (kind.equals("parallelGateway")) {
            gateway.removeAttribute("default");
            model.out(id).forEach(flow -> model.condition(flow, null));
        }
        return named;
    }

    /** Two conditions may hold at once, and a third way is taken beside them. */
    private static Set<String> overlapping(Bpmn model, String id) {
        Element gateway = model.become(id, "inclusiveGateway");
        gateway.removeAttribute("default");
        return model.after(id);
    }

    private static void split(Catalogue all, String process, Bpmn model, String id) {
        List<Element> out = model.out(id);
        String otherwise = model.get(id).getAttribute("default");
        for (Element flow : out) {
            String flowId = Catalogue.id(flow);
            if (flowId.equals(otherwise)) {
                continue;
            }
            String condition = model.condition(flow);
            all.bpmn("条件两支对调", process, flowId, m -> {
                Element one = m.get(flowId);
                Element two = m.get(otherwise);
                String target = one.getAttribute("targetRef");
                m.target(one, two.getAttribute("targetRef"));
                m.target(two, target);
                return m.after(id);
            });
            all.bpmn("条件取反", process, flowId, m -> {
                m.condition(m.get(flowId), negated(condition));
                return m.after(id);
            });
            all.bpmn("条件删去", process, flowId, m -> {
                m.condition(m.get(flowId), null);
                return m.after(id);
            });
            Matcher code = CODE.matcher(condition);
            if (code.matches()) {
                all.bpmn("条件换成另一个代码", process, flowId, m -> {
                    m.condition(
                            m.get(flowId),
                            "${" + code.group(1) + " == '" + OTHER_CODE.getOrDefault(code.group(2), "RETURN") + "'}");
                    return m.after(id);
                });
                all.bpmn("条件的代码写错", process, flowId, m -> {
                    m.condition(m.get(flowId), "${" + code.group(1) + " == '" + code.group(2) + "ED'}");
                    return m.after(id);
                });
            } else {
                all.bpmn("条件按文字比较是否值", process, flowId, m -> {
                    m.condition(m.get(flowId), "${" + variable(condition) + " == 'YES'}");
                    return m.after(id);
                });
            }
            all.bpmn("条件换成另一个变量", process, flowId, m -> {
                m.condition(
                        m.get(flowId),
                        "${" + (process.equals("publicNotice") ? "noticeSubject" : "caseNumber") + " != null}");
                return m.after(id);
            });
            all.bpmn("条件永远成立", process, flowId, m -> {
                m.condition(m.get(flowId), "${" + variable(condition) + " != 'NEVER'}");
                return m.after(id);
            });
            all.bpmn("条件用没有来源的变量", process, flowId, m -> {
                m.condition(m.get(flowId), "${approvedByPhone}");
                return m.after(id);
            });
            all.bpmn("默认支改为另一支", process, flowId, m -> {
                Element one = m.get(flowId);
                Element two = m.get(otherwise);
                m.get(id).setAttribute("default", flowId);
                m.condition(two, m.condition(one));
                m.condition(one, null);
                return m.after(id);
            });
            all.bpmn("两支去向相同", process, flowId, m -> {
                Set<String> named = m.after(id);
                m.target(m.get(flowId), m.get(otherwise).getAttribute("targetRef"));
                m.sweep();
                return named;
            });
            all.bpmn("一支删去", process, flowId, m -> {
                Set<String> named = m.after(id);
                m.remove(m.get(flowId));
                m.sweep();
                return named;
            });
            all.bpmn("没有人的循环", process, flowId, m -> {
                Set<String> named = m.after(id);
                m.target(m.get(flowId), id);
                m.sweep();
                return named;
            });
        }
        if (process.equals("clusterRecognition") && id.equals("gateway_applicantEligible")) {
            all.bpmn("可能为空的变量直接当条件", process, id, m -> {
                m.condition(m.get("flow_applicantEligible"), "${eligible}");
                return m.after(id);
            });
        }
        all.bpmn("默认支删去", process, id, m -> {
            Set<String> named = m.after(id);
            m.remove(m.get(otherwise));
            m.sweep();
            return named;
        });
        if (!Catalogue.id(out.get(out.size() - 1)).equals(otherwise)) {
            all.bpmn("默认标记删去", process, id, m -> {
                m.get(id).removeAttribute("default");
                return m.after(id);
            });
        }
    }

    private static String negated(String condition) {
        if (condition.contains("==")) {
            return condition.replace("==", "!=");
        }
        return condition.replace("${", "${!");
    }

    private static String variable(String condition) {
        return condition.replaceAll("\\$\\{!?(\\w+).*", "$1");
    }

    /** Round a step: for one applicant, by a field of a form, or for all. */
    private static void ways(Catalogue all, String process, Bpmn model, String id) {
        if (model.out(id).size() != 1 || model.in(id).isEmpty()) {
            return;
        }
        String next = model.out(id).get(0).getAttribute("targetRef");
        if (next.equals(id)) {
            return;
        }
        String variable = process.equals("publicNotice") ? "noticeSubject" : "caseNumber";
        all.bpmn("个别案件绕过环节", process, id, m -> {
            Set<String> named = m.after(id);
            m.insertBefore(id, "exclusiveGateway", "gateway_shortcut", "是否简易办理?")
                    .setAttribute("default", "flow_gateway_shortcut");
            m.condition(
                    m.flow("flow_shortcut", "gateway_shortcut", next), "${" + variable + " == 'NXJQ-2027-RD-00001'}");
            named.addAll(m.after("gateway_shortcut"));
            return named;
        });
        all.bpmn("流程线绕过环节", process, id, m -> {
            Set<String> named = m.after(id);
            m.in(id).forEach(flow -> m.target(flow, next));
            return named;
        });
        if (model.get(next).getLocalName().equals("endEvent")) {
            return; // beside its end a step is done all the same
        }
        all.bpmn("环节与下一步并行", process, id, m -> {
            Set<String> named = m.after(id);
            m.insertBefore(id, "parallelGateway", "gateway_both", "同时办理");
            m.flow("flow_both", "gateway_both", next);
            named.addAll(m.after("gateway_both"));
            return named;
        });
    }
}

package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Variables, mappings, parameters, loops over lists, decisions that are called, and what a process says of itself. */
final class SpoiltData {

    /** Mappings without which a called process cannot work. */
    private static final Set<String> NEEDED =
            Set.of("caseNumber", "applicantGroup", "submissionDeadline", "noticeSubject", "publicityDays");

    private static final Map<String, String> OTHER_PROCESS =
            Map.of("dataFiling", "reviewChecks", "reviewChecks", "dataFiling", "publicNotice", "reviewChecks");

    /** Ids that a class names: timers that follow the calendar, steps that pages and notices know. */
    private static final List<String> NAMED_BY_JAVA = List.of(
            "publicNotice event_publicityEnded",
            "revocation event_hearingEnded",
            "revocation task_holdHearing",
            "clusterRecognition event_submissionPeriodExpired",
            "renewalReview event_submissionPeriodExpired",
            "renewalReview task_decideRenewal",
            "annualReport event_submissionPeriodExpired",
            "changeFiling event_filingOverdue",
            "changeFiling task_confirmFiling",
            "recognitionBatch event_windowReminderDue",
            "recognitionBatch event_recommendationReminderDue",
            "nationalRecommendation event_firstReminderDue",
            "nationalRecommendation event_secondReminderDue",
            "reviewChecks task_replaceExpert");

    private SpoiltData() {}

    static void describe(Catalogue all) {
        Catalogue.PROCESSES.forEach(process -> {
            Bpmn model = Catalogue.shipped(process);
            for (Element node : model.nodes()) {
                String id = Catalogue.id(node);
                switch (node.getLocalName()) {
                    case "callActivity" -> call(all, process, model, node);
                    case "serviceTask" -> parameters(all, process, model, node);
                    case "businessRuleTask" -> decision(all, process, node);
                    case "exclusiveGateway", "inclusiveGateway" -> overwritten(all, process, model, id);
                    default -> {
                        // no data of their own
                    }
                }
                if (model.child(node, "multiInstanceLoopCharacteristics").isPresent()) {
                    loop(all, process, node);
                }
            }
            itself(all, process, model);
        });
        NAMED_BY_JAVA.forEach(named -> {
            String process = named.split(" ")[0];
            String id = named.split(" ")[1];
            all.bpmn("程序指名的元素改名", process, id, m -> {
                m.rename(id, id + "Renamed");
                return Sets.union(m.around(id + "Renamed"), Set.of(id, process));
            });
        });
    }

    private static void call(Catalogue all, String process, Bpmn model, Element node) {
        String id = Catalogue.id(node);
        all.bpmn("调用别的流程", process, id, m -> {
            Element call = m.get(id);
            call.setAttribute("calledElement", OTHER_PROCESS.get(call.getAttribute("calledElement")));
            return m.after(id);
        });
        all.bpmn("调用没有的流程", process, id, m -> {
            m.get(id).setAttribute("calledElement", "noSuchProcess");
            return m.around(id);
        });
        for (Element mapping : model.extensions(node, "in")) {
            String target = mapping.getAttribute("target");
            boolean key = mapping.hasAttribute("businessKey");
            if (!key && !NEEDED.contains(target)) {
                continue;
            }
            if (!key || !node.getAttribute("calledElement").equals("publicNotice")) {
                if (key || needs(node.getAttribute("calledElement"), target)) {
                    all.bpmn("传入映射删去", process, id + " " + (key ? "businessKey" : target), m -> {
                        m.extensions(m.get(id), "in").stream()
                                .filter(in -> key
                                        ? in.hasAttribute("businessKey")
                                        : in.getAttribute("target").equals(target))
                                .forEach(Dom::remove);
                        return m.around(id);
                    });
                }
            }
            if (!key && needs(node.getAttribute("calledElement"), target)) {
                all.bpmn("传入映射写成常量", process, id + " " + target, m -> {
                    Element in = m.extensions(m.get(id), "in").stream()
                            .filter(one -> one.getAttribute("target").equals(target))
                            .findFirst()
                            .orElseThrow();
                    in.removeAttribute("source");
                    in.setAttribute("sourceExpression", target.equals("publicityDays") ? "1" : "X");
                    return m.around(id);
                });
            }
        }
        String tested = model.nodes().stream()
                .filter(gateway -> gateway.getLocalName().equals("exclusiveGateway"))
                .flatMap(gateway -> model.out(Catalogue.id(gateway)).stream())
                .map(model::condition)
                .filter(condition -> condition != null && !condition.contains("=="))
                .map(condition -> condition.replaceAll("[${}]", ""))
                .findFirst()
                .orElse("acceptance");
        all.bpmn("传出映射改写判断用的变量", process, id, m -> {
            Element out = m.extend(m.get(id), "out");
            out.setAttribute(
                    "source", node.getAttribute("calledElement").equals("publicNotice") ? "noticeId" : "caseNumber");
            out.setAttribute("target", tested);
            return m.around(id);
        });
        all.bpmn("传出映射改写案号", process, id, m -> {
            Element out = m.extend(m.get(id), "out");
            out.setAttribute("sourceExpression", "NXJQ-2027-RD-00001");
            out.setAttribute("target", "caseNumber");
            return m.around(id);
        });
    }

    private static boolean needs(String called, String variable) {
        return !called.equals("reviewChecks") || variable.equals("caseNumber");
    }

    private static void parameters(Catalogue all, String process, Bpmn model, Element node) {
        String id = Catalogue.id(node);
        String bean = Bpmn.camunda(node, "delegateExpression");
        for (Element parameter : model.extensions(node, "inputParameter")) {
            String name = parameter.getAttribute("name");
            String value = parameter.getTextContent();
            if (name.equals("outcome")) {
                all.bpmn("结案结果换成别的", process, id, m -> {
                    set(m, id, name, otherOutcome(bean, value));
                    return m.around(id);
                });
                all.bpmn("结案结果写错", process, id, m -> {
                    set(m, id, name, value + "ED");
                    return m.around(id);
                });
            }
            if (Set.of("outcome", "standing", "reason", "endReason").contains(name)
                    || name.endsWith("Days")
                    || name.endsWith("Time")
                    || name.equals("countsBefore")) {
                all.bpmn("输入参数删去", process, id + " " + name, m -> {
                    m.extensions(m.get(id), "inputParameter").stream()
                            .filter(one -> one.getAttribute("name").equals(name))
                            .forEach(Dom::remove);
                    return m.around(id);
                });
            }
            if (name.endsWith("Days")) {
                for (String wrong : List.of("-5", "五", "${caseNumber}")) {
                    all.bpmn("天数写成不是正整数的", process, id + " " + name + " " + wrong, m -> {
                        set(m, id, name, wrong);
                        return m.around(id);
                    });
                }
            }
            if (name.endsWith("Time") || name.equals("countsBefore")) {
                all.bpmn("时刻写错", process, id + " " + name, m -> {
                    set(m, id, name, "25:70");
                    return m.around(id);
                });
            }
            if (name.equals("unitDay")) {
                for (String wrong : List.of("04-15", "3月20日")) {
                    all.bpmn("集群报送日写错", process, id + " " + wrong, m -> {
                        set(m, id, name, wrong);
                        return m.around(id);
                    });
                }
            }
        }
        if (bean.equals("${notifyClusterDelegate}")) {
            all.bpmn("天数写成不是正整数的", process, id + " 0", m -> {
                set(m, id, "hearingWorkingDays", "0");
                return m.around(id);
            });
        }
    }

    private static void set(Bpmn model, String id, String name, String value) {
        model.extensions(model.get(id), "inputParameter").stream()
                .filter(one -> one.getAttribute("name").equals(name))
                .forEach(one -> one.setTextContent(value));
    }

    private static String otherOutcome(String bean, String value) {
        return switch (bean) {
            case "${closeApplicationDelegate}" -> value.equals("RECOGNISED") ? "NOT_RECOGNISED" : "RECOGNISED";
            case "${closeReportDelegate}" -> value.equals("ACCEPTED") ? "NOT_SUBMITTED" : "ACCEPTED";
            case "${closeNationalDelegate}" -> value.equals("NO_CANDIDATE") ? "NOTHING_RECOMMENDED" : "NO_CANDIDATE";
            default ->
                switch (value) {
                    case "PASSED" -> "NOT_PASSED";
                    case "NOT_PASSED", "LAPSED" -> "PASSED";
                    case "FILED" -> "DISMISSED";
                    case "DISMISSED", "NOT_NEEDED" -> "FILED";
                    case "UPHELD" -> "CORRECTED";
                    case "CORRECTED" -> "UPHELD";
                    case "REFUSED" -> "RECOGNISED";
                    case "RECOGNISED" -> "REFUSED";
                    case "NOT_REVOKED", "NO_GROUND" -> "REVOKED";
                    default -> "FILED";
                };
        };
    }

    private static void decision(Catalogue all, String process, Element node) {
        String id = Catalogue.id(node);
        all.bpmn("调用别的决策", process, id, m -> {
            Bpmn.camunda(m.get(id), "decisionRef", "vetoConditions");
            return m.around(id);
        });
        all.bpmn("调用没有的决策", process, id, m -> {
            Bpmn.camunda(m.get(id), "decisionRef", "noSuchDecision");
            return m.around(id);
        });
        all.bpmn("决策结果写入判断用的变量", process, id, m -> {
            String variable =
                    switch (process) {
                        case "revocation" -> "groundFound";
                        case "clusterRecognition" -> "eligible";
                        default -> "filedLate";
                    };
            Bpmn.camunda(m.get(id), "resultVariable", variable);
            Bpmn.camunda(m.get(id), "mapDecisionResult", "resultList");
            return m.around(id);
        });
    }

    /** What a gateway tests, written by the step before it. */
    private static void overwritten(Catalogue all, String process, Bpmn model, String gateway) {
        if (model.out(gateway).size() < 2 || model.in(gateway).isEmpty()) {
            return;
        }
        String condition = model.out(gateway).stream()
                .map(model::condition)
                .filter(text -> text != null)
                .findFirst()
                .orElseThrow();
        String variable = condition.replaceAll("\\$\\{!?(\\w+).*", "$1");
        String value = condition.matches(".*== '(\\w+)'.*") ? condition.replaceAll(".*== '(\\w+)'.*", "$1") : "true";
        String before = model.in(gateway).get(0).getAttribute("sourceRef");
        String kind = model.get(before).getLocalName();
        if (!Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity")
                .contains(kind)) {
            return;
        }
        all.bpmn("输出参数改写判断用的变量", process, gateway, m -> {
            m.parameter(m.get(before), "outputParameter", variable, value);
            return Sets.union(m.around(gateway), m.around(before));
        });
        if (!kind.equals("callActivity")) {
            all.bpmn("输入参数遮住判断用的变量", process, gateway, m -> {
                m.parameter(m.get(before), "inputParameter", variable, value);
                return Sets.union(m.around(gateway), m.around(before));
            });
        }
    }

    private static void loop(Catalogue all, String process, Element node) {
        String id = Catalogue.id(node);
        all.bpmn("多实例换成别的集合", process, id, m -> {
            Bpmn.camunda(characteristics(m, id), "collection", "applicantGroups");
            return m.around(id);
        });
        all.bpmn("多实例删去", process, id, m -> {
            Dom.remove(characteristics(m, id));
            Set<String> named = m.around(id);
            Dom.below(m.get(id), Bpmn.MODEL, "*").forEach(inner -> named.add(inner.getAttribute("id")));
            return named;
        });
        all.bpmn("多实例改为固定次数", process, id, m -> {
            Element characteristics = characteristics(m, id);
            Bpmn.camunda(characteristics, "collection", null);
            Bpmn.camunda(characteristics, "elementVariable", null);
            Element cardinality = m.document().createElementNS(Bpmn.MODEL, "bpmn:loopCardinality");
            cardinality.setTextContent("1");
            characteristics.insertBefore(cardinality, characteristics.getFirstChild());
            Set<String> named = m.around(id);
            Dom.below(m.get(id), Bpmn.MODEL, "*").forEach(inner -> named.add(inner.getAttribute("id")));
            return named;
        });
        all.bpmn("多实例一份完成即结束", process, id, m -> {
            Element characteristics = characteristics(m, id);
            Element condition = m.document().createElementNS(Bpmn.MODEL, "bpmn:completionCondition");
            condition.setTextContent("${nrOfCompletedInstances >= 1}");
            characteristics.appendChild(condition);
            return m.around(id);
        });
        all.bpmn("多实例的元素变量改写别的变量", process, id, m -> {
            Bpmn.camunda(characteristics(m, id), "elementVariable", "caseNumber");
            Set<String> named = m.around(id);
            Dom.below(m.get(id), Bpmn.MODEL, "*").forEach(inner -> named.add(inner.getAttribute("id")));
            return named;
        });
    }

    private static Element characteristics(Bpmn model, String id) {
        return model.child(model.get(id), "multiInstanceLoopCharacteristics").orElseThrow();
    }

    private static void itself(Catalogue all, String process, Bpmn model) {
        all.bpmn("流程标识改变", process, "id", m -> {
            m.rename(process, process + "New");
            return Set.of();
        });
        all.bpmn("流程不可执行", process, "isExecutable", m -> {
            m.process().setAttribute("isExecutable", "false");
            return Set.of();
        });
        all.bpmn("流程没有保存期限", process, "historyTimeToLive", m -> {
            Bpmn.camunda(m.process(), "historyTimeToLive", null);
            return Set.of();
        });
        if (Bpmn.camunda(model.process(), "isStartableInTasklist").equals("false")) {
            all.bpmn("只由程序启动的流程可由人启动", process, "isStartableInTasklist", m -> {
                Bpmn.camunda(m.process(), "isStartableInTasklist", null);
                return Set.of();
            });
        }
        model.nodes().stream()
                .filter(node -> node.getLocalName().equals("startEvent")
                        && !Bpmn.camunda(node, "formRef").isEmpty())
                .map(Catalogue::id)
                .forEach(start -> all.bpmn("发起人写入程序的变量", process, start, m -> {
                    Bpmn.camunda(m.get(start), "initiator", "caseNumber");
                    return m.around(start);
                }));
    }
}

package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Ends, boundary events, timers, messages, event subprocesses. */
final class SpoiltEvents {

    /** Ends beside which something else of the scope may still run, as shipped. */
    private static final List<String> BESIDE_OTHERS = List.of(
            "publicNotice event_publicityClosed",
            "publicNotice event_reopeningTold",
            "recognitionBatch event_listPublished",
            "recognitionBatch event_nothingFurther",
            "annualMonitoring event_cityReportsIn",
            "annualMonitoring event_reportsIn",
            "annualMonitoring event_missingReminded",
            "annualMonitoring event_clustersUrged",
            "annualReport event_overdueRecorded",
            "changeFiling event_unfiledReported",
            "nationalRecommendation event_noReminder",
            "nationalRecommendation event_remindersSent");

    /** Timers that only remind, and what a policy owner may set. */
    private static final List<String> REMINDING = List.of(
            "event_windowReminderDue",
            "event_recommendationReminderDue",
            "event_firstReminderDue",
            "event_secondReminderDue",
            "event_reminderDue",
            "event_unitDayOver",
            "event_progressDue",
            "event_monitoringStarted");

    private static final Map<String, String> OTHER_STEP = Map.ofEntries(
            Map.entry("clusterRecognition event_submissionPeriodExpired", "call_checkCase"),
            Map.entry("recognitionBatch event_noticePeriodEnded", "task_publishList"),
            Map.entry("recognitionBatch event_listEmptied", "call_publicNotice"),
            Map.entry("revocation event_hearingEnded", "task_serveNotice"),
            Map.entry("revocation event_correctionEnded", "task_checkLegality"),
            Map.entry("renewalReview event_submissionPeriodExpired", "call_checkReview"),
            Map.entry("annualReport event_submissionPeriodExpired", "task_reviewReport"),
            Map.entry("changeFiling event_filingOverdue", "task_registerChange"),
            Map.entry("changeFiling event_recognitionEnded", "task_registerChange"));

    private SpoiltEvents() {}

    static void describe(Catalogue all) {
        BESIDE_OTHERS.forEach(end -> {
            String process = end.split(" ")[0];
            String id = end.split(" ")[1];
            all.bpmn("结束改为终止", process, id, m -> {
                m.define(m.get(id), "terminateEventDefinition");
                Element scope = (Element) m.get(id).getParentNode();
                Set<String> named = m.around(id);
                Dom.below(scope, Bpmn.MODEL, "*").forEach(each -> named.add(each.getAttribute("id")));
                named.remove("");
                return named;
            });
        });
        Catalogue.PROCESSES.forEach(process -> {
            Bpmn model = Catalogue.shipped(process);
            for (Element node : model.nodes()) {
                String id = Catalogue.id(node);
                if (node.getLocalName().equals("boundaryEvent")) {
                    boundary(all, process, model, node);
                }
                model.timer(node).ifPresent(when -> timer(all, process, node, when));
                if (model.child(node, "messageEventDefinition").isPresent()) {
                    all.bpmn("消息改名", process, id, m -> {
                        String reference = m.child(m.get(id), "messageEventDefinition")
                                .orElseThrow()
                                .getAttribute("messageRef");
                        m.get(reference).setAttribute("name", m.get(reference).getAttribute("name") + "New");
                        return Sets.union(m.around(id), Set.of(reference));
                    });
                    all.bpmn("消息改为信号", process, id, m -> {
                        Dom.remove(m.child(m.get(id), "messageEventDefinition").orElseThrow());
                        Element signal = m.document().createElementNS(Bpmn.MODEL, "bpmn:signal");
                        signal.setAttribute("id", "signal_x");
                        signal.setAttribute("name", "x");
                        m.document()
                                .getDocumentElement()
                                .insertBefore(signal, m.process().getNextSibling());
                        m.define(m.get(id), "signalEventDefinition").setAttribute("signalRef", "signal_x");
                        return m.around(id);
                    });
                }
                if (node.getAttribute("triggeredByEvent").equals("true")) {
                    eventSubprocess(all, process, model, node);
                }
                if (node.getLocalName().equals("intermediateCatchEvent")
                        && model.out(id).size() == 1
                        && !REMINDING.contains(id)) {
                    all.bpmn("等待删去", process, id, m -> {
                        Set<String> named = m.after(id);
                        m.removeStep(id);
                        return named;
                    });
                }
                if (node.getLocalName().equals("eventBasedGateway")) {
                    model.out(id)
                            .forEach(flow -> all.bpmn("事件网关一支删去", process, Catalogue.id(flow), m -> {
                                Set<String> named = m.after(id);
                                m.remove(m.get(Catalogue.id(flow)));
                                m.sweep();
                                return named;
                            }));
                    all.bpmn("事件网关改为排他网关", process, id, m -> {
                        m.become(id, "exclusiveGateway");
                        return m.after(id);
                    });
                }
            }
        });
    }

    private static void boundary(Catalogue all, String process, Bpmn model, Element node) {
        String id = Catalogue.id(node);
        String host = node.getAttribute("attachedToRef");
        boolean interrupts = !node.getAttribute("cancelActivity").equals("false");
        all.bpmn(interrupts ? "边界事件改为非中断" : "边界事件改为中断", process, id, m -> {
            if (interrupts) {
                m.get(id).setAttribute("cancelActivity", "false");
            } else {
                m.get(id).removeAttribute("cancelActivity");
            }
            return Sets.union(m.after(id), Set.of(host));
        });
        if (!REMINDING.contains(id)) {
            all.bpmn("边界事件删去", process, id, m -> {
                Set<String> named = Sets.union(m.after(id), m.around(host));
                m.remove(m.get(id));
                m.sweep();
                return named;
            });
        }
        String other = OTHER_STEP.get(process + " " + id);
        if (other != null) {
            all.bpmn("边界事件换到别的环节", process, id, m -> {
                m.get(id).setAttribute("attachedToRef", other);
                return Sets.union(m.after(id), Set.of(host, other));
            });
        }
    }

    private static void timer(Catalogue all, String process, Element node, Element when) {
        String id = Catalogue.id(node);
        if (REMINDING.contains(id) || when.getLocalName().equals("timeCycle")) {
            if (!id.equals("event_progressDue")) {
                return;
            }
        }
        all.bpmn("计时写成固定日期", process, id, m -> {
            m.timer(m.get(id), "timeDate", "2026-01-01T00:00:00");
            return m.around(id);
        });
        all.bpmn("计时写成零", process, id, m -> {
            m.timer(m.get(id), "timeDuration", "PT0S");
            return m.around(id);
        });
        all.bpmn("计时写成短时长", process, id, m -> {
            m.timer(m.get(id), "timeDuration", "PT1H");
            return m.around(id);
        });
        all.bpmn("计时用没有来源的变量", process, id, m -> {
            m.timer(m.get(id), "timeDate", "${soon}");
            return m.around(id);
        });
        all.bpmn("计时用不是日期的变量", process, id, m -> {
            m.timer(m.get(id), "timeDate", process.equals("publicNotice") ? "${publicityDays}" : "${caseNumber}");
            return m.around(id);
        });
        all.bpmn("日期变量当作时长", process, id, m -> {
            m.timer(m.get(id), "timeDuration", when.getTextContent().strip());
            return m.around(id);
        });
    }

    private static void eventSubprocess(Catalogue all, String process, Bpmn model, Element node) {
        String id = Catalogue.id(node);
        all.bpmn("事件子流程删去", process, id, m -> {
            Set<String> named = Sets.union(m.around(id), Set.of(Catalogue.id(m.process())));
            Dom.below(m.get(id), Bpmn.MODEL, "*").forEach(inner -> named.add(inner.getAttribute("id")));
            m.remove(m.get(id));
            return named;
        });
        Element start = Dom.children(node, Bpmn.MODEL, "startEvent").findFirst().orElseThrow();
        boolean interrupts = !start.getAttribute("isInterrupting").equals("false");
        all.bpmn(interrupts ? "事件子流程改为非中断" : "事件子流程改为中断", process, id, m -> {
            Element begun = m.get(Catalogue.id(start));
            if (interrupts) {
                begun.setAttribute("isInterrupting", "false");
            } else {
                begun.removeAttribute("isInterrupting");
            }
            return Sets.union(m.after(Catalogue.id(start)), Set.of(id));
        });
    }
}

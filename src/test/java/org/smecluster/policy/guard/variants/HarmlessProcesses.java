package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Names, words, pictures, practice periods of the processes. */
final class HarmlessProcesses {

    /** Some step of each process, and a gateway or event that no class and no table names. */
    static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry(
                    "clusterRecognition",
                    List.of(
                            "task_reviewPreliminarily",
                            "gateway_accepted",
                            "event_applicationRefused",
                            "service_closeRefused")),
            Map.entry(
                    "recognitionBatch",
                    List.of(
                            "task_compareApplications",
                            "gateway_anySelected",
                            "event_noneSelected",
                            "service_informNotSelected")),
            Map.entry(
                    "publicNotice",
                    List.of("task_ruleObjection", "sub_objection", "event_objectionRuled", "service_endPublicity")),
            Map.entry(
                    "lateObjection",
                    List.of(
                            "task_decideLateObjection",
                            "gateway_lateObjectionOutcome",
                            "event_handedOver",
                            "service_reportCause")),
            Map.entry(
                    "dataFiling",
                    List.of(
                            "task_enterData",
                            "gateway_submitOrCorrect",
                            "event_dataSubmitted",
                            "service_freezeSubmission")),
            Map.entry(
                    "reviewChecks",
                    List.of("task_planReReview", "gateway_checksNeeded", "event_checksDone", "sub_expertReview")),
            Map.entry(
                    "revocation",
                    List.of(
                            "task_checkLegality",
                            "gateway_legalityPassed",
                            "event_clusterRevoked",
                            "service_announceRevocation")),
            Map.entry(
                    "clusterTerm",
                    List.of("event_termEnded", "gateway_awaitsReview", "event_termOver", "service_lapseCluster")),
            Map.entry(
                    "renewalReview",
                    List.of(
                            "task_decideRenewal",
                            "gateway_renewalDecision",
                            "event_reviewPassed",
                            "service_extendTerm")),
            Map.entry(
                    "reviewRound",
                    List.of("task_stateNoReview", "gateway_reviewHeld", "event_roundClosed", "service_closeRound")),
            Map.entry(
                    "annualMonitoring",
                    List.of("task_concludeYear", "gateway_waitLonger", "event_yearConcluded", "service_openReports")),
            Map.entry(
                    "annualReport",
                    List.of(
                            "task_reviewReport",
                            "gateway_reportForwarded",
                            "event_reportAccepted",
                            "service_assessReport")),
            Map.entry(
                    "nationalRecommendation",
                    List.of(
                            "task_proposeSelection",
                            "gateway_returned",
                            "event_nothingRecommended",
                            "service_publishRecommendations")),
            Map.entry(
                    "changeFiling",
                    List.of("task_registerChange", "gateway_filedLate", "event_changeFiled", "service_registerChange")),
            Map.entry(
                    "cultivationAdmission",
                    List.of("task_decideAdmission", "gateway_keptInPool", "event_poolLeft", "service_admitToPool")),
            Map.entry(
                    "practiceCase",
                    List.of(
                            "task_selectPractice",
                            "gateway_practiceSelected",
                            "event_practicePublished",
                            "service_publishPractice")));

    private HarmlessProcesses() {}

    static void describe(Catalogue all) {
        for (String process : Catalogue.PROCESSES) {
            List<String> places = PLACES.get(process);
            String step = places.get(0);
            String gateway = places.get(1);
            String end = places.get(2);
            String service = places.get(3);
            rename(all, "环节改名称", process, step);
            rename(all, "网关改名称", process, gateway);
            rename(all, "事件改名称", process, end);
            all.bpmn("连线改名称", process, "全部", m -> {
                m.flows().stream()
                        .filter(flow -> flow.hasAttribute("name"))
                        .forEach(flow -> flow.setAttribute("name", flow.getAttribute("name") + "的"));
                m.process().setAttribute("name", m.process().getAttribute("name") + "（修订）");
                return Set.of();
            });
            all.bpmn("泳道改名称、另加一道", process, "泳道", m -> {
                Element lane = m.all("lane").get(0);
                lane.setAttribute("name", "新的泳道名称");
                Element added = m.document().createElementNS(Bpmn.MODEL, "bpmn:lane");
                added.setAttribute("id", "lane_added");
                added.setAttribute("name", "监察");
                lane.getParentNode().appendChild(added);
                return Set.of();
            });
            all.bpmn("说明改写", process, step, m -> {
                m.child(m.get(step), "documentation").orElseThrow().setTextContent("办理要点：先核对，后签署意见。");
                m.child(m.process(), "documentation").orElseThrow().setTextContent("修订后的说明。");
                return Set.of();
            });
            all.bpmn("说明删去", process, "全部", m -> {
                m.all("documentation").forEach(Dom::remove);
                return Set.of();
            });
            all.bpmn("没有人指名的元素改标识", process, gateway, m -> {
                m.rename(gateway, gateway + "_2027");
                return Set.of();
            });
            all.bpmn("没有人指名的元素改标识", process, end, m -> {
                m.rename(end, "Event_0x9k2ab");
                return Set.of();
            });
            all.bpmn("没有人指名的元素改标识", process, service, m -> {
                m.rename(service, "Activity_1abcdef");
                return Set.of();
            });
            all.bpmn("连线改标识", process, "全部", m -> {
                int number = 0;
                for (Element flow : m.flows()) {
                    m.rename(Catalogue.id(flow), "Flow_" + number++);
                }
                return Set.of();
            });
            all.bpmn("版本标签和保存期限改变", process, "versionTag", m -> {
                Bpmn.camunda(m.process(), "versionTag", "2027.1");
                Bpmn.camunda(m.process(), "historyTimeToLive", "P9000D");
                return Set.of();
            });
            all.bpmn("图形移动", process, "全部", m -> {
                Dom.below(m.document().getDocumentElement(), "http://www.omg.org/spec/DD/20100524/DC", "Bounds")
                        .forEach(bounds -> bounds.setAttribute("x", "111"));
                return Set.of();
            });
            all.bpmn("没有泳道和图", process, "全部", m -> {
                Dom.below(m.document().getDocumentElement(), "http://www.omg.org/spec/BPMN/20100524/DI", "BPMNDiagram")
                        .forEach(Dom::remove);
                m.all("laneSet").forEach(Dom::remove);
                m.all("collaboration").forEach(Dom::remove);
                return Set.of();
            });
            all.bpmn("加文字批注", process, step, m -> {
                Element note = m.document().createElementNS(Bpmn.MODEL, "bpmn:textAnnotation");
                note.setAttribute("id", "TextAnnotation_1");
                Element text = m.document().createElementNS(Bpmn.MODEL, "bpmn:text");
                text.setTextContent("2027年起适用");
                note.appendChild(text);
                m.process().appendChild(note);
                Element association = m.document().createElementNS(Bpmn.MODEL, "bpmn:association");
                association.setAttribute("id", "Association_1");
                association.setAttribute("sourceRef", step);
                association.setAttribute("targetRef", "TextAnnotation_1");
                m.process().appendChild(association);
                return Set.of();
            });
            all.bpmn("元素的次序改变", process, "先连线后环节", m -> {
                List<Element> flows =
                        Dom.children(m.process(), Bpmn.MODEL, "sequenceFlow").toList();
                Element first = Dom.children(m.process(), Bpmn.MODEL, "startEvent")
                        .findFirst()
                        .orElseThrow();
                flows.forEach(flow -> m.process().insertBefore(flow, first));
                return Set.of();
            });
            all.bpmn("办理的优先级改变", process, step, m -> {
                m.nodes().stream()
                        .filter(node -> node.getLocalName().equals("userTask"))
                        .forEach(node -> Bpmn.camunda(node, "priority", "70"));
                return Set.of();
            });
            Bpmn model = Catalogue.shipped(process);
            model.nodes().stream()
                    .filter(node -> node.getLocalName().equals("userTask"))
                    .filter(node -> model.extensions(node, "property").stream()
                            .anyMatch(property -> property.getAttribute("name").equals("dueWorkingDays")))
                    .map(Catalogue::id)
                    .forEach(task -> {
                        due(all, "办理期限放宽", process, task, "30");
                        due(all, "办理期限缩短", process, task, "2");
                    });
        }
        parameter(all, "revocation", "service_notifyCluster", "hearingWorkingDays", "10");
        parameter(all, "revocation", "service_notifyCluster", "hearingWorkingDays", "7");
        parameter(all, "annualReport", "service_openCorrection", "correctionWorkingDays", "10");
        parameter(all, "annualReport", "service_openCorrection", "correctionWorkingDays", "3");
        parameter(all, "recognitionBatch", "service_scheduleReminders", "windowReminderWorkingDays", "10");
        parameter(all, "recognitionBatch", "service_scheduleReminders", "recommendationReminderWorkingDays", "1");
        parameter(all, "clusterTerm", "service_scheduleReminders", "firstReminderDays", "200");
        parameter(all, "clusterTerm", "service_scheduleReminders", "reviewWindowDays", "90");
        parameter(all, "nationalRecommendation", "service_scheduleReminders", "firstReminderWorkingDays", "8");
        parameter(all, "annualMonitoring", "service_openReports", "unitDay", "03-10");
        parameter(all, "publicNotice", "service_scheduleNotice", "publicationTime", "08:00");
        parameter(all, "publicNotice", "service_scheduleNotice", "countsBefore", "08:30");
        parameter(all, "revocation", "service_closeNotRevoked", "standing", "决定不予撤销");
        parameter(all, "clusterRecognition", "service_closeUnsubmitted", "reason", "申报期已满，没有提交申报材料（第十三条）");
        all.bpmn("提醒的日期改变", "annualMonitoring", "event_reminderDue", m -> {
            m.timer(m.get("event_reminderDue"), "timeCycle", "0 0 9 5,10,20,28 3 ?");
            return Set.of();
        });
        all.bpmn("启动时刻改变", "annualMonitoring", "event_monitoringStarted", m -> {
            m.timer(m.get("event_monitoringStarted"), "timeCycle", "0 30 8 2 1 ?");
            return Set.of();
        });
    }

    private static void rename(Catalogue all, String kind, String process, String id) {
        all.bpmn(kind, process, id, m -> {
            m.get(id).setAttribute("name", "新的名称");
            return Set.of();
        });
    }

    private static void due(Catalogue all, String kind, String process, String task, String days) {
        all.bpmn(kind, process, task, m -> {
            m.extensions(m.get(task), "property").stream()
                    .filter(property -> property.getAttribute("name").equals("dueWorkingDays"))
                    .forEach(property -> property.setAttribute("value", days));
            return Set.of();
        });
    }

    private static void parameter(Catalogue all, String process, String service, String name, String value) {
        all.bpmn("惯例的参数改变", process, name + "=" + value, m -> {
            m.extensions(m.get(service), "inputParameter").stream()
                    .filter(one -> one.getAttribute("name").equals(name))
                    .forEach(one -> one.setTextContent(value));
            return Set.of();
        });
    }
}

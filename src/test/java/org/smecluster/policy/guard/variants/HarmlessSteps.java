package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Steps of a policy owner's own, and the same way drawn otherwise. */
final class HarmlessSteps {

    private static final Map<String, List<String>> STEPS = Map.ofEntries(
            Map.entry(
                    "clusterRecognition",
                    List.of(
                            "task_decideAcceptance",
                            "task_reviewPreliminarily",
                            "task_decideRecommendation",
                            "task_concludeReReview")),
            Map.entry("recognitionBatch", List.of("task_compareApplications", "task_selectClusters")),
            Map.entry("publicNotice", List.of("task_verifyObjection", "task_ruleObjection")),
            Map.entry("lateObjection", List.of("task_verifyLateObjection", "task_decideLateObjection")),
            Map.entry("dataFiling", List.of("task_confirmAndSubmit")),
            Map.entry("reviewChecks", List.of("task_planReReview", "task_inspectOnSite")),
            Map.entry("revocation", List.of("task_establishFacts", "task_checkLegality", "task_decideRevocation")),
            Map.entry("renewalReview", List.of("task_giveCityOpinion", "task_concludeReview")),
            Map.entry("reviewRound", List.of("task_stateNoReview")),
            Map.entry("annualMonitoring", List.of("task_concludeYear")),
            Map.entry("annualReport", List.of("task_checkReport", "task_reviewReport")),
            Map.entry("nationalRecommendation", List.of("task_proposeSelection", "task_recordNationalResult")),
            Map.entry("changeFiling", List.of("task_forwardFiling", "task_registerChange")),
            Map.entry("cultivationAdmission", List.of("task_guideAdmission", "task_decideAdmission")),
            Map.entry("practiceCase", List.of("task_selectPractice")));

    private static final List<String> SERVICES = List.of(
            "revocation service_announceRevocation",
            "revocation service_notifyCluster",
            "recognitionBatch service_registerClusters",
            "publicNotice service_publishNotice",
            "publicNotice service_endPublicity",
            "clusterTerm service_lapseCluster",
            "renewalReview service_extendTerm",
            "renewalReview service_draftNotice",
            "changeFiling service_registerChange",
            "annualReport service_assessReport",
            "cultivationAdmission service_admitToPool",
            "clusterRecognition service_assessForReReview",
            "clusterRecognition call_checkCase",
            "renewalReview call_publicNotice",
            "annualReport call_fileReport");

    private HarmlessSteps() {}

    static void describe(Catalogue all) {
        for (String process : Catalogue.PROCESSES) {
            for (String step : STEPS.getOrDefault(process, List.of())) {
                wrap(all, process, step);
                added(all, process, step);
                consulted(all, process, step);
                reminded(all, process, step);
                passed(all, process, step);
            }
        }
        SERVICES.forEach(named -> {
            wrap(all, named.split(" ")[0], named.split(" ")[1]);
            passed(all, named.split(" ")[0], named.split(" ")[1]);
        });
        conditions(all);
        reminders(all);
        owners(all);
    }

    private static void wrap(Catalogue all, String process, String step) {
        all.bpmn("环节放进子流程", process, step, m -> {
            m.wrap(step, "sub_wrapped", "合并办理");
            return Set.of();
        });
    }

    /** With group, form and period of its own. */
    private static void added(Catalogue all, String process, String step) {
        for (boolean before : List.of(true, false)) {
            all.add("加一个人工环节", process + " " + step + (before ? " 之前" : " 之后"), files -> {
                Bpmn m = files.bpmn(process);
                Element task = before
                        ? m.insertBefore(step, "userTask", "task_consult", "征求意见")
                        : m.insertAfter(step, "userTask", "task_consult", "归档核对");
                consult(m, task);
                files.put(m);
                files.put("forms/own/consult.form", consultForm());
                return Set.of();
            });
        }
    }

    private static void consult(Bpmn m, Element task) {
        Bpmn.camunda(task, "candidateGroups", "province-officer");
        Bpmn.camunda(task, "formRef", "consult");
        Bpmn.camunda(task, "formRefBinding", "latest");
        m.property(task, "dueWorkingDays", "5");
    }

    private static void consulted(Catalogue all, String process, String step) {
        all.add("并行征求意见", process + " " + step, files -> {
            Bpmn m = files.bpmn(process);
            String next = m.out(step).get(0).getAttribute("targetRef");
            m.insertBefore(step, "exclusiveGateway", "gateway_merged", "");
            m.insertBefore(step, "parallelGateway", "gateway_fork", "同时征求意见");
            consult(m, m.add("userTask", "task_consult", "征求意见", (Element)
                    m.get(step).getParentNode()));
            m.insertAfter(step, "parallelGateway", "gateway_join", "意见已齐");
            m.flow("flow_consult1", "gateway_fork", "task_consult");
            m.flow("flow_consult2", "task_consult", "gateway_join");
            if (!m.out("gateway_join").get(0).getAttribute("targetRef").equals(next)) {
                throw new IllegalStateException(step);
            }
            files.put(m);
            files.put("forms/own/consult.form", consultForm());
            return Set.of();
        });
    }

    private static void reminded(Catalogue all, String process, String step) {
        for (String[] when : List.of(new String[] {"timeDuration", "P3D"}, new String[] {"timeCycle", "R3/P2D"})) {
            all.add("加提醒", process + " " + step + " " + when[1], files -> {
                Bpmn m = files.bpmn(process);
                Element container = (Element) m.get(step).getParentNode();
                Element timer = m.add("boundaryEvent", "event_reminder", "提醒日已到", container);
                timer.setAttribute("attachedToRef", step);
                timer.setAttribute("cancelActivity", "false");
                m.define(timer, "timerEventDefinition");
                m.timer(timer, when[0], when[1]);
                consult(m, m.add("userTask", "task_remind", "催办", container));
                m.add("endEvent", "event_reminded", "已催办", container);
                m.flow("flow_remind1", "event_reminder", "task_remind");
                m.flow("flow_remind2", "task_remind", "event_reminded");
                files.put(m);
                files.put("forms/own/consult.form", consultForm());
                return Set.of();
            });
        }
    }

    private static void passed(Catalogue all, String process, String step) {
        all.bpmn("加直通的网关", process, step, m -> {
            m.insertBefore(step, "exclusiveGateway", "gateway_pass", "");
            return Set.of();
        });
        all.bpmn("加空的中间事件", process, step, m -> {
            m.insertAfter(step, "intermediateThrowEvent", "event_milestone", "已办理");
            return Set.of();
        });
    }

    private static void conditions(Catalogue all) {
        for (String[] one : List.of(
                new String[] {"clusterRecognition", "flow_recommended", "${recommended == true}"},
                new String[] {"revocation", "flow_legalityPassed", "${legalityPassed == true}"},
                new String[] {"clusterRecognition", "flow_firstRoundLapsed", "${round <= 1}"},
                new String[] {"renewalReview", "flow_renewalPassed", "${renewalDecision == \"PASS\"}"},
                new String[] {"reviewRound", "flow_reviewHeld", "#{reviewHeld == true}"})) {
            all.bpmn("条件换一种写法", one[0], one[1], m -> {
                m.condition(m.get(one[1]), one[2]);
                return Set.of();
            });
        }
        for (String[] one : List.of(
                new String[] {
                    "clusterRecognition",
                    "gateway_recommended",
                    "flow_recommended",
                    "flow_notRecommended",
                    "${!recommended}"
                },
                new String[] {
                    "revocation", "gateway_groundFound", "flow_groundFound", "flow_noGroundFound", "${!groundFound}"
                },
                new String[] {
                    "reviewRound",
                    "gateway_noReviewStated",
                    "flow_noReviewStated",
                    "flow_proposalRejected",
                    "${noReviewStated == false}"
                },
                new String[] {
                    "dataFiling",
                    "gateway_submitOrCorrect",
                    "flow_dataToCorrect",
                    "flow_submissionConfirmed",
                    "${nextStep == 'SUBMIT'}"
                },
                new String[] {
                    "renewalReview",
                    "gateway_cityOpinion",
                    "flow_correctionOrdered",
                    "flow_reviewForwarded",
                    "${cityOpinion != 'RETURN'}"
                })) {
            all.bpmn("默认支写成条件，另一支为默认", one[0], one[1], m -> {
                m.get(one[1]).setAttribute("default", one[2]);
                m.condition(m.get(one[2]), null);
                m.condition(m.get(one[3]), one[4]);
                return Set.of();
            });
        }
        all.bpmn("一个三支的网关分成两个", "lateObjection", "gateway_lateObjectionOutcome", m -> {
            m.add("exclusiveGateway", "gateway_second", "更正还是移交?", m.process());
            m.source(m.get("flow_handedOver"), "gateway_second");
            m.source(m.get("flow_upheld"), "gateway_second");
            m.get("gateway_second").setAttribute("default", "flow_upheld");
            m.get("gateway_lateObjectionOutcome").setAttribute("default", "flow_second");
            m.flow("flow_second", "gateway_lateObjectionOutcome", "gateway_second");
            return Set.of();
        });
        all.bpmn("一个三支的网关分成两个", "clusterRecognition", "gateway_accepted", m -> {
            m.add("exclusiveGateway", "gateway_second", "不予受理吗?", m.process());
            m.source(m.get("flow_applicationRefused"), "gateway_second");
            m.source(m.get("flow_applicationAccepted"), "gateway_second");
            m.get("gateway_second").setAttribute("default", "flow_applicationAccepted");
            m.get("gateway_accepted").setAttribute("default", "flow_second");
            m.flow("flow_second", "gateway_accepted", "gateway_second");
            return Set.of();
        });
        for (String[] one : List.of(
                new String[] {"recognitionBatch", "event_nothingFurther"},
                new String[] {"clusterTerm", "event_termOver"},
                new String[] {"reviewChecks", "event_checksDone"})) {
            all.bpmn("结束之前加空事件", one[0], one[1], m -> {
                m.insertBefore(one[1], "intermediateThrowEvent", "event_beforeEnd", "即将结束");
                return Set.of();
            });
        }
        all.bpmn("一个结束分成两个", "recognitionBatch", "event_nothingFurther", m -> {
            m.add("endEvent", "event_emptied", "名单已空", (Element)
                    m.get("event_nothingFurther").getParentNode());
            m.target(m.get("flow_listEmptied"), "event_emptied");
            return Set.of();
        });
        all.bpmn("办理人改用输入参数的写法", "revocation", "两个组", m -> {
            Bpmn.camunda(m.get("task_serveNotice"), "candidateGroups", "province-officer ");
            return Set.of();
        });
    }

    /** By a bean that reminds, where its process has one. */
    private static void reminders(Catalogue all) {
        remindedBy(all, "recognitionBatch", "task_compareApplications", "remindCitiesDelegate");
        remindedBy(all, "annualMonitoring", "task_reportCultivationWork", "remindMissingDelegate");
        remindedBy(all, "annualMonitoring", "task_followUpMissing", "urgeClustersDelegate");
        all.bpmn("加第三次提醒", "clusterTerm", "remindTermEndDelegate", m -> {
            Element wait = m.insertAfter(
                    "service_remindAgain", "intermediateCatchEvent", "event_thirdReminderDue", "第三次提醒日已到");
            m.define(wait, "timerEventDefinition");
            m.timer(wait, "timeDuration", "P30D");
            Element remind = m.insertAfter("event_thirdReminderDue", "serviceTask", "service_remindThird", "第三次提醒");
            Bpmn.camunda(remind, "delegateExpression", "${remindTermEndDelegate}");
            Bpmn.camunda(remind, "asyncBefore", "true");
            return Set.of();
        });
    }

    private static void remindedBy(Catalogue all, String process, String step, String bean) {
        all.bpmn("由组件提醒", process, step + " " + bean, m -> {
            Element container = (Element) m.get(step).getParentNode();
            Element timer = m.add("boundaryEvent", "event_reminder", "提醒日已到", container);
            timer.setAttribute("attachedToRef", step);
            timer.setAttribute("cancelActivity", "false");
            m.define(timer, "timerEventDefinition");
            m.timer(timer, "timeDuration", "P3D");
            Bpmn.camunda(
                    m.add("serviceTask", "service_remindNow", "提醒", container),
                    "delegateExpression",
                    "${" + bean + "}");
            m.add("endEvent", "event_reminded", "已提醒", container);
            m.flow("flow_remind1", "event_reminder", "service_remindNow");
            m.flow("flow_remind2", "service_remindNow", "event_reminded");
            return Set.of();
        });
    }

    /** What a policy owner makes beside the shipped models. */
    private static void owners(Catalogue all) {
        all.add("自建流程", "两步，没有组件", files -> {
            files.put(
                    "processes/own/ownProcess.bpmn",
                    SpoiltLaw.own("BEAN")
                            .replaceAll(
                                    "<bpmn:serviceTask id=\"service_own\" name=\"办理\"[^>]*>",
                                    "<bpmn:userTask id=\"task_second\" name=\"复核\" camunda:candidateGroups=\"province-leader\">")
                            .replace("</bpmn:serviceTask>", "</bpmn:userTask>")
                            .replace("service_own", "task_second"));
            return Set.of();
        });
        all.add("自建流程", "有表单和分支", files -> {
            files.put("processes/own/ownProcess.bpmn", branching());
            files.put("forms/own/ownStart.form", """
                    {"type":"default","id":"ownStart","schemaVersion":16,"components":[
                     {"type":"textfield","key":"subject","label":"事项","id":"ownStart_1","validate":{"required":true}},
                     {"type":"radio","key":"urgency","label":"缓急","id":"ownStart_2","validate":{"required":true},
                      "values":[{"value":"URGENT","label":"急件"},{"value":"NORMAL","label":"平件"}]}]}
                    """);
            files.put("forms/own/consult.form", consultForm());
            return Set.of();
        });
        all.add("自建决策", "没有人用", files -> {
            files.put("processes/own/ownDecision.dmn", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions_own" name="自建" namespace="http://camunda.org/schema/1.0/dmn">
                      <decision id="ownDecision" name="自建决策" camunda:historyTimeToLive="P3650D">
                        <decisionTable id="ownDecision_table" hitPolicy="UNIQUE">
                          <input id="own_in"><inputExpression id="own_expr" typeRef="integer"><text>size</text></inputExpression></input>
                          <output id="own_out" name="class" typeRef="string" />
                          <rule id="own_small"><inputEntry id="own_s1"><text>&lt; 10</text></inputEntry><outputEntry id="own_s2"><text>"SMALL"</text></outputEntry></rule>
                          <rule id="own_large"><inputEntry id="own_l1"><text>&gt;= 10</text></inputEntry><outputEntry id="own_l2"><text>"LARGE"</text></outputEntry></rule>
                          <rule id="own_none"><inputEntry id="own_n1"><text>null</text></inputEntry><outputEntry id="own_n2"><text>"UNKNOWN"</text></outputEntry></rule>
                        </decisionTable>
                      </decision>
                    </definitions>
                    """.replace("name=\"class\"", "name=\"sizeClass\""));
            return Set.of();
        });
        all.add("自建表单", "没有人用", files -> {
            files.put("forms/own/consult.form", consultForm());
            return Set.of();
        });
    }

    static String consultForm() {
        return """
                {"type":"default","id":"consult","schemaVersion":16,"components":[
                 {"type":"text","text":"### 征求意见","id":"consult_0"},
                 {"type":"textarea","key":"consultOpinion","label":"意见","id":"consult_1","validate":{"required":true,"maxLength":2000}},
                 {"type":"checkbox","key":"consultUrgent","label":"急件","id":"consult_2"}]}
                """;
    }

    private static String branching() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_own" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:process id="ownProcess" name="自建流程" isExecutable="true" camunda:historyTimeToLive="P3650D">
                    <bpmn:startEvent id="own_begun" name="已提出" camunda:formRef="ownStart" camunda:formRefBinding="latest" />
                    <bpmn:exclusiveGateway id="own_urgent" name="是否急件?" default="own_2" />
                    <bpmn:userTask id="own_now" name="马上办理" camunda:candidateGroups="province-officer" camunda:formRef="consult" camunda:formRefBinding="latest" />
                    <bpmn:userTask id="own_later" name="办理" camunda:candidateGroups="province-leader" />
                    <bpmn:endEvent id="own_done" name="已办理" />
                    <bpmn:sequenceFlow id="own_0" sourceRef="own_begun" targetRef="own_urgent" />
                    <bpmn:sequenceFlow id="own_1" sourceRef="own_urgent" targetRef="own_now">
                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${urgency == 'URGENT'}</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="own_2" sourceRef="own_urgent" targetRef="own_later" />
                    <bpmn:sequenceFlow id="own_3" sourceRef="own_now" targetRef="own_done" />
                    <bpmn:sequenceFlow id="own_4" sourceRef="own_later" targetRef="own_done" />
                  </bpmn:process>
                </bpmn:definitions>
                """;
    }
}

package org.smecluster.scope;

import static org.smecluster.scope.Row.get;
import static org.smecluster.scope.Row.list;
import static org.smecluster.scope.Row.write;
import static org.smecluster.scope.Rule.ADMINISTRATOR;
import static org.smecluster.scope.Rule.NONE;
import static org.smecluster.scope.Rule.READS_TASK;
import static org.smecluster.scope.Rule.SIGNED_IN;
import static org.smecluster.scope.Rule.WORKS_ON_TASK;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may use which resource of the engine, as the web apps ask for it; at {@code /engine-rest} of those the policy owner
 * and the administrator alone. What none of the applications sends is nobody's.
 */
final class EngineResources {

    private static final Rule POLICY = Rule.groups("policy-owner");
    private static final Rule POLICY_OR_ADMINISTRATOR = ADMINISTRATOR.or(POLICY);
    private static final Rule TASKLIST =
            Rule.CASE_STAFF.or(Rule.groups("expert")).or(ADMINISTRATOR);
    private static final Rule SELF =
            (person, tried) -> tried.ids().get("applicantUser").equals(person.userId());
    private static final String VARIABLE = "{\"value\":\"county-640181\",\"type\":\"String\"}";
    private static final String MIGRATION =
            "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definitionId}\",\"targetProcessDefinitionId\":\"{definitionId}\",\"instructions\":[]},\"processInstanceIds\":[\"{instanceId}\"]}";
    private static final String MODIFICATIONS = "{\"modifications\":{\"applicantGroup\":" + VARIABLE + "}}";

    /** Read by whose task it is, and by the administrator. */
    private static final List<Row> OF_TASK = List.of(
            get("/task/{taskId}", READS_TASK),
            get("/task/{taskId}/form", READS_TASK),
            get("/task/{taskId}/form-variables", READS_TASK),
            get("/task/{taskId}/deployed-form", READS_TASK),
            get("/task/{taskId}/variables", NONE),
            get("/task/{taskId}/variables/{variable}", NONE),
            get("/task/{taskId}/localVariables", NONE),
            get("/task/{taskId}/comment", NONE),
            get("/task/{taskId}/attachment", NONE),
            get("/task/{taskId}/attachment/{attachmentId}", NONE),
            get("/task/{taskId}/attachment/{attachmentId}/data", NONE),
            get("/task/{taskId}/comment/{commentId}", NONE));

    private static final List<Row> OF_INSTANCE = List.of(
            get("/process-instance/{instanceId}", ADMINISTRATOR),
            get("/process-instance/{instanceId}/variables", ADMINISTRATOR),
            get("/process-instance/{instanceId}/variables/{variable}", ADMINISTRATOR),
            get("/process-instance/{instanceId}/activity-instances", ADMINISTRATOR),
            get("/process-instance/{instanceId}/comment", NONE),
            get("/execution/{instanceId}", ADMINISTRATOR),
            get("/execution/{instanceId}/localVariables", ADMINISTRATOR),
            get("/incident/{engineIncidentId}", ADMINISTRATOR),
            get("/job/{jobId}", ADMINISTRATOR),
            get("/history/process-instance/{instanceId}", ADMINISTRATOR),
            get("/history/variable-instance/{variableId}", ADMINISTRATOR));

    private static final List<Row> LISTS = List.of(
            list("/task", TASKLIST),
            list("/task/count", TASKLIST),
            list("/process-instance", ADMINISTRATOR),
            list("/process-instance/count", ADMINISTRATOR),
            list("/execution", ADMINISTRATOR),
            list("/execution/count", ADMINISTRATOR),
            list("/variable-instance", ADMINISTRATOR),
            list("/variable-instance/count", ADMINISTRATOR),
            list("/incident", ADMINISTRATOR),
            list("/incident/count", ADMINISTRATOR),
            list("/job", ADMINISTRATOR),
            list("/job/count", ADMINISTRATOR),
            list("/job-definition", ADMINISTRATOR),
            list("/event-subscription", ADMINISTRATOR),
            list("/external-task", NONE),
            list("/external-task/topic-names", NONE),
            list("/batch", NONE),
            list("/batch/statistics", NONE),
            list("/batch/statistics/", ADMINISTRATOR),
            list("/batch/statistics/count", ADMINISTRATOR),
            list("/deployment", POLICY_OR_ADMINISTRATOR),
            list("/authorization", ADMINISTRATOR),
            list("/user", ADMINISTRATOR),
            list("/user/count", ADMINISTRATOR),
            list("/group", SIGNED_IN),
            list("/group/count", SIGNED_IN),
            list("/tenant", ADMINISTRATOR),
            list("/filter", TASKLIST),
            list("/process-definition", TASKLIST.or(POLICY)),
            list("/process-definition/statistics", ADMINISTRATOR),
            list("/decision-definition", POLICY_OR_ADMINISTRATOR),
            list("/case-instance", NONE),
            list("/case-execution", NONE),
            list("/metrics", NONE),
            list("/metrics/activity-instance-start/sum", NONE),
            list("/schema/log", NONE),
            list("/telemetry/data", ADMINISTRATOR),
            list("/task/report/candidate-group-count", ADMINISTRATOR),
            list("/user/{applicantUser}/profile", ADMINISTRATOR.or(SELF)),
            list("/group/{applicantGroup}", ADMINISTRATOR),
            list("/identity/groups", NONE).query("?userId={applicantUser}"),
            list("/task", READS_TASK).query("?processInstanceBusinessKey={caseNumber}"),
            list("/task/count", READS_TASK).query("?processInstanceBusinessKey={caseNumber}"),
            list("/task", TASKLIST).query("?processVariables=clusterName_like_%25"),
            list("/process-instance/count", ADMINISTRATOR).query("?businessKey={caseNumber}"),
            list("/execution/count", ADMINISTRATOR).query("?processInstanceBusinessKey={caseNumber}"));

    private static final List<Row> HISTORY = List.of(
            list("/history/process-instance", ADMINISTRATOR),
            list("/history/process-instance/count", ADMINISTRATOR),
            list("/history/activity-instance", ADMINISTRATOR),
            list("/history/task", ADMINISTRATOR),
            list("/history/task/count", ADMINISTRATOR),
            list("/history/variable-instance", ADMINISTRATOR),
            list("/history/detail", ADMINISTRATOR),
            list("/history/incident", ADMINISTRATOR),
            list("/history/decision-instance", ADMINISTRATOR),
            list("/history/job-log", ADMINISTRATOR),
            list("/history/identity-link-log", ADMINISTRATOR),
            list("/history/batch", ADMINISTRATOR),
            list("/history/external-task-log", NONE),
            list("/history/user-operation", ADMINISTRATOR),
            list("/history/user-operation/count", ADMINISTRATOR),
            list("/history/process-instance/report", NONE).query("?reportType=duration&periodUnit=month"),
            list("/history/process-definition/{definitionId}/statistics", NONE));

    /** Reading by POST, as Tasklist and Cockpit do. */
    private static final List<Row> QUERIES = List.of(
            query("/task", ADMINISTRATOR),
            query("/task/count", ADMINISTRATOR),
            query("/process-instance", ADMINISTRATOR),
            query("/execution", NONE),
            query("/variable-instance", ADMINISTRATOR),
            query("/job", ADMINISTRATOR),
            query("/history/process-instance", NONE),
            query("/history/task", NONE),
            query("/history/task/count", ADMINISTRATOR),
            query("/history/variable-instance", NONE),
            query("/history/decision-instance", NONE),
            query("/user", NONE),
            query("/incident", NONE));

    /** By those whose task it is; not even by the administrator, who would decide in a clerk's or a leader's place. */
    private static final List<Row> WORK = List.of(
            write("POST", "/task/{taskId}/claim", WORKS_ON_TASK, "{\"userId\":\"{self}\"}"),
            write("POST", "/task/{taskId}/complete", NONE, "{}"),
            write("POST", "/task/{taskId}/submit-form", WORKS_ON_TASK, "{}"),
            write("POST", "/task/{taskId}/resolve", NONE, "{}"),
            write("POST", "/task/{taskId}/bpmnError", NONE, "{\"errorCode\":\"x\"}"),
            write("POST", "/task/{taskId}/bpmnEscalation", NONE, "{\"escalationCode\":\"x\"}"),
            write("POST", "/task/{taskId}/comment/create", NONE, "{\"message\":\"x\"}"));

    /** By the administrator alone, or, where no web app offers it, by nobody. */
    private static final List<Row> OPERATION = List.of(
            write("POST", "/task/{taskId}/unclaim", WORKS_ON_TASK.or(ADMINISTRATOR), "{}"),
            write("POST", "/task/{taskId}/assignee", NONE, "{\"userId\":\"{self}\"}"),
            write("POST", "/task/{taskId}/delegate", NONE, "{\"userId\":\"{self}\"}"),
            write("POST", "/task/{taskId}/identity-links", NONE, "{\"userId\":\"{self}\",\"type\":\"candidate\"}"),
            write(
                    "POST",
                    "/task/{taskId}/identity-links/delete",
                    NONE,
                    "{\"groupId\":\"{candidateGroup}\",\"type\":\"candidate\"}"),
            write("PUT", "/task/{taskId}", NONE, "{\"name\":\"x\"}"),
            write("DELETE", "/task/{taskId}", NONE, null),
            write("POST", "/task/create", NONE, "{\"name\":\"x\",\"assignee\":\"{self}\"}"),
            write("POST", "/task/{taskId}/variables", NONE, MODIFICATIONS),
            write("PUT", "/task/{taskId}/variables/applicantGroup", NONE, VARIABLE),
            write("PUT", "/task/{taskId}/localVariables/x", NONE, VARIABLE),
            write("DELETE", "/task/{taskId}/variables/applicantGroup", NONE, null),
            write("DELETE", "/task/{taskId}/comment/{commentId}", NONE, null),
            write("DELETE", "/task/{taskId}/attachment/{attachmentId}", NONE, null),
            write(
                    "POST",
                    "/message",
                    NONE,
                    "{\"messageName\":\"recognition.withdrawn\",\"businessKey\":\"{caseNumber}\"}"),
            write("POST", "/message", NONE, "{\"messageName\":\"x\",\"businessKey\":\"{caseNumber}\"}"),
            write("POST", "/signal", NONE, "{\"name\":\"x\"}"),
            write("POST", "/execution/{instanceId}/signal", NONE, "{}"),
            write("POST", "/execution/{instanceId}/messageSubscriptions/recognition.withdrawn/trigger", NONE, "{}"),
            write("POST", "/process-instance/{instanceId}/variables", NONE, MODIFICATIONS),
            write("PUT", "/process-instance/{instanceId}/variables/applicantGroup", ADMINISTRATOR, VARIABLE),
            write("PUT", "/process-instance/{instanceId}/suspended", ADMINISTRATOR, "{\"suspended\":true}"),
            write(
                    "PUT",
                    "/process-instance/suspended",
                    NONE,
                    "{\"suspended\":true,\"processInstanceIds\":[\"{instanceId}\"]}"),
            write("DELETE", "/process-instance/{instanceId}", ADMINISTRATOR, null),
            write("POST", "/process-instance/delete", NONE, "{\"processInstanceIds\":[\"{instanceId}\"]}"),
            write(
                    "POST",
                    "/process-instance/suspended-async",
                    NONE,
                    "{\"suspended\":true,\"processInstanceIds\":[\"{instanceId}\"]}"),
            write(
                    "POST",
                    "/process-instance/{instanceId}/modification",
                    NONE,
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_concludeReReview\"}]}"),
            write(
                    "POST",
                    "/process-instance/message-async",
                    NONE,
                    "{\"messageName\":\"recognition.withdrawn\",\"processInstanceIds\":[\"{instanceId}\"]}"),
            write(
                    "POST",
                    "/process-instance/variables-async",
                    NONE,
                    "{\"processInstanceIds\":[\"{instanceId}\"],\"variables\":{\"x\":" + VARIABLE + "}}"),
            write("PUT", "/job/{jobId}/retries", ADMINISTRATOR, "{\"retries\":0}"),
            write("POST", "/job/{jobId}/execute", ADMINISTRATOR, "{}"),
            write("PUT", "/job/{jobId}/duedate", ADMINISTRATOR, "{\"duedate\":\"2020-01-01T00:00:00.000+0800\"}"),
            write("PUT", "/job/{jobId}/suspended", ADMINISTRATOR, "{\"suspended\":true}"),
            write("POST", "/process-definition/key/recognitionBatch/start", NONE, "{}"),
            write("POST", "/process-definition/key/publicNotice/start", NONE, "{}"),
            write("POST", "/process-definition/key/clusterTerm/start", NONE, "{}"),
            write("PUT", "/process-definition/{definitionId}/suspended", ADMINISTRATOR, "{\"suspended\":true}"),
            write("DELETE", "/process-definition/{definitionId}", NONE, null),
            write("DELETE", "/deployment/{deploymentId}", ADMINISTRATOR, null),
            write("POST", "/deployment/create", POLICY, "{}"),
            write("POST", "/deployment/{deploymentId}/redeploy", NONE, "{}"),
            write("POST", "/decision-definition/key/vetoConditions/evaluate", POLICY, "{\"variables\":{}}"),
            write("PUT", "/group/{applicantGroup}", ADMINISTRATOR, "{\"id\":\"{applicantGroup}\",\"name\":\"x\"}"),
            write("DELETE", "/group/{applicantGroup}", ADMINISTRATOR, null),
            write(
                    "POST",
                    "/authorization/create",
                    ADMINISTRATOR,
                    "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"{self}\",\"resourceType\":7,\"resourceId\":\"*\"}"),
            write(
                    "POST",
                    "/user/create",
                    ADMINISTRATOR,
                    "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Ningxia#Jiqun2026\"}}"),
            write(
                    "PUT",
                    "/user/{applicantUser}/credentials",
                    ADMINISTRATOR,
                    "{\"password\":\"Another#Word2026\",\"authenticatedUserPassword\":\"Ningxia#Jiqun2026\"}"),
            write(
                    "PUT",
                    "/user/{applicantUser}/profile",
                    ADMINISTRATOR,
                    "{\"id\":\"{applicantUser}\",\"firstName\":\"x\"}"),
            write("DELETE", "/user/{applicantUser}", ADMINISTRATOR, null),
            write("POST", "/user/{applicantUser}/unlock", ADMINISTRATOR, "{}"),
            write("PUT", "/group/{applicantGroup}/members/{self}", ADMINISTRATOR, null),
            write("DELETE", "/group/{applicantGroup}/members/{applicantUser}", ADMINISTRATOR, null),
            write(
                    "POST",
                    "/filter/create",
                    ADMINISTRATOR,
                    "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}"),
            write("POST", "/external-task/fetchAndLock", NONE, "{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}"),
            write("DELETE", "/history/process-instance/{instanceId}", NONE, null),
            write(
                    "POST",
                    "/history/process-instance/delete",
                    NONE,
                    "{\"historicProcessInstanceIds\":[\"{instanceId}\"]}"),
            write("POST", "/history/cleanup", NONE, "{}"),
            write(
                    "POST",
                    "/modification/execute",
                    NONE,
                    "{\"processDefinitionId\":\"{definitionId}\",\"processInstanceIds\":[\"{instanceId}\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"task_x\"}]}"),
            // cases go to another version by two policy owners and past the judgement alone (ADR 0060)
            write(
                    "POST",
                    "/migration/generate",
                    NONE,
                    "{\"sourceProcessDefinitionId\":\"{definitionId}\",\"targetProcessDefinitionId\":\"{definitionId}\"}"),
            write("POST", "/migration/validate", NONE, MIGRATION),
            write("POST", "/migration/execute", NONE, MIGRATION),
            write("POST", "/migration/executeAsync", NONE, MIGRATION),
            write(
                    "POST",
                    "/modification/executeAsync",
                    NONE,
                    "{\"processDefinitionId\":\"{definitionId}\",\"processInstanceIds\":[\"{instanceId}\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"task_x\"}]}"),
            write(
                    "POST",
                    "/process-instance/{instanceId}/modification-async",
                    NONE,
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_concludeReReview\"}]}"),
            write(
                    "POST",
                    "/process-definition/{definitionId}/restart",
                    NONE,
                    "{\"processInstanceIds\":[\"{instanceId}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_concludeReReview\"}]}"),
            write(
                    "POST",
                    "/process-definition/{definitionId}/restart-async",
                    NONE,
                    "{\"processInstanceIds\":[\"{instanceId}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_concludeReReview\"}]}"));

    private EngineResources() {}

    private static Row query(String path, Rule rule) {
        return new Row("POST", path, "", rule, "{}", Row.Answer.EMPTY);
    }

    static List<Row> reads() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(OF_TASK);
        rows.addAll(OF_INSTANCE);
        rows.addAll(LISTS);
        rows.addAll(HISTORY);
        rows.addAll(QUERIES);
        return rows;
    }

    static List<Row> writes() {
        List<Row> rows = new ArrayList<>(WORK);
        rows.addAll(OPERATION);
        return rows;
    }

    static List<Row> all() {
        List<Row> rows = reads();
        rows.addAll(writes());
        rows.addAll(ofWebApps());
        return rows;
    }

    /** What only the web apps' own interface has. */
    static List<Row> ofWebApps() {
        String cockpit = "/camunda/api/cockpit/plugin/base/default";
        return List.of(
                query(cockpit + "/process-instance", ADMINISTRATOR),
                query(cockpit + "/process-instance/count", ADMINISTRATOR),
                query(cockpit + "/incident/", ADMINISTRATOR),
                list(cockpit + "/process-definition/statistics", ADMINISTRATOR),
                query(cockpit + "/process-instance/{instanceId}/called-process-instances", ADMINISTRATOR),
                query(cockpit + "/process-definition/{definitionId}/called-process-definitions", ADMINISTRATOR),
                list(cockpit + "/process-instance", NONE),
                list(cockpit + "/incident", NONE),
                list("/camunda/api/tasklist/plugin/tasklistPlugins/default/process-instance", NONE),
                list("/camunda/api/admin/auth/user/default", SIGNED_IN),
                get("/camunda/api/admin/setup/default/user/create", NONE));
    }
}

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

/** Who may use which resource of the engine, at {@code /engine-rest} and as the web apps ask for it. */
final class EngineResources {

    private static final Rule POLICY_OR_ADMINISTRATOR = ADMINISTRATOR.or(Rule.groups("policy-owner"));
    private static final Rule SELF =
            (person, tried) -> tried.ids().get("applicantUser").equals(person.userId());
    private static final String VARIABLE = "{\"value\":\"county-640181\",\"type\":\"String\"}";
    private static final String MODIFICATIONS = "{\"modifications\":{\"applicantGroup\":" + VARIABLE + "}}";

    /** Read by whose task it is, and by the administrator. */
    private static final List<Row> OF_TASK = List.of(
            get("/task/{taskId}", READS_TASK),
            get("/task/{taskId}/form", READS_TASK),
            get("/task/{taskId}/form-variables", READS_TASK),
            get("/task/{taskId}/deployed-form", READS_TASK),
            get("/task/{taskId}/variables", READS_TASK),
            get("/task/{taskId}/variables/{variable}", READS_TASK),
            get("/task/{taskId}/localVariables", READS_TASK),
            get("/task/{taskId}/comment", ADMINISTRATOR),
            get("/task/{taskId}/attachment", ADMINISTRATOR),
            get("/task/{taskId}/attachment/{attachmentId}", ADMINISTRATOR),
            get("/task/{taskId}/attachment/{attachmentId}/data", ADMINISTRATOR),
            get("/task/{taskId}/comment/{commentId}", ADMINISTRATOR));

    private static final List<Row> OF_INSTANCE = List.of(
            get("/process-instance/{instanceId}", ADMINISTRATOR),
            get("/process-instance/{instanceId}/variables", ADMINISTRATOR),
            get("/process-instance/{instanceId}/variables/{variable}", ADMINISTRATOR),
            get("/process-instance/{instanceId}/activity-instances", ADMINISTRATOR),
            get("/process-instance/{instanceId}/comment", ADMINISTRATOR),
            get("/execution/{instanceId}", ADMINISTRATOR),
            get("/execution/{instanceId}/localVariables", ADMINISTRATOR),
            get("/incident/{engineIncidentId}", ADMINISTRATOR),
            get("/job/{jobId}", ADMINISTRATOR),
            get("/history/process-instance/{instanceId}", ADMINISTRATOR),
            get("/history/variable-instance/{variableId}", ADMINISTRATOR));

    private static final List<Row> LISTS = List.of(
            list("/task", SIGNED_IN),
            list("/task/count", SIGNED_IN),
            list("/process-instance", ADMINISTRATOR),
            list("/process-instance/count", ADMINISTRATOR),
            list("/execution", ADMINISTRATOR),
            list("/execution/count", ADMINISTRATOR),
            list("/variable-instance", SIGNED_IN),
            list("/variable-instance/count", SIGNED_IN),
            list("/incident", ADMINISTRATOR),
            list("/incident/count", ADMINISTRATOR),
            list("/job", ADMINISTRATOR),
            list("/job/count", ADMINISTRATOR),
            list("/job-definition", POLICY_OR_ADMINISTRATOR.or(SIGNED_IN)),
            list("/event-subscription", ADMINISTRATOR),
            list("/external-task", ADMINISTRATOR),
            list("/external-task/topic-names", ADMINISTRATOR),
            list("/batch", ADMINISTRATOR),
            list("/batch/statistics", ADMINISTRATOR),
            list("/deployment", POLICY_OR_ADMINISTRATOR),
            list("/authorization", ADMINISTRATOR),
            list("/user", SIGNED_IN),
            list("/user/count", SIGNED_IN),
            list("/group", SIGNED_IN),
            list("/group/count", SIGNED_IN),
            list("/tenant", ADMINISTRATOR),
            list("/filter", SIGNED_IN),
            list("/process-definition", SIGNED_IN),
            list("/process-definition/statistics", ADMINISTRATOR),
            list("/decision-definition", POLICY_OR_ADMINISTRATOR),
            list("/case-instance", ADMINISTRATOR),
            list("/case-execution", ADMINISTRATOR),
            list("/metrics", ADMINISTRATOR),
            list("/metrics/activity-instance-start/sum", ADMINISTRATOR),
            list("/schema/log", ADMINISTRATOR),
            list("/telemetry/data", ADMINISTRATOR),
            list("/task/report/candidate-group-count", ADMINISTRATOR),
            list("/user/{applicantUser}/profile", ADMINISTRATOR.or(SELF)),
            list("/group/{applicantGroup}", ADMINISTRATOR.or(Rule.APPLICANT_OF_CASE)),
            list("/identity/groups", SIGNED_IN).query("?userId={applicantUser}"),
            list("/task", READS_TASK).query("?processInstanceBusinessKey={caseNumber}"),
            list("/task/count", READS_TASK).query("?processInstanceBusinessKey={caseNumber}"),
            list("/task", SIGNED_IN).query("?processVariables=clusterName_like_%25"),
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
            list("/history/external-task-log", ADMINISTRATOR),
            list("/history/user-operation", ADMINISTRATOR),
            list("/history/user-operation/count", ADMINISTRATOR),
            list("/history/process-instance/report", ADMINISTRATOR).query("?reportType=duration&periodUnit=month"),
            list("/history/process-definition/{definitionId}/statistics", ADMINISTRATOR));

    /** Reading by POST, as Tasklist and Cockpit do. */
    private static final List<Row> QUERIES = List.of(
            query("/task", SIGNED_IN),
            query("/process-instance", ADMINISTRATOR),
            query("/execution", ADMINISTRATOR),
            query("/variable-instance", SIGNED_IN),
            query("/job", ADMINISTRATOR),
            query("/history/process-instance", ADMINISTRATOR),
            query("/history/task", ADMINISTRATOR),
            query("/history/variable-instance", ADMINISTRATOR));

    /** By those whose task it is; not even by the administrator, who would decide in a clerk's or a leader's place. */
    private static final List<Row> WORK = List.of(
            write("POST", "/task/{taskId}/claim", WORKS_ON_TASK, "{\"userId\":\"{self}\"}"),
            write("POST", "/task/{taskId}/complete", WORKS_ON_TASK, "{}"),
            write("POST", "/task/{taskId}/submit-form", WORKS_ON_TASK, "{}"),
            write("POST", "/task/{taskId}/resolve", WORKS_ON_TASK, "{}"),
            write("POST", "/task/{taskId}/bpmnError", ADMINISTRATOR, "{\"errorCode\":\"x\"}"),
            write("POST", "/task/{taskId}/bpmnEscalation", ADMINISTRATOR, "{\"escalationCode\":\"x\"}"),
            write("POST", "/task/{taskId}/comment/create", ADMINISTRATOR, "{\"message\":\"x\"}"));

    /** By the administrator alone. */
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
            write("PUT", "/task/{taskId}", ADMINISTRATOR, "{\"name\":\"x\"}"),
            write("DELETE", "/task/{taskId}", ADMINISTRATOR, null),
            write("POST", "/task/create", ADMINISTRATOR, "{\"name\":\"x\",\"assignee\":\"{self}\"}"),
            write("POST", "/task/{taskId}/variables", ADMINISTRATOR, MODIFICATIONS),
            write("PUT", "/task/{taskId}/variables/applicantGroup", ADMINISTRATOR, VARIABLE),
            write("PUT", "/task/{taskId}/localVariables/x", ADMINISTRATOR, VARIABLE),
            write("DELETE", "/task/{taskId}/variables/applicantGroup", ADMINISTRATOR, null),
            write("DELETE", "/task/{taskId}/comment/{commentId}", ADMINISTRATOR, null),
            write("DELETE", "/task/{taskId}/attachment/{attachmentId}", ADMINISTRATOR, null),
            write(
                    "POST",
                    "/message",
                    ADMINISTRATOR,
                    "{\"messageName\":\"recognition.withdrawn\",\"businessKey\":\"{caseNumber}\"}"),
            write("POST", "/message", ADMINISTRATOR, "{\"messageName\":\"x\",\"businessKey\":\"{caseNumber}\"}"),
            write("POST", "/signal", ADMINISTRATOR, "{\"name\":\"x\"}"),
            write("POST", "/execution/{instanceId}/signal", ADMINISTRATOR, "{}"),
            write(
                    "POST",
                    "/execution/{instanceId}/messageSubscriptions/recognition.withdrawn/trigger",
                    ADMINISTRATOR,
                    "{}"),
            write("POST", "/process-instance/{instanceId}/variables", ADMINISTRATOR, MODIFICATIONS),
            write("PUT", "/process-instance/{instanceId}/variables/applicantGroup", ADMINISTRATOR, VARIABLE),
            write("PUT", "/process-instance/{instanceId}/suspended", ADMINISTRATOR, "{\"suspended\":true}"),
            write(
                    "PUT",
                    "/process-instance/suspended",
                    ADMINISTRATOR,
                    "{\"suspended\":true,\"processInstanceIds\":[\"{instanceId}\"]}"),
            write("DELETE", "/process-instance/{instanceId}", ADMINISTRATOR, null),
            write("POST", "/process-instance/delete", ADMINISTRATOR, "{\"processInstanceIds\":[\"{instanceId}\"]}"),
            write(
                    "POST",
                    "/process-instance/suspended-async",
                    ADMINISTRATOR,
                    "{\"suspended\":true,\"processInstanceIds\":[\"{instanceId}\"]}"),
            write(
                    "POST",
                    "/process-instance/{instanceId}/modification",
                    ADMINISTRATOR,
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_concludeReReview\"}]}"),
            write(
                    "POST",
                    "/process-instance/message-async",
                    ADMINISTRATOR,
                    "{\"messageName\":\"recognition.withdrawn\",\"processInstanceIds\":[\"{instanceId}\"]}"),
            write(
                    "POST",
                    "/process-instance/variables-async",
                    ADMINISTRATOR,
                    "{\"processInstanceIds\":[\"{instanceId}\"],\"variables\":{\"x\":" + VARIABLE + "}}"),
            write("PUT", "/job/{jobId}/retries", ADMINISTRATOR, "{\"retries\":0}"),
            write("POST", "/job/{jobId}/execute", ADMINISTRATOR, "{}"),
            write("PUT", "/job/{jobId}/duedate", ADMINISTRATOR, "{\"duedate\":\"2020-01-01T00:00:00.000+0800\"}"),
            write("PUT", "/job/{jobId}/suspended", ADMINISTRATOR, "{\"suspended\":true}"),
            write("POST", "/process-definition/key/recognitionBatch/start", ADMINISTRATOR.or(Rule.OFFICER), "{}"),
            write("POST", "/process-definition/key/publicNotice/start", ADMINISTRATOR, "{}"),
            write("POST", "/process-definition/key/clusterTerm/start", ADMINISTRATOR, "{}"),
            write("PUT", "/process-definition/{definitionId}/suspended", ADMINISTRATOR, "{\"suspended\":true}"),
            write("DELETE", "/process-definition/{definitionId}", ADMINISTRATOR, null),
            write("DELETE", "/deployment/{deploymentId}", ADMINISTRATOR, null),
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
                    ADMINISTRATOR.or(SELF),
                    "{\"password\":\"Another#Word2026\",\"authenticatedUserPassword\":\"Ningxia#Jiqun2026\"}"),
            write(
                    "PUT",
                    "/user/{applicantUser}/profile",
                    ADMINISTRATOR.or(SELF),
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
            write(
                    "POST",
                    "/external-task/fetchAndLock",
                    ADMINISTRATOR,
                    "{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}"),
            write("DELETE", "/history/process-instance/{instanceId}", ADMINISTRATOR, null),
            write(
                    "POST",
                    "/history/process-instance/delete",
                    ADMINISTRATOR,
                    "{\"historicProcessInstanceIds\":[\"{instanceId}\"]}"),
            write("POST", "/history/cleanup", ADMINISTRATOR, "{}"),
            write(
                    "POST",
                    "/modification/execute",
                    ADMINISTRATOR,
                    "{\"processDefinitionId\":\"{definitionId}\",\"processInstanceIds\":[\"{instanceId}\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"task_x\"}]}"));

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

    /** What only the web apps' own interface has. */
    static List<Row> ofWebApps() {
        return List.of(
                list("/camunda/api/cockpit/plugin/base/default/process-instance", ADMINISTRATOR),
                list("/camunda/api/cockpit/plugin/base/default/incident", ADMINISTRATOR),
                list(
                        "/camunda/api/cockpit/plugin/base/default/process-instance/{instanceId}/called-process-instances",
                        ADMINISTRATOR),
                list(
                        "/camunda/api/cockpit/plugin/base/default/process-definition/{definitionId}/called-process-definitions",
                        ADMINISTRATOR),
                list("/camunda/api/tasklist/plugin/tasklistPlugins/default/process-instance", NONE),
                list("/camunda/api/admin/auth/user/default", SIGNED_IN),
                get("/camunda/api/admin/setup/default/user/create", NONE));
    }
}

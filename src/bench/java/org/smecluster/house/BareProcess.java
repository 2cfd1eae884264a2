package org.smecluster.house;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What Camunda alone takes for the steps and variables of an application until the city's review: an engine beside ours on
 * the same PostgreSQL, full history, authorisations on, no listener, no data but the variables. They are those that one of
 * our own cases has left.
 */
final class BareProcess implements AutoCloseable {

    private static final String GROUP = "city-6402";

    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final Map<String, Object> ofCase = new HashMap<>();
    private final Map<String, Object> ofFiling = new HashMap<>();

    /** Of each kind of task: what its form is offered. */
    private final Map<String, Map<String, Object>> ofTasks = new HashMap<>();

    BareProcess(DataSource ours, ProcessEngine our, ProcessInstance example) throws SQLException {
        JdbcClient.create(ours).sql("create database bare").update();
        pool = new HikariDataSource();
        pool.setJdbcUrl(ours.unwrap(HikariDataSource.class).getJdbcUrl().replaceFirst("/postgres\\?", "/bare?"));
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(Statements.counted(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(true);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(Map.of("offer", (TaskListener) this::offer, "assess", (JavaDelegate) this::assess));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bareFiling.bpmn", filing())
                .addModelInstance("bareCase.bpmn", application())
                .deploy();
        for (Resources resource : List.of(Resources.PROCESS_DEFINITION, Resources.PROCESS_INSTANCE, Resources.TASK)) {
            Authorization everybody =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            everybody.setResource(resource);
            everybody.setResourceId(Authorization.ANY);
            everybody.addPermission(Permissions.ALL);
            engine.getAuthorizationService().saveAuthorization(everybody);
        }
        readVariables(our, example);
    }

    private static BpmnModelInstance filing() {
        return Bpmn.createExecutableProcess("bareFiling")
                .startEvent()
                .userTask("task_enterData")
                .camundaCandidateGroups("${applicantGroup}")
                .camundaTaskListenerDelegateExpression("create", "${offer}")
                .serviceTask("service_assess")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${assess}")
                .userTask("task_confirmAndSubmit")
                .camundaCandidateGroups("${applicantGroup}")
                .camundaTaskListenerDelegateExpression("create", "${offer}")
                .exclusiveGateway()
                .serviceTask("service_freeze")
                .camundaExpression("${true}")
                .endEvent()
                .done();
    }

    private static BpmnModelInstance application() {
        return Bpmn.createExecutableProcess("bareCase")
                .startEvent()
                .serviceTask("decide_eligibility")
                .camundaExpression("${true}")
                .exclusiveGateway()
                .callActivity("call_file")
                .calledElement("bareFiling")
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .camundaIn("applicantGroup", "applicantGroup")
                .camundaIn("cityGroup", "cityGroup")
                .boundaryEvent("event_expired")
                .timerWithDuration("P30D")
                .endEvent()
                .moveToActivity("call_file")
                .userTask("task_decideAcceptance")
                .camundaCandidateGroups("${cityGroup}")
                .camundaTaskListenerDelegateExpression("create", "${offer}")
                .exclusiveGateway()
                .userTask("task_reviewPreliminarily")
                .camundaCandidateGroups("${cityGroup}")
                .camundaTaskListenerDelegateExpression("create", "${offer}")
                .endEvent()
                .done();
    }

    private void readVariables(ProcessEngine our, ProcessInstance example) {
        Map<String, String> tasks = new HashMap<>();
        our.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(example.getBusinessKey())
                .list()
                .forEach(task -> tasks.put(task.getId(), task.getTaskDefinitionKey()));
        our
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(example.getBusinessKey())
                .list()
                .stream()
                .flatMap(instance -> our
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .disableCustomObjectDeserialization()
                        .list()
                        .stream())
                .forEach(variable -> {
                    Map<String, Object> place = variable.getTaskId() != null
                            ? ofTasks.computeIfAbsent(
                                    tasks.getOrDefault(variable.getTaskId(), ""), each -> new HashMap<>())
                            : variable.getProcessInstanceId().equals(example.getId()) ? ofCase : ofFiling;
                    Object value = variable.getTypedValue().getValue();
                    place.put(variable.getName(), plain(value) ? value : String.valueOf(value));
                });
        ofFiling.keySet().removeAll(List.of("applicantGroup", "cityGroup"));
        // a task's own copies stand in no history
        for (String key : tasks.values()) {
            Map<String, Object> offered = ofTasks.computeIfAbsent(key, each -> new HashMap<>());
            offered.put("taskCaseNumber", ofCase.get("caseNumber"));
            offered.put("taskClusterName", ofCase.get("clusterName"));
        }
    }

    private static boolean plain(Object value) {
        return value == null || value instanceof Number || value instanceof Boolean || value instanceof String;
    }

    String variables() {
        return ofCase.size() + " + " + ofFiling.size() + " + "
                + ofTasks.values().stream().mapToInt(Map::size).sum();
    }

    private void offer(DelegateTask task) {
        task.setVariablesLocal(ofTasks.getOrDefault(task.getTaskDefinitionKey(), Map.of()));
    }

    private void assess(DelegateExecution execution) {
        execution.setVariables(ofFiling);
    }

    void toCityReview(int number, Stopwatch watch) {
        engine.getIdentityService().setAuthentication("bare", List.of("camunda-admin", GROUP));
        ProcessInstance instance = watch.time(
                "start", () -> engine.getRuntimeService().startProcessInstanceByKey("bareCase", "B-" + number, ofCase));
        complete(instance, "task_enterData", watch);
        for (Job job : engine.getManagementService()
                .createJobQuery()
                .messages()
                .executable()
                .list()) {
            watch.time("job", () -> {
                engine.getManagementService().executeJob(job.getId());
                return null;
            });
        }
        complete(instance, "task_confirmAndSubmit", watch);
        complete(instance, "task_decideAcceptance", watch);
        engine.getIdentityService().clearAuthentication();
    }

    private void complete(ProcessInstance instance, String key, Stopwatch watch) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(instance.getBusinessKey())
                .taskDefinitionKey(key)
                .singleResult();
        watch.time(key, () -> {
            engine.getTaskService().complete(task.getId());
            return null;
        });
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}

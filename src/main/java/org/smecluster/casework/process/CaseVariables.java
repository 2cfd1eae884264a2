package org.smecluster.casework.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.smecluster.casework.CaseRecord;
import org.smecluster.engine.Variable;

/** The variables that every case has: whose it is, so that tasks find their group and lists can be read. */
public final class CaseVariables {

    public static final Variable<String> CASE_NUMBER = Variable.ofString("caseNumber");
    /** Null until the cluster has entered the registry. */
    public static final Variable<String> CLUSTER_NUMBER = Variable.ofString("clusterNumber");

    public static final Variable<String> CLUSTER_NAME = Variable.ofString("clusterName");
    public static final Variable<String> APPLICANT_GROUP = Variable.ofString("applicantGroup");
    public static final Variable<String> CITY_GROUP = Variable.ofString("cityGroup");

    private CaseVariables() {}

    /** In a start event's listener: the case's number becomes the business key. */
    public static void begin(DelegateExecution execution, CaseRecord record) {
        execution.setProcessBusinessKey(record.caseNumber());
        execution.setVariables(of(record));
    }

    /** For a process that is started by a message. */
    public static Map<String, Object> of(CaseRecord record) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(CASE_NUMBER.name(), record.caseNumber());
        variables.put(CLUSTER_NUMBER.name(), record.clusterNumber());
        variables.put(CLUSTER_NAME.name(), record.clusterName());
        variables.put(APPLICANT_GROUP.name(), record.applicantGroup());
        variables.put(CITY_GROUP.name(), record.cityGroup());
        return variables;
    }
}

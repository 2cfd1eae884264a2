package org.smecluster.engine.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.smecluster.security.Role;

/**
 * The table of rights. Tasks are not in it: each task's candidates may read, claim and complete that task, and nobody
 * else sees it. Nobody but the administrator has a right on histories, instances or variables.
 */
final class GroupRights {

    private static final String ANY = "*";

    private static final Map<Role, List<Grant>> RIGHTS = Map.of(
            Role.APPLICANT,
                    concat(
                            works(),
                            starts("cultivationAdmission", "clusterRecognition", "renewalReview", "changeFiling"),
                            reads("dataFiling", "revocation")),
            Role.CITY,
                    concat(
                            works(),
                            starts("practiceCase"),
                            reads(
                                    "cultivationAdmission",
                                    "clusterRecognition",
                                    "renewalReview",
                                    "dataFiling",
                                    "changeFiling",
                                    "annualMonitoring",
                                    "annualReport")),
            Role.PROVINCE_OFFICER,
                    concat(
                            works(),
                            starts(
                                    "recognitionBatch",
                                    "reviewRound",
                                    "changeFiling",
                                    "annualMonitoring",
                                    "nationalRecommendation",
                                    "revocation",
                                    "lateObjection"),
                            reads(
                                    "cultivationAdmission",
                                    "clusterRecognition",
                                    "dataFiling",
                                    "reviewChecks",
                                    "publicNotice",
                                    "clusterTerm",
                                    "renewalReview",
                                    "annualReport",
                                    "practiceCase")),
            Role.PROVINCE_LEADER,
                    concat(
                            works(),
                            reads(
                                    "cultivationAdmission",
                                    "recognitionBatch",
                                    "clusterRecognition",
                                    "dataFiling",
                                    "reviewChecks",
                                    "publicNotice",
                                    "clusterTerm",
                                    "reviewRound",
                                    "renewalReview",
                                    "changeFiling",
                                    "annualMonitoring",
                                    "annualReport",
                                    "revocation",
                                    "practiceCase",
                                    "lateObjection",
                                    "nationalRecommendation")),
            Role.EXPERT, concat(works(), reads("clusterRecognition", "renewalReview", "reviewChecks")),
            Role.POLICY_OWNER, deploys(),
            Role.ADMINISTRATOR, operates());

    private GroupRights() {}

    /** What members of a group of the role may do, apart from the shared task filters. */
    static List<Grant> of(Role role) {
        return RIGHTS.get(role);
    }

    /** Whether the role works on tasks, and so reads the shared filters in Tasklist. */
    static boolean worksOnTasks(Role role) {
        return RIGHTS.get(role).containsAll(works());
    }

    static Grant readsFilter(String filterId) {
        return Grant.of(FILTER, filterId, READ);
    }

    private static List<Grant> works() {
        return List.of(Grant.of(APPLICATION, "tasklist", ACCESS));
    }

    private static List<Grant> starts(String... processKeys) {
        return Stream.concat(
                        Arrays.stream(processKeys).map(key -> Grant.of(PROCESS_DEFINITION, key, READ, CREATE_INSTANCE)),
                        Stream.of(Grant.of(PROCESS_INSTANCE, ANY, CREATE)))
                .toList();
    }

    /** The diagram beside a task. */
    private static List<Grant> reads(String... processKeys) {
        return Arrays.stream(processKeys)
                .map(key -> Grant.of(PROCESS_DEFINITION, key, READ))
                .toList();
    }

    /** Models, and trying a decision on made-up figures; no instance, task or history. */
    private static List<Grant> deploys() {
        return List.of(
                Grant.of(DEPLOYMENT, ANY, CREATE, READ),
                Grant.of(PROCESS_DEFINITION, ANY, READ),
                Grant.of(DECISION_DEFINITION, ANY, READ, CREATE_INSTANCE),
                Grant.of(DECISION_REQUIREMENTS_DEFINITION, ANY, READ));
    }

    private static List<Grant> operates() {
        return Arrays.stream(Resources.values())
                .map(resource -> Grant.of(resource, ANY, ALL))
                .toList();
    }

    @SafeVarargs
    private static List<Grant> concat(List<Grant>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}

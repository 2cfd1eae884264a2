package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.Units;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class RightsFollowTheTableTest {

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private FilterService filterService;

    @Autowired
    private Provisioning provisioning;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient database;

    private boolean may(String group, Permission permission, Resource resource, String id) {
        return authorizationService.isUserAuthorized("somebody-of-" + group, List.of(group), permission, resource, id);
    }

    @ParameterizedTest(name = "{0}：申报 {1}，批次 {2}，案例 {3}，待办 {4}，监控 {5}，部署 {6}")
    @CsvSource({
        "county-640221,    true,  false, false, true,  false, false",
        "park-ningdong,    true,  false, false, true,  false, false",
        "city-6402,        false, false, true,  true,  false, false",
        "province-officer, false, true,  false, true,  false, false",
        "province-leader,  false, false, false, true,  false, false",
        "expert,           false, false, false, true,  false, false",
        "policy-owner,     false, false, false, false, false, true",
        "camunda-admin,    true,  true,  true,  true,  true,  true",
        "county-999999,    false, false, false, false, false, false",
    })
    @DisplayName("各组能做的，不多不少")
    void whatEachGroupMay(
            String group,
            boolean applies,
            boolean opensBatch,
            boolean handsInPractice,
            boolean tasklist,
            boolean cockpit,
            boolean deploys) {
        for (String ofUnits : List.of("clusterRecognition", "cultivationAdmission", "renewalReview")) {
            assertThat(may(group, CREATE_INSTANCE, PROCESS_DEFINITION, ofUnits)).isEqualTo(applies);
        }
        for (String ofOfficers : List.of(
                "recognitionBatch",
                "reviewRound",
                "annualMonitoring",
                "nationalRecommendation",
                "revocation",
                "lateObjection")) {
            assertThat(may(group, CREATE_INSTANCE, PROCESS_DEFINITION, ofOfficers))
                    .isEqualTo(opensBatch);
        }
        assertThat(may(group, CREATE_INSTANCE, PROCESS_DEFINITION, "changeFiling"))
                .isEqualTo(applies || opensBatch);
        assertThat(may(group, CREATE_INSTANCE, PROCESS_DEFINITION, "practiceCase"))
                .isEqualTo(handsInPractice);
        assertThat(may(group, CREATE, PROCESS_INSTANCE, "*")).isEqualTo(applies || opensBatch || handsInPractice);
        assertThat(may(group, ACCESS, APPLICATION, "tasklist")).isEqualTo(tasklist);
        assertThat(may(group, ACCESS, APPLICATION, "cockpit")).isEqualTo(cockpit);
        assertThat(may(group, ACCESS, APPLICATION, "admin")).isEqualTo(cockpit);
        assertThat(may(group, CREATE, DEPLOYMENT, "*")).isEqualTo(deploys);
        assertThat(may(group, READ, PROCESS_INSTANCE, "any")).isEqualTo(cockpit);
        for (Permission onCases : List.of(READ_INSTANCE, UPDATE_INSTANCE, READ_HISTORY)) {
            assertThat(may(group, onCases, PROCESS_DEFINITION, "clusterRecognition"))
                    .isEqualTo(cockpit);
        }
    }

    @Test
    @DisplayName("5 个市、22 个县（市、区）和各园区，每个单位都有自己的组")
    void everyUnitHasItsGroup() {
        assertThat(units.all().stream().filter(unit -> unit.level() == UnitLevel.CITY))
                .hasSize(5);
        assertThat(units.counties()).hasSize(22);
        for (Unit unit : units.all()) {
            assertThat(identityService
                            .createGroupQuery()
                            .groupId(unit.group())
                            .groupType("WORKFLOW")
                            .count())
                    .as(unit.group())
                    .isOne();
        }
    }

    @Test
    @DisplayName("重复启动什么也不变")
    void repeatingChangesNothing() {
        long rights = authorizationService.createAuthorizationQuery().count();
        provisioning.provision();
        assertThat(authorizationService.createAuthorizationQuery().count()).isEqualTo(rights);
        assertThat(filterService.createTaskFilterQuery().count()).isEqualTo(4);
    }

    @Test
    @DisplayName("区划表里加一个园区，它就有了组和申报的权利")
    void aNewUnit() {
        try {
            database.sql("insert into region_unit values ('new-zone', '新设园区', 'PARK', '640221', 'OPERATOR')")
                    .update();
            provisioning.provision();
            assertThat(identityService
                            .createGroupQuery()
                            .groupId("park-new-zone")
                            .singleResult()
                            .getName())
                    .isEqualTo("新设园区");
            assertThat(may("park-new-zone", CREATE_INSTANCE, PROCESS_DEFINITION, "clusterRecognition"))
                    .isTrue();
        } finally {
            identityService.deleteGroup("park-new-zone");
            authorizationService
                    .createAuthorizationQuery()
                    .groupIdIn("park-new-zone")
                    .list()
                    .forEach(authorization -> authorizationService.deleteAuthorization(authorization.getId()));
            database.sql("delete from region_unit where code = 'new-zone'").update();
        }
    }
}

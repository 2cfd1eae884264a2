package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.absence.Departures;
import org.smecluster.absence.engine.Handover;
import org.smecluster.engine.LastAdministrator;
import org.smecluster.law.Refusal;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.security.Account;
import org.smecluster.support.Forgotten;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("最后一位能登录的系统管理员：删不掉、移不出组、停用不了，权限收不回，两人同时互删也留下一人")
class LastAdministratorTest {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String SECOND = "admin-2";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Handover handover;

    @Autowired
    private Departures departures;

    @AfterEach
    void onlyTheFirst() {
        identity.clearAuthentication();
        if (identity.createUserQuery()
                        .userId("admin")
                        .memberOfGroup(ADMINISTRATORS)
                        .count()
                == 0) {
            identity.createMembership("admin", ADMINISTRATORS);
        }
        Forgotten.user(SECOND, identity, database);
    }

    private void second() {
        User user = identity.newUser(SECOND);
        user.setFirstName("第");
        user.setLastName("二");
        user.setPassword(SampleUsers.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(SECOND, ADMINISTRATORS);
    }

    private static void isRefused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    @DisplayName("两个接口都删不掉、移不出组；组也删不掉；加了第二位就可以，再轮到第二位又不行")
    void byBothInterfaces() {
        for (RestCall admin : List.of(RestCall.as("admin", port), RestCall.basic("admin", port))) {
            isRefused(admin.delete("/user/admin"), LastAdministrator.STAYS);
            isRefused(admin.delete("/group/camunda-admin/members/admin"), LastAdministrator.STAYS);
            isRefused(admin.delete("/group/camunda-admin"), "系统管理员组不能删除");
        }
        second();
        assertThat(RestCall.basic("admin", port)
                        .delete("/group/camunda-admin/members/admin")
                        .statusCode())
                .isEqualTo(204);
        assertThatThrownBy(() -> identity.deleteUser(SECOND))
                .isInstanceOf(AuthorizationException.class)
                .hasMessage(LastAdministrator.STAYS);
        assertThatThrownBy(() -> identity.deleteMembership(SECOND, ADMINISTRATORS))
                .isInstanceOf(AuthorizationException.class);
        assertThat(identity.createUserQuery().memberOfGroup(ADMINISTRATORS).count())
                .isOne();
    }

    @Test
    @DisplayName("停用的账号不算：只剩停用的，就不能再停用或删除另一位")
    void aClosedAccountIsNobody() {
        second();
        departures.close(SECOND, "admin");
        assertThatThrownBy(() -> identity.deleteUser("admin")).hasMessage(LastAdministrator.STAYS);
        departures.reopen(SECOND);
        departures.close("admin", SECOND);
        try {
            Account admin = new Account("admin", "管理员", List.of(ADMINISTRATORS));
            assertThatThrownBy(() -> handover.handOver(SECOND, java.util.Map.of(), java.util.Map.of(), admin))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(LastAdministrator.STAYS);
            assertThat(departures.closed(SECOND)).isFalse();
        } finally {
            departures.reopen("admin");
        }
    }

    @Test
    @DisplayName("两位管理员同时移除对方、同时删除对方：总有一位留下")
    void eachOtherAtOnce() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 4; round++) {
                second();
                boolean deletes = round % 2 == 0;
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Boolean>> removals = new ArrayList<>();
                for (String userId : List.of("admin", SECOND)) {
                    removals.add(two.submit(() -> {
                        start.await();
                        try {
                            if (deletes && userId.equals(SECOND)) {
                                identity.deleteUser(userId);
                            } else {
                                identity.deleteMembership(userId, ADMINISTRATORS);
                            }
                            return true;
                        } catch (AuthorizationException refused) {
                            return false;
                        }
                    }));
                }
                assertThat(Stream.of(removals.get(0).get(), removals.get(1).get()))
                        .as("round %d: which removals went through", round)
                        .containsExactlyInAnyOrder(true, false);
                assertThat(identity.createUserQuery()
                                .memberOfGroup(ADMINISTRATORS)
                                .count())
                        .isOne();
                onlyTheFirst();
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    @DisplayName("系统管理员组的权限：删不掉、改不小，也不能另设收回；别人的权限照常可以")
    void theRightsStay() {
        RestCall admin = RestCall.as("admin", port);
        List<Authorization> all = authorizations
                .createAuthorizationQuery()
                .groupIdIn(ADMINISTRATORS)
                .list();
        assertThat(all).hasSizeGreaterThan(10);
        Authorization users = authorizations
                .createAuthorizationQuery()
                .groupIdIn(ADMINISTRATORS)
                .resourceType(Resources.USER)
                .singleResult();
        isRefused(admin.delete("/authorization/" + users.getId()), "不能收回或更改");
        isRefused(
                admin.put(
                        "/authorization/" + users.getId(),
                        "{\"permissions\":[\"READ\"],\"groupId\":\"camunda-admin\",\"resourceType\":1,\"resourceId\":\"*\"}"),
                "不能收回或更改");
        for (String whom : List.of("\"groupId\":\"camunda-admin\"", "\"userId\":\"admin\"", "\"userId\":\"*\"")) {
            String revoke =
                    "{\"type\":2,\"permissions\":[\"ALL\"]," + whom + ",\"resourceType\":1,\"resourceId\":\"*\"}";
            isRefused(admin.post("/authorization/create", revoke), "不能收回或更改");
        }
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(ADMINISTRATORS)
                        .count())
                .isEqualTo(all.size());

        Authorization other = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        other.setUserId("pingluo");
        other.setResource(Resources.APPLICATION);
        other.setResourceId("cockpit");
        other.addPermission(Permissions.ACCESS);
        String id = authorizations.saveAuthorization(other).getId();
        assertThat(admin.delete("/authorization/" + id).statusCode()).isEqualTo(204);
    }
}

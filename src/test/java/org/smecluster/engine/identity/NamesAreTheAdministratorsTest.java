package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.Forgotten;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("姓名、邮箱和组由系统管理员维护：谁也不能给自己改成审定人员的名字")
class NamesAreTheAdministratorsTest {

    private static final String NEWCOMER = "newcomer";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private IdentityService identity;

    @AfterEach
    void gone() {
        identity.clearAuthentication();
        Forgotten.user(NEWCOMER, identity, database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pingluo", "ningdong", "city-shizuishan", "officer-1", "leader-2", "expert-wang", "policy"})
    @DisplayName("两个接口都拒绝改自己的姓名和别人的姓名")
    void byBothInterfaces(String userId) {
        String before = name(userId);
        for (RestCall person : List.of(RestCall.as(userId, port), RestCall.basic(userId, port))) {
            for (String whose : List.of(userId, "leader")) {
                String leader = "{\"id\":\"" + whose + "\",\"firstName\":\"沈\",\"lastName\":\"维民\",\"email\":\"x@x\"}";
                assertThat(person.put("/user/" + whose + "/profile", leader).statusCode())
                        .isEqualTo(403);
                assertThat(person.put("/group/province-leader/members/" + userId, "")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(name(userId)).isEqualTo(before);
        assertThat(RestCall.as(userId, port).get("/user/" + userId + "/profile").statusCode())
                .as("one's own name is read")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("引擎本身也拒绝新建的账号；系统管理员可以")
    void atTheEngine() {
        User user = identity.newUser(NEWCOMER);
        user.setFirstName("新");
        user.setLastName("人");
        user.setPassword(SampleUsers.PASSWORD);
        identity.saveUser(user);
        takesTheName(NEWCOMER);

        assertThat(RestCall.as("admin", port)
                        .put("/user/newcomer/profile", "{\"id\":\"newcomer\",\"firstName\":\"改\",\"lastName\":\"名\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(name(NEWCOMER)).isEqualTo("改名");
    }

    private void takesTheName(String userId) {
        User self = identity.createUserQuery().userId(userId).singleResult();
        self.setFirstName("沈");
        self.setLastName("维民");
        identity.setAuthentication(userId, List.of("county-640221"));
        assertThatThrownBy(() -> identity.saveUser(self)).isInstanceOf(AuthorizationException.class);
        identity.clearAuthentication();
    }

    private String name(String userId) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        return user.getFirstName() + user.getLastName();
    }
}

package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.security.AccountStates;
import org.smecluster.security.AuditKind;
import org.smecluster.security.AuditTrail;
import org.smecluster.security.ClosedAccounts;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final String SECRET = "Long&Secret-2026";

    private final UserAccounts users = mock(UserAccounts.class);
    private final ClosedAccounts closed = mock(ClosedAccounts.class);
    private final AccountStates states = mock(AccountStates.class);
    private final AuditTrail audit = mock(AuditTrail.class);

    private ApplicationContextRunner application(String... properties) {
        return new ApplicationContextRunner()
                .withBean(UserAccounts.class, () -> users)
                .withBean(ClosedAccounts.class, () -> closed)
                .withBean(AccountStates.class, () -> states)
                .withBean(AuditTrail.class, () -> audit)
                .withUserConfiguration(SampleUsers.class, FirstAdministrator.class)
                .withPropertyValues(properties);
    }

    private void start(String... properties) {
        application(properties)
                .withPropertyValues("spring.profiles.active=production")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(SampleUsers.class);
                    assertThatCode(() ->
                                    context.getBean(FirstAdministrator.class).run(null))
                            .doesNotThrowAnyException();
                });
    }

    @Test
    @DisplayName("正式环境没有示例用户，第一个管理员取自环境变量，首次登录要改密码，记入安全日志")
    void production() {
        start("SMECLUSTER_ADMIN_PASSWORD=" + SECRET);
        verify(users).create("admin", "管理员", SECRET, "camunda-admin");
        verify(states).mustChange("admin");
        verify(audit).record(eq(AuditKind.FIRST_ADMINISTRATOR), eq("admin"), any());
    }

    @Test
    @DisplayName("已有管理员，或没有给密码，就不再新建，也不授权")
    void onlyOnce() {
        when(users.in("camunda-admin")).thenReturn(List.of("wang"));
        when(users.exists("admin")).thenReturn(true);
        start("SMECLUSTER_ADMIN_PASSWORD=" + SECRET);
        when(users.in("camunda-admin")).thenReturn(List.of());
        when(users.exists("admin")).thenReturn(false);
        start();
        verify(users, never()).create(any(), any(), any(), any());
        verify(users, never()).join(any(), any());
    }

    @Test
    @DisplayName("最后一个管理员被移出，用户admin还在：授权，不动密码，照常启动，并留下记录")
    void theUserIsThere(CapturedOutput log) {
        when(users.exists("admin")).thenReturn(true);
        start("SMECLUSTER_ADMIN_PASSWORD=" + SECRET);
        verify(users).join("admin", "camunda-admin");
        verify(users, never()).create(any(), any(), any(), any());
        verify(states, never()).mustChange(any());
        verify(audit).record(eq(AuditKind.FIRST_ADMINISTRATOR), eq("admin"), any());
        assertThat(log).contains("已有的账号 admin 现在是系统管理员").doesNotContain(SECRET);
    }

    @Test
    @DisplayName("管理员都已停用，等于没有管理员；停用的账号不授权，只说怎么办")
    void closedAdministrators(CapturedOutput log) {
        when(users.in("camunda-admin")).thenReturn(List.of("admin"));
        when(users.exists("admin")).thenReturn(true);
        when(closed.closed("admin")).thenReturn(true);
        start("SMECLUSTER_ADMIN_PASSWORD=" + SECRET);
        verify(users, never()).join(any(), any());
        assertThat(log).contains("请把 SMECLUSTER_ADMIN_ID 设为另一个账号");

        start("SMECLUSTER_ADMIN_ID=second", "SMECLUSTER_ADMIN_PASSWORD=" + SECRET);
        verify(users).create("second", "管理员", SECRET, "camunda-admin");
    }

    @Test
    @DisplayName("密码不合要求：不新建，说明原因，照常启动，日志里没有密码")
    void refused(CapturedOutput log) {
        doThrow(new IllegalArgumentException("密码不符合要求")).when(users).create(any(), any(), any(), any());
        start("SMECLUSTER_ADMIN_PASSWORD=too-short");
        assertThat(log).contains("admin 也没能成为系统管理员。原因：密码不符合要求").doesNotContain("too-short");
    }

    @Test
    @DisplayName("默认环境有示例用户，没有环境变量管理员；已有用户时不再补建")
    void defaultProfile() {
        application().run(context -> {
            assertThat(context).hasSingleBean(SampleUsers.class).doesNotHaveBean(FirstAdministrator.class);
            context.getBean(SampleUsers.class).run(null);
            verify(users, never()).create(any(), any(), any(), any());
        });
    }
}

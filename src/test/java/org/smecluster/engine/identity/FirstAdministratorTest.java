package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.sample.engine.SampleUsers;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FirstAdministratorTest {

    private final UserAccounts users = mock(UserAccounts.class);

    private ApplicationContextRunner application(String... properties) {
        return new ApplicationContextRunner()
                .withBean(UserAccounts.class, () -> users)
                .withUserConfiguration(SampleUsers.class, FirstAdministrator.class)
                .withPropertyValues(properties);
    }

    @Test
    @DisplayName("正式环境没有示例用户，第一个管理员取自环境变量")
    void production() {
        when(users.noneIn("camunda-admin")).thenReturn(true);
        application("spring.profiles.active=production", "SMECLUSTER_ADMIN_PASSWORD=Long&Secret-2026")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(SampleUsers.class);
                    context.getBean(FirstAdministrator.class).run(null);
                    verify(users).create("admin", "管理员", "Long&Secret-2026", "camunda-admin");
                });
    }

    @Test
    @DisplayName("已有管理员，或没有给密码，就不再新建")
    void onlyOnce() {
        when(users.noneIn("camunda-admin")).thenReturn(false, true);
        application("spring.profiles.active=production", "SMECLUSTER_ADMIN_PASSWORD=Long&Secret-2026")
                .run(context -> context.getBean(FirstAdministrator.class).run(null));
        application("spring.profiles.active=production")
                .run(context -> context.getBean(FirstAdministrator.class).run(null));
        verify(users, never()).create(any(), any(), any(), any());
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

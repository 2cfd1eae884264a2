package org.smecluster.engine.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.security.AccountStates;
import org.smecluster.security.AuditKind;
import org.smecluster.security.AuditTrail;
import org.smecluster.security.ClosedAccounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where nobody may administer, in production: makes user {@code SMECLUSTER_ADMIN_ID} (default {@code admin}) with
 * {@code SMECLUSTER_ADMIN_PASSWORD}, to be changed at the first login, or gives the group to the user who has that id. An
 * existing password is never touched, and nothing here keeps the application from starting: cases go on without an
 * administrator, and the log says what to do.
 */
@Component
@Profile("production")
@Order(Provisioning.ORDER + 1)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final UserAccounts users;
    private final ClosedAccounts closed;
    private final AccountStates states;
    private final AuditTrail audit;
    private final String id;
    private final String password;

    FirstAdministrator(
            UserAccounts users,
            ClosedAccounts closed,
            AccountStates states,
            AuditTrail audit,
            @Value("${SMECLUSTER_ADMIN_ID:admin}") String id,
            @Value("${SMECLUSTER_ADMIN_PASSWORD:}") String password) {
        this.users = users;
        this.closed = closed;
        this.states = states;
        this.audit = audit;
        this.id = id;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> administrators = users.in(Groups.CAMUNDA_ADMIN);
        if (administrators.stream().anyMatch(each -> !closed.closed(each))) {
            return;
        }
        try {
            if (users.exists(id)) {
                grant(administrators.contains(id));
            } else if (password.isBlank()) {
                LOG.error("还没有系统管理员，谁也不能开通账号。请设好 SMECLUSTER_ADMIN_PASSWORD（账号不叫 admin 的另设 SMECLUSTER_ADMIN_ID）后重新启动。");
            } else {
                make();
            }
        } catch (RuntimeException refused) {
            LOG.error(
                    "还没有系统管理员，{} 也没能成为系统管理员。原因：{} 请改好 SMECLUSTER_ADMIN_ID 和 SMECLUSTER_ADMIN_PASSWORD 后重新启动。",
                    id,
                    refused.getMessage());
        }
    }

    private void make() {
        users.create(id, "管理员", password, Groups.CAMUNDA_ADMIN);
        states.mustChange(id);
        audit.record(AuditKind.FIRST_ADMINISTRATOR, id, "新建用户，密码取自启动参数，首次登录须修改");
        LOG.info("已建立第一位系统管理员 {}，首次登录须修改密码。SMECLUSTER_ADMIN_PASSWORD 不再需要，请从设置中删去。", id);
    }

    private void grant(boolean member) {
        if (closed.closed(id)) {
            LOG.error("没有能登录的系统管理员，账号 {} 已停用。请把 SMECLUSTER_ADMIN_ID 设为另一个账号后重新启动。", id);
            return;
        }
        if (!member) {
            users.join(id, Groups.CAMUNDA_ADMIN);
        }
        audit.record(AuditKind.FIRST_ADMINISTRATOR, id, "已有用户加入系统管理员组，密码未改");
        LOG.warn("没有系统管理员：已有的账号 {} 现在是系统管理员，密码没有改，没有用到 SMECLUSTER_ADMIN_PASSWORD。", id);
    }
}

package org.smecluster.engine.identity;

import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator in production, from {@code SMECLUSTER_ADMIN_ID} (default {@code admin}) and
 * {@code SMECLUSTER_ADMIN_PASSWORD}; looks at neither once there is an administrator.
 */
@Component
@Profile("production")
@Order(Provisioning.ORDER + 1)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final UserAccounts users;
    private final String id;
    private final String password;

    FirstAdministrator(
            UserAccounts users,
            @Value("${SMECLUSTER_ADMIN_ID:admin}") String id,
            @Value("${SMECLUSTER_ADMIN_PASSWORD:}") String password) {
        this.users = users;
        this.id = id;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!users.noneIn(Groups.CAMUNDA_ADMIN)) {
            return;
        }
        if (password.isBlank()) {
            LOG.error("There is no administrator and nobody can sign in: "
                    + "set SMECLUSTER_ADMIN_PASSWORD (and SMECLUSTER_ADMIN_ID) and start again.");
            return;
        }
        users.create(id, "管理员", password, Groups.CAMUNDA_ADMIN);
        LOG.info("Made the first administrator, {}. SMECLUSTER_ADMIN_PASSWORD is no longer needed.", id);
    }
}

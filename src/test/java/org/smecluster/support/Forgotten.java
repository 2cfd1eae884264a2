package org.smecluster.support;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a test's person away as if they had never signed in, for who has is not deleted. */
public final class Forgotten {

    private Forgotten() {}

    public static void user(String userId, IdentityService identity, JdbcClient database) {
        database.sql("delete from audit_event where user_id = :userId")
                .param("userId", userId)
                .update();
        identity.deleteUser(userId);
    }
}

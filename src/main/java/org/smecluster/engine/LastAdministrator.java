package org.smecluster.engine;

import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody can always administer: the last member of the administrators who can sign in does not go. */
@Component
public class LastAdministrator {

    /** What whoever tried is told. */
    public static final String STAYS = "这是最后一位能登录的系统管理员，不能删除、停用或移出系统管理员组。请先增加另一位系统管理员，再办理";

    private final JdbcClient database;

    LastAdministrator(JdbcClient database) {
        this.database = database;
    }

    /**
     * Whether nobody could administer without the user. Those who ask at the same time wait for each other's transaction
     * to end, so that two administrators cannot remove one another; hence only within the transaction that removes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean is(String userId) {
        database.sql("select id_ from act_id_group where id_ = :group for no key update")
                .param("group", Groups.CAMUNDA_ADMIN)
                .query(String.class)
                .optional();
        return able().param("userId", userId).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec able() {
        return database.sql("""
                        select coalesce(bool_or(member.user_id_ = :userId), false)
                           and not coalesce(bool_or(member.user_id_ <> :userId), false)
                        from act_id_membership member
                        join act_id_user person on person.id_ = member.user_id_ and person.pwd_ is not null
                        where member.group_id_ = :group
                          and not exists (select from departure gone where gone.user_id = member.user_id_)
                        """).param("group", Groups.CAMUNDA_ADMIN);
    }
}

package org.smecluster.engine.identity;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineAccounts implements Accounts {

    private final IdentityService identityService;
    private final JdbcClient jdbc;

    EngineAccounts(IdentityService identityService, JdbcClient jdbc) {
        this.identityService = identityService;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String userId) {
        return jdbc.sql("""
                        select u.id_, u.first_, u.last_,
                               array(select g.id_ from act_id_membership m join act_id_group g on g.id_ = m.group_id_
                                      where m.user_id_ = u.id_ order by g.id_) as groups
                          from act_id_user u where u.id_ = :userId
                        """)
                .param("userId", userId)
                .query((row, i) -> new Account(
                        row.getString("id_"),
                        displayName(row.getString("id_"), row.getString("first_"), row.getString("last_")),
                        List.of((String[]) row.getArray("groups").getArray())))
                .optional();
    }

    @Override
    public List<Account> inGroup(String group) {
        return identityService.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(this::account)
                .toList();
    }

    private Account account(User user) {
        return new Account(
                user.getId(),
                displayName(user.getId(), user.getFirstName(), user.getLastName()),
                groupsOf(user.getId()));
    }

    @Override
    public boolean passwordMatches(String userId, String password) {
        return identityService.checkPassword(userId, password);
    }

    @Override
    public List<String> objectionsTo(String userId, String password) {
        return identityService
                .checkPasswordAgainstPolicy(password, user(userId).orElseThrow())
                .getViolatedRules()
                .stream()
                .map(PasswordPolicyRule::getPlaceholder)
                .toList();
    }

    @Override
    public void setPassword(String userId, String password) {
        User user = user(userId).orElseThrow();
        user.setPassword(password);
        identityService.saveUser(user);
    }

    private Optional<User> user(String userId) {
        return Optional.ofNullable(
                identityService.createUserQuery().userId(userId).singleResult());
    }

    private List<String> groupsOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).orderByGroupId().asc().list().stream()
                .map(Group::getId)
                .toList();
    }

    /** The engine's "first name" is the one written first, as the web apps show it: a Chinese family name. */
    private static String displayName(String userId, String first, String last) {
        String name = nullToEmpty(first) + nullToEmpty(last);
        return name.isBlank() ? userId : name;
    }

    private static String nullToEmpty(String text) {
        return text == null ? "" : text;
    }
}

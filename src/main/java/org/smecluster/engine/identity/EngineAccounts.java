package org.smecluster.engine.identity;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.smecluster.engine.AsPerson;
import org.smecluster.engine.LastAdministrator;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineAccounts implements Accounts {

    private static final String SELECT = """
            select u.id_, u.first_, u.last_,
                   array(select g.id_ from act_id_membership m join act_id_group g on g.id_ = m.group_id_
                          where m.user_id_ = u.id_ order by g.id_) as groups
              from act_id_user u
            """;

    private static final RowMapper<Account> ACCOUNT = (row, i) -> new Account(
            row.getString("id_"),
            displayName(row.getString("id_"), row.getString("first_"), row.getString("last_")),
            List.of((String[]) row.getArray("groups").getArray()));

    private final IdentityService identityService;
    private final JdbcClient jdbc;
    private final AsPerson asPerson;
    private final LastAdministrator lastAdministrator;

    EngineAccounts(
            IdentityService identityService, JdbcClient jdbc, AsPerson asPerson, LastAdministrator lastAdministrator) {
        this.identityService = identityService;
        this.jdbc = jdbc;
        this.asPerson = asPerson;
        this.lastAdministrator = lastAdministrator;
    }

    @Override
    public Optional<Account> find(String userId) {
        return jdbc.sql(SELECT + " where u.id_ = :userId")
                .param("userId", userId)
                .query(ACCOUNT)
                .optional();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(SELECT + " order by u.id_").query(ACCOUNT).list();
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

    @Override
    @Transactional
    public void create(String userId, String name, String password, String group, Account by) {
        as(by, () -> {
            User user = identityService.newUser(userId);
            called(name, user);
            user.setPassword(password);
            identityService.saveUser(user);
            identityService.createMembership(userId, group);
        });
    }

    @Override
    @Transactional
    public void rename(String userId, String name, Account by) {
        as(by, () -> {
            User user = user(userId).orElseThrow();
            called(name, user);
            identityService.saveUser(user);
        });
    }

    @Override
    @Transactional
    public void join(String userId, String group, Account by) {
        as(by, () -> identityService.createMembership(userId, group));
    }

    @Override
    @Transactional
    public void leave(String userId, String group, Account by) {
        if (StaffGroup.ADMINISTRATORS.equals(group) && lastAdministrator.is(userId)) {
            throw new Refusal(LastAdministrator.STAYS);
        }
        as(by, () -> identityService.deleteMembership(userId, group));
    }

    /** So that the engine's log of operations, and with it the audit trail, has the administrator's name. */
    private void as(Account person, Runnable work) {
        asPerson.run(person, () -> {
            work.run();
            return null;
        });
    }

    @Override
    public boolean isUserId(String text) {
        return text.length() <= 64 && text.matches(IdentityConfiguration.USER_IDS);
    }

    /** As {@link #displayName} reads it. */
    static void called(String name, User user) {
        user.setFirstName(name.substring(0, 1));
        user.setLastName(name.substring(1));
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

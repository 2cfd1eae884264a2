package org.smecluster.engine.identity;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Component;

@Component
class EngineAccounts implements Accounts {

    private final IdentityService identityService;

    EngineAccounts(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Optional<Account> find(String userId) {
        return user(userId).map(this::account);
    }

    @Override
    public List<Account> inGroup(String group) {
        return identityService.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(this::account)
                .toList();
    }

    private Account account(User user) {
        return new Account(user.getId(), displayName(user), groupsOf(user.getId()));
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
    private static String displayName(User user) {
        String name = nullToEmpty(user.getFirstName()) + nullToEmpty(user.getLastName());
        return name.isBlank() ? user.getId() : name;
    }

    private static String nullToEmpty(String text) {
        return text == null ? "" : text;
    }
}

package org.smecluster.engine.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

@Component
public class UserAccounts {

    private final IdentityService identityService;

    UserAccounts(IdentityService identityService) {
        this.identityService = identityService;
    }

    public boolean none() {
        return identityService.createUserQuery().count() == 0;
    }

    boolean exists(String id) {
        return identityService.createUserQuery().userId(id).count() > 0;
    }

    List<String> in(String group) {
        return identityService.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
    }

    void join(String id, String group) {
        identityService.createMembership(id, group);
    }

    /** @param name in Chinese, the family name of one character first */
    public void create(String id, String name, String password, String group) {
        User user = identityService.newUser(id);
        EngineAccounts.called(name, user);
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.createMembership(id, group);
    }
}

package org.smecluster.engine.identity;

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

    boolean noneIn(String group) {
        return identityService.createUserQuery().memberOfGroup(group).count() == 0;
    }

    /** @param name in Chinese, the family name of one character first */
    public void create(String id, String name, String password, String group) {
        User user = identityService.newUser(id);
        user.setFirstName(name.substring(0, 1));
        user.setLastName(name.substring(1));
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.createMembership(id, group);
    }
}

package org.smecluster.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** Asks the engine on behalf of a person: it answers and does what that person's rights allow. */
@Component
public class AsPerson {

    private final IdentityService identity;

    AsPerson(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T run(Account person, Supplier<T> work) {
        return run(person.userId(), person.groups(), work);
    }

    public <T> T run(String userId, List<String> groups, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(userId, groups);
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}

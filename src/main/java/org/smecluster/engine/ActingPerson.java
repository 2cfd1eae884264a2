package org.smecluster.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Component;

/** The person for whom the engine runs the step, by whichever way it was asked: Tasklist, REST, a page of ours. */
@Component
public class ActingPerson {

    private final IdentityService identity;
    private final Accounts accounts;

    ActingPerson(IdentityService identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    /**
     * A deputy's name says in whose place: 乙（代甲办）.
     *
     * @throws IllegalStateException where a job of the engine runs the step
     */
    public Account get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody acts in this step"));
    }

    /** As {@link #get}; empty where a job of the engine runs the step. */
    public Optional<Account> find() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return Optional.empty();
        }
        String userId = authentication.getUserId();
        List<String> groups = authentication.getGroupIds() == null ? List.of() : authentication.getGroupIds();
        String name = accounts.find(userId).map(Account::displayName).orElse(userId);
        String absent = ActingFor.nameOrNull();
        return Optional.of(new Account(userId, absent == null ? name : name + "（代" + absent + "办）", groups));
    }
}

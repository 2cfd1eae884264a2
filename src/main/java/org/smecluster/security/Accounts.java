package org.smecluster.security;

import java.util.List;
import java.util.Optional;

/** The accounts that the engine keeps. */
public interface Accounts {

    /** The account as it stands now; empty once it was deleted. */
    Optional<Account> find(String userId);

    /** The members of a group, by user id. */
    List<Account> inGroup(String group);

    /** @throws LoginRefused where there were too many guesses for it to be looked at */
    boolean passwordMatches(String userId, String password);
}

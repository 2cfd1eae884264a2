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

    /** What the rules for passwords have against it, each a short Chinese phrase of what is required. */
    List<String> objectionsTo(String userId, String password);

    /** Sets it, and ends the sessions of before. */
    void setPassword(String userId, String password);
}

package org.smecluster.security;

import java.util.List;
import java.util.Optional;

/** The accounts that the engine keeps. */
public interface Accounts {

    enum SignIn {
        GRANTED,
        WRONG,
        LOCKED
    }

    /** The account as it stands now; empty once it was deleted. */
    Optional<Account> find(String userId);

    /** The members of a group, by user id. */
    List<Account> inGroup(String group);

    /** Checks a password. A wrong one locks the account for a while, during which a right one is not even looked at. */
    SignIn signIn(String userId, String password);
}

package org.smecluster.security;

import java.util.List;
import java.util.Optional;

/** The accounts that the engine keeps. */
public interface Accounts {

    /** The account as it stands now; empty once it was deleted. */
    Optional<Account> find(String userId);

    /** All, by user id. */
    List<Account> all();

    /** The members of a group, by user id. */
    List<Account> inGroup(String group);

    /** @throws LoginRefused where there were too many guesses for it to be looked at */
    boolean passwordMatches(String userId, String password);

    /** What the rules for passwords have against it, each a short Chinese phrase of what is required. */
    List<String> objectionsTo(String userId, String password);

    /** Sets it, and ends the sessions of before. */
    void setPassword(String userId, String password);

    /**
     * Makes an account as the administrator does who is signed in; whose password it is has to change it first.
     *
     * @param name in Chinese, the family name first
     * @param password meets the rules
     */
    void create(String userId, String name, String password, String group, Account by);

    void rename(String userId, String name, Account by);

    void join(String userId, String group, Account by);

    /** @throws org.smecluster.law.Refusal where nobody else could administer any more */
    void leave(String userId, String group, Account by);

    /** Whether the engine takes it for the id of a user. */
    boolean isUserId(String text);
}

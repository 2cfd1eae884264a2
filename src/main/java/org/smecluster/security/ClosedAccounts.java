package org.smecluster.security;

/** Accounts of people who left: they stay, because their names stand in cases, but nobody signs in by them. */
@FunctionalInterface
public interface ClosedAccounts {

    boolean closed(String userId);
}

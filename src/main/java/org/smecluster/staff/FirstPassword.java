package org.smecluster.staff;

/** What is told to a person once, and kept nowhere. */
public record FirstPassword(String userId, String name, String place, String password) {

    /** Not to be found in any log. */
    @Override
    public String toString() {
        return "FirstPassword[" + userId + "]";
    }
}

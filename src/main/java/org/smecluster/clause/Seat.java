package org.smecluster.clause;

/**
 * As whom a person judges.
 *
 * @param expert user id; empty of an authority, which judges as one
 */
public record Seat(Judge judge, String expert) {

    static Seat of(Judge authority) {
        return new Seat(authority, "");
    }

    static Seat ofExpert(String userId) {
        return new Seat(Judge.EXPERT, userId);
    }
}

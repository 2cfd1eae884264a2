package org.smecluster.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whom a notice is addressed to: a group, or one person where the others of the group must not know, as with experts. */
public final class Audience {

    private static final String PERSON = "user:";

    private Audience() {}

    public static String person(String userId) {
        return PERSON + userId;
    }

    /** All under which a person is addressed. */
    public static List<String> of(String userId, Collection<String> groups) {
        List<String> addresses = new ArrayList<>(groups);
        addresses.add(person(userId));
        return addresses;
    }
}

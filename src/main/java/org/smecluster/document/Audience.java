package org.smecluster.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whom a notice is addressed to: a group, or one person where the others of the group must not know, as with experts. */
public final class Audience {

    private static final String PERSON = "user:";

    private Audience() {}

    public static String person(String userId) {
        return PERSON + userId;
    }

    /** Whom the address means alone; empty where it is a group's. */
    public static Optional<String> personOf(String address) {
        return address.startsWith(PERSON) ? Optional.of(address.substring(PERSON.length())) : Optional.empty();
    }

    /** All under which a person is addressed. */
    public static List<String> of(String userId, Collection<String> groups) {
        List<String> addresses = new ArrayList<>(groups);
        addresses.add(person(userId));
        return addresses;
    }
}

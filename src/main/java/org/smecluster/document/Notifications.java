package org.smecluster.document;

import java.util.Collection;
import java.util.List;

/** What units are told about cases; shown on the home page and beside the case. */
public interface Notifications {

    /**
     * Tells a group something. The same key about the same case tells the group nothing more, so that a repeated step
     * does no harm.
     *
     * @param group e.g. {@code county-640221}, {@code city-6402}
     * @param key what is told, e.g. {@code windowEnds}
     * @param text Chinese
     */
    void tell(String group, String caseNumber, String key, String text);

    /** As {@link #tell(String, String, String, String)}, the same to each. */
    default void tell(List<String> groups, String caseNumber, String key, String text) {
        groups.forEach(group -> tell(group, caseNumber, key, text));
    }

    /**
     * What the groups were told, newest first; {@link Notification#read()} is the person's own.
     *
     * @param from how many of the newest are passed over
     * @param most how many are read
     */
    List<Notification> forGroups(Collection<String> groups, String userId, int from, int most);

    /** Of what the groups were told. */
    Count count(Collection<String> groups, String userId);

    /** @param unread by the person */
    record Count(int told, int unread) {}

    /** What was told about a case, to whomever, oldest first; {@link Notification#read()} is the person's own. */
    List<Notification> ofCase(String caseNumber, String userId);

    /** Marks as read for the person; nothing happens where none of the groups was told it. */
    void markRead(long id, Collection<String> groups, String userId);

    /** Marks all as read for the person. */
    void markAllRead(Collection<String> groups, String userId);
}

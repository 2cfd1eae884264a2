package org.smecluster.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queue of notices and the messages made of them. */
public interface Outbox {

    /** Takes notices out of the queue, oldest first, for the running transaction; another node passes over them. */
    List<Told> take(int most);

    /** Nobody is sent a notice twice by the same way: a repeated call does nothing. */
    void add(Told notice, Channel channel, String recipient, Instant dueAt, boolean digest);

    /** The next that is due, from now on under way; committed at once. */
    Optional<Message> claim(Instant now);

    List<Told> notices(UUID message);

    void sent(UUID message, Instant at);

    /** Not handed over: tried again then. */
    void postpone(UUID message, String problem, Instant until);

    void end(UUID message, MessageState state, String problem, Instant at);

    /** Under way since before then: whoever sent it is gone. @return how many */
    int abandoned(Channel channel, Instant claimedBefore, MessageState state, String problem, Instant at);

    /** By a person: from {@code MAYBE} or {@code FAILED} to be sent again. @return whether it was in one of them */
    boolean again(UUID message, Instant at);

    /** By a person who knows that it arrived. @return whether it was {@code MAYBE} */
    boolean arrived(UUID message, Instant at);

    Map<MessageState, Long> counts();

    /** Newest first. */
    List<Message> list(Collection<MessageState> states, int from, int most);
}

package org.smecluster.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where people get their mail. */
public interface MailAddresses {

    Optional<MailAddress> find(String userId);

    List<MailAddress> of(Collection<String> userIds);

    void put(MailAddress address, Instant at);
}

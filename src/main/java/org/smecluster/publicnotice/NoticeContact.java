package org.smecluster.publicnotice;

import java.time.Instant;

/**
 * Whom the public turns to about a notice, beside the page itself.
 *
 * @param telephone with its hours, where there are any
 * @param address for letters and visits
 * @param mail an e-mail address
 * @param discipline how to reach the discipline inspection
 */
public record NoticeContact(
        long id,
        String telephone,
        String address,
        String mail,
        String discipline,
        String enteredBy,
        String enteredByName,
        Instant enteredAt) {}

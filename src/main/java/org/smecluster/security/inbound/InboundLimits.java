package org.smecluster.security.inbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a sender is granted.
 *
 * @param header from a request's first byte to the end of its header
 * @param grace how long a body may be slower than the rate
 * @param perSecond the least a body must come with, on average after the grace
 * @param anonymous the longest body of somebody who is not signed in
 * @param objection the longest body of an objection on the public page, with its files
 * @param objectionsAtOnce how many of these, longer than {@code upload}, may be arriving at the same time
 * @param unchecked the longest body with HTTP Basic, whose password is checked only once the request is there
 * @param signedIn the longest body of a signed-in person: a workbook with its form
 * @param upload a body longer than this is an upload, as is a piece of a file, however short
 * @param uploadsPerSession uploads that one session may be sending
 * @param uploadsAtOnce uploads that are worked on at the same time, further ones wait without a thread; 0: one for two
 *     processors, eight at most, so that whoever works beside them finds one free
 */
@ConfigurationProperties("smecluster.inbound")
record InboundLimits(
        @DefaultValue("15s") Duration header,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("10KB") DataSize perSecond,
        @DefaultValue("16KB") DataSize anonymous,
        @DefaultValue("17MB") DataSize objection,
        @DefaultValue("32") int objectionsAtOnce,
        @DefaultValue("5MB") DataSize unchecked,
        @DefaultValue("55MB") DataSize signedIn,
        @DefaultValue("1MB") DataSize upload,
        @DefaultValue("4") int uploadsPerSession,
        @DefaultValue("0") int uploadsAtOnce) {

    private static final int MOST_AT_ONCE = 8;

    InboundLimits {
        if (uploadsAtOnce == 0) {
            uploadsAtOnce =
                    Math.min(MOST_AT_ONCE, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        }
    }

    /** Too slow, counted from the first byte of the body. */
    boolean tooSlow(long received, Duration since) {
        long counted = since.minus(grace).toMillis();
        return counted > 0 && received * 1000 < perSecond.toBytes() * counted;
    }
}

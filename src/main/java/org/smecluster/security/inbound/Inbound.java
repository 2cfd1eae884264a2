package org.smecluster.security.inbound;

import java.util.Optional;

/** All that a connector of ours has to know. */
record Inbound(
        InboundLimits limits,
        Optional<PublicAddress> publicAddress,
        TrustedProxies proxies,
        SignedInSessions sessions) {}

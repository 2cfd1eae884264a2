package org.smecluster.national;

import java.time.Instant;

/** What an officer proposes for a candidate. */
public record Proposal(boolean recommended, String reason, String byName, Instant at) {}

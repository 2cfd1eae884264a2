package org.smecluster.paper;

import java.time.Instant;

/** A policy owner switched a kind on or off that the Measures do not know. */
public record PaperSwitch(
        PaperKind kind, boolean on, String reason, String turnedBy, String turnedByName, Instant turnedAt) {}

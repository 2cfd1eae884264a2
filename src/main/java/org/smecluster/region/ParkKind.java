package org.smecluster.region;

/** Who runs a development zone: its administrative committee, or an operating body. */
public enum ParkKind {
    COMMITTEE,
    OPERATOR
}

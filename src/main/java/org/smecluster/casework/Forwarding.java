package org.smecluster.casework;

/** What a city does with what came to it for the autonomous region; the forms' options bear these codes. */
public enum Forwarding {
    FORWARD,
    /** To the unit, to be completed. */
    RETURN
}

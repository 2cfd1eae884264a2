package org.smecluster.calendar;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an administrator saw when agreeing to a change: each deadline that moves, and where to.
 *
 * @param moves in the form {@code id@seconds}, comma-separated; empty where nothing moves
 */
public record Confirmation(String moves) {

    public static Confirmation of(List<DeadlineMove> moves) {
        return new Confirmation(moves.stream()
                .map(move -> move.before().id() + "@" + move.after().over().getEpochSecond())
                .sorted()
                .collect(Collectors.joining(",")));
    }
}

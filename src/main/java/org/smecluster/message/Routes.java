package org.smecluster.message;

import java.time.Instant;
import java.util.List;

/** What an administrator changed of who is told of what by which way. */
public interface Routes {

    List<Route> changed();

    void put(Route route, String by, Instant at);
}

package org.smecluster.message;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is told of what by which way: one row for each topic, kind of reader and way; in the application all are told. */
@Service
public class RouteTable {

    private final Routes routes;
    private final Clock clock;

    RouteTable(Routes routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /** All, in the order of topics, readers and ways. */
    public List<Route> all() {
        List<Route> changed = routes.changed();
        List<Route> all = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (Reader reader : Reader.values()) {
                for (Channel channel : Channel.values()) {
                    all.add(changed.stream()
                            .filter(route ->
                                    route.topic() == topic && route.reader() == reader && route.channel() == channel)
                            .findFirst()
                            .orElse(new Route(topic, reader, channel, topic.wantedAtFirst(channel))));
                }
            }
        }
        return all;
    }

    /** @param wanted those that are wanted; all others are not */
    @Transactional
    public void put(Collection<Route> wanted, Account by) {
        Set<Route> asked = new HashSet<>(wanted);
        for (Route route : all()) {
            Route now = new Route(
                    route.topic(),
                    route.reader(),
                    route.channel(),
                    asked.contains(new Route(route.topic(), route.reader(), route.channel(), true)));
            if (!now.equals(route)) {
                routes.put(now, by.userId(), clock.instant());
            }
        }
    }
}

package org.smecluster.casehistory.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.casehistory.InstanceStory.FlowTaken;

/**
 * Which sequence flows an instance took. The engine's history knows the activities only, so the flows are inferred: each
 * visit of a node is explained by one earlier, completed visit of a node with a flow to it, in the same scope. A visit
 * explains as many followers as the engine lets it: one behind a gateway that chooses, else one per outgoing flow. Where
 * no such visit exists (a start, an event, a token that an administrator moved) no flow is claimed; where visits at the
 * other end of different flows could explain it, the flow is marked as not certain.
 */
final class TakenPath {

    /**
     * One stay of the instance at a node.
     *
     * @param scope id of the visit of the enclosing sub-process, or of the instance
     * @param token the execution that stayed there
     * @param end null while it is still there
     */
    record Visit(String id, String node, String scope, String token, Instant start, Instant end, boolean canceled) {

        boolean completedBy(Instant moment) {
            return end != null && !canceled && !end.isAfter(moment);
        }
    }

    /** A sequence flow of the model. */
    record Flow(String id, String source, String target) {}

    private record Cause(Flow flow, Visit visit, int index) {}

    private final List<Visit> visits;
    private final List<Flow> flows;
    private final Set<String> choosing;
    private final Map<String, Set<String>> spent = new HashMap<>();
    private final Map<String, FlowTaken> taken = new LinkedHashMap<>();

    private TakenPath(List<Visit> visits, List<Flow> flows, Set<String> choosing) {
        this.visits = visits;
        this.flows = flows;
        this.choosing = choosing;
    }

    /**
     * @param visits in the order in which they began
     * @param choosing nodes that a token leaves by exactly one flow: exclusive and event-based gateways
     * @return in the order in which each flow was first taken
     */
    static List<FlowTaken> of(List<Visit> visits, List<Flow> flows, Set<String> choosing) {
        TakenPath path = new TakenPath(visits, flows, choosing);
        for (int index = 0; index < visits.size(); index++) {
            path.explain(index);
        }
        return List.copyOf(path.taken.values());
    }

    private void explain(int index) {
        Visit visit = visits.get(index);
        List<Cause> causes = causes(visit, index);
        causes.stream()
                .max(Comparator.comparing((Cause cause) -> cause.visit().token().equals(visit.token()))
                        .thenComparing(cause -> cause.visit().end())
                        .thenComparing(Cause::index))
                .ifPresent(cause -> {
                    boolean certain = causes.stream()
                            .allMatch(
                                    each -> each.flow().id().equals(cause.flow().id()));
                    spentBy(cause.visit()).add(cause.flow().id());
                    taken.merge(
                            cause.flow().id(),
                            new FlowTaken(cause.flow().id(), 1, certain),
                            (before, now) -> new FlowTaken(
                                    before.flow(), before.times() + 1, before.certain() && now.certain()));
                });
    }

    private List<Cause> causes(Visit visit, int index) {
        List<Cause> causes = new ArrayList<>();
        for (Flow flow : flows) {
            if (!flow.target().equals(visit.node())) {
                continue;
            }
            for (int earlier = 0; earlier < index; earlier++) {
                Visit before = visits.get(earlier);
                if (before.node().equals(flow.source())
                        && before.scope().equals(visit.scope())
                        && before.completedBy(visit.start())
                        && mayStillLeaveBy(before, flow)) {
                    causes.add(new Cause(flow, before, earlier));
                }
            }
        }
        return causes;
    }

    private boolean mayStillLeaveBy(Visit visit, Flow flow) {
        return choosing.contains(visit.node())
                ? spentBy(visit).isEmpty()
                : !spentBy(visit).contains(flow.id());
    }

    private Set<String> spentBy(Visit visit) {
        return spent.computeIfAbsent(visit.id(), nothing -> new HashSet<>());
    }
}

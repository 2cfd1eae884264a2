package org.smecluster.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.law.Article;
import org.springframework.stereotype.Component;

/** What the registry itself knows: every change of state with its term, what changed of the cluster, and what was reported. */
@Component
class RegistryLife implements LifeSource {

    private static final String SYSTEM = "系统";

    private final ClusterRegistry registry;
    private final RevocationCauses causes;
    private final CasesOfCluster cases;

    RegistryLife(ClusterRegistry registry, RevocationCauses causes, CasesOfCluster cases) {
        this.registry = registry;
        this.causes = causes;
        this.cases = cases;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        ClusterLife life = registry.life(cluster.clusterNumber()).orElseThrow();
        List<LifeEntry> entries = new ArrayList<>();
        life.events().forEach(event -> entries.add(state(event, life)));
        life.facts().stream()
                .filter(fact -> life.events().stream().noneMatch(event -> broughtBy(event, fact)))
                .forEach(fact -> entries.add(fact(fact, life)));
        Set<String> open = cases.of(cluster).stream()
                .filter(each -> !each.closed())
                .map(ClusterCase::caseNumber)
                .collect(Collectors.toSet());
        causes.reported(cluster.clusterNumber()).forEach(reported -> entries.add(cause(reported, open)));
        return entries;
    }

    private static LifeEntry state(ClusterEvent event, ClusterLife life) {
        Map<String, String> particulars = new LinkedHashMap<>();
        life.facts().stream()
                .filter(fact -> broughtBy(event, fact))
                .sorted(Comparator.comparing(ClusterFact::kind))
                .forEach(fact -> particulars.put(fact.kind().label(), fact.value()));
        if (event.state() == ClusterState.RECOGNISED) {
            life.terms().stream()
                    .filter(term -> term.sourceCase().equals(event.caseNumber()))
                    .forEach(term -> particulars.put("有效期", term.startsOn() + "至" + term.endsOn()));
        }
        return new LifeEntry(
                event.happenedOn(),
                event.recordedAt(),
                "名录",
                "状态变为“" + event.state().label() + "”",
                event.reason(),
                particulars,
                event.article(),
                event.caseNumber(),
                event.documentNumber(),
                SYSTEM,
                null);
    }

    /** With the state's change, by the same case, of the same day: told there and not once more. */
    private static boolean broughtBy(ClusterEvent event, ClusterFact fact) {
        return fact.caseNumber().equals(event.caseNumber())
                && fact.validFrom().equals(event.happenedOn())
                && (event.state() == ClusterState.CULTIVATED || event.state() == ClusterState.RECOGNISED);
    }

    private static LifeEntry fact(ClusterFact fact, ClusterLife life) {
        Map<String, String> particulars = new LinkedHashMap<>();
        before(fact, life).ifPresent(old -> particulars.put("变动前", old.value() + "（自" + old.validFrom() + "）"));
        particulars.put("变动后", fact.value() + "（自" + fact.validFrom() + "）");
        return new LifeEntry(
                fact.validFrom(),
                fact.recordedAt(),
                "名录",
                fact.kind().label() + "变动载入名录",
                fact.kind() == FactKind.OTHER ? fact.value() : fact.kind().label() + "变为" + fact.value(),
                particulars,
                fact.article(),
                fact.caseNumber(),
                null,
                SYSTEM,
                null);
    }

    /** What the registry had for that day before it learnt of this one. */
    private static Optional<ClusterFact> before(ClusterFact fact, ClusterLife life) {
        return life.facts().stream()
                .filter(other -> other.kind() == fact.kind()
                        && fact.kind() != FactKind.OTHER
                        && other != fact
                        && !other.recordedAt().isAfter(fact.recordedAt())
                        && !other.validFrom().isAfter(fact.validFrom()))
                .max(ClusterLife.LATER_IN_FORCE);
    }

    /** The authorities' own until the case that deals with it is decided; until there is one, too. */
    private static LifeEntry cause(RevocationCauses.Entered reported, Set<String> open) {
        RevocationCause cause = reported.cause();
        LocalDate happenedOn = cause.occurredOn();
        Instant reportedAt = reported.reportedAt();
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("情形", cause.fact().label());
        if (cause.sourceCase() != null && !cause.sourceCase().equals(reported.caseNumber())) {
            particulars.put("来源案件", cause.sourceCase());
        }
        Article article = cause.fact().article();
        return new LifeEntry(
                        happenedOn,
                        reportedAt,
                        "撤销线索",
                        "报告撤销线索",
                        cause.evidence(),
                        particulars,
                        article.toString(),
                        reported.caseNumber(),
                        null,
                        SYSTEM,
                        null)
                .readBy(LifeReader.internal(reported.caseNumber() != null && !open.contains(reported.caseNumber())));
    }
}

package org.smecluster.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.calendar.Deadlines;
import org.smecluster.calendar.OpenDeadline;
import org.smecluster.casehistory.InstanceStory;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.CaseProcedures;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.Cases;
import org.smecluster.recognition.Batches;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;

/** What stands behind an instance: the application, the batch or the cluster that its case number names. */
@Component
class CockpitCase {

    /**
     * @param kind what the number names, in Chinese; null where it names nothing of ours
     * @param nextStep who has to do what, in Chinese; null where the open tasks say all
     * @param page our page of it; null where the reader may not open it
     */
    record Facts(
            String caseNumber,
            String kind,
            String name,
            String unit,
            String state,
            String reason,
            String nextStep,
            String page,
            List<DeadlineLine> deadlines) {}

    /** @param provisional whether it was counted over a year whose holidays are not announced */
    record DeadlineLine(String activity, LocalDate lastDay, boolean provisional) {}

    private final Cases cases;
    private final CaseProcedures procedures;
    private final CaseScope scope;
    private final Batches batches;
    private final ClusterRegistry clusters;
    private final Deadlines deadlines;
    private final Units units;
    private final CurrentUser user;

    CockpitCase(
            Cases cases,
            CaseProcedures procedures,
            CaseScope scope,
            Batches batches,
            ClusterRegistry clusters,
            Deadlines deadlines,
            Units units,
            CurrentUser user) {
        this.cases = cases;
        this.procedures = procedures;
        this.scope = scope;
        this.batches = batches;
        this.clusters = clusters;
        this.deadlines = deadlines;
        this.units = units;
        this.user = user;
    }

    Facts of(InstanceStory.Head head) {
        List<DeadlineLine> open = deadlines.open().stream()
                .filter(each -> each.spec().processInstanceId().equals(head.id()))
                .map(CockpitCase::line)
                .toList();
        String number = head.caseNumber() == null ? "" : head.caseNumber();
        return cases.find(number)
                .map(record -> ofCase(record, open))
                .or(() -> batches.byNumber(number)
                        .map(batch -> new Facts(
                                number,
                                "年度认定批次",
                                batch.year() + "年度（" + batch.noticeNumber() + "）",
                                null,
                                batch.state().label(),
                                null,
                                null,
                                user.scope().applicantGroups().isEmpty() ? null : "/batches/" + number,
                                open)))
                .or(() -> clusters.find(number)
                        .map(cluster -> new Facts(
                                number,
                                "集群",
                                cluster.name(),
                                unit(cluster.applicantGroup()),
                                cluster.state().label(),
                                null,
                                null,
                                user.scope().covers(cluster.applicantGroup()) ? "/clusters/" + number : null,
                                open)))
                .orElseGet(() -> new Facts(
                        head.caseNumber(),
                        null,
                        head.cluster(),
                        head.applicantGroup() == null ? null : unit(head.applicantGroup()),
                        null,
                        null,
                        null,
                        null,
                        open));
    }

    private Facts ofCase(CaseRecord record, List<DeadlineLine> open) {
        CaseProcedure procedure = procedures.of(record.kind());
        boolean readable =
                user.account().flatMap(account -> scope.of(record, account)).isPresent();
        return new Facts(
                record.caseNumber(),
                procedure.title(record),
                record.clusterName(),
                unit(record.applicantGroup()),
                record.standing(),
                record.outcomeReason(),
                procedure.nextStep(record).orElse(null),
                readable ? Addresses.ofCase(record.caseNumber()) : null,
                open);
    }

    private String unit(String group) {
        Optional<Unit> unit = units.ofGroup(group);
        return unit.map(each -> {
                    Unit city = units.cityOf(each.code());
                    return city.code().equals(each.code()) ? each.name() : city.name() + " " + each.name();
                })
                .orElse(group);
    }

    private static DeadlineLine line(OpenDeadline deadline) {
        return new DeadlineLine(deadline.spec().activityId(), deadline.lastDay(), deadline.provisional());
    }
}

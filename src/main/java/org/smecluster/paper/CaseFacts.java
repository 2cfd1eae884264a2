package org.smecluster.paper;

import java.time.Instant;
import java.time.LocalDate;
import org.smecluster.calendar.Deadline;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.remedy.Remedies;
import org.springframework.stereotype.Component;

/** What every paper of the region tells of its case. */
@Component
public class CaseFacts {

    private final Cases cases;
    private final Units units;

    CaseFacts(Cases cases, Units units) {
        this.cases = cases;
        this.units = units;
    }

    /** @throws java.util.NoSuchElementException where there is no such case */
    public CaseRecord record(String caseNumber) {
        return cases.find(caseNumber).orElseThrow();
    }

    public PaperFacts of(CaseRecord record) {
        return PaperFacts.none()
                .with("发文机关", Remedies.REGION)
                .with("集群名称", record.clusterName())
                .with("申报单位", name(record.applicantGroup()))
                .with("市", name(record.cityGroup()));
    }

    private String name(String group) {
        return units.ofGroup(group).map(Unit::name).orElse(null);
    }

    /** The day in the region; null of null. */
    public static LocalDate day(Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Deadline.ZONE);
    }
}

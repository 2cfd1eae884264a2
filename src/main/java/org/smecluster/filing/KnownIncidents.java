package org.smecluster.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.incident.RegisteredIncident;
import org.smecluster.incident.RegisteredIncidents;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Component;

/** What is known of a version's enterprises: the incidents of its case, and the register's of the last three years. */
@Component
@LegalBasis(article = 10)
class KnownIncidents {

    private final Submissions submissions;
    private final RegisteredIncidents register;

    KnownIncidents(Submissions submissions, RegisteredIncidents register) {
        this.submissions = submissions;
        this.register = register;
    }

    /** Those of the case first; what both tell stands once, with both sources. */
    List<Incident> of(SubmissionVersion version, LocalDate asOf) {
        List<Incident> known = new ArrayList<>(submissions.incidents(version.id()).stream()
                .filter(CaseIncident::stands)
                .map(CaseIncident::incident)
                .toList());
        for (RegisteredIncident entry : register.concerning(version.id(), version.caseNumber())) {
            Incident registered = entry.forAssessment();
            if (registered.withinThreeYearsOf(asOf)) {
                add(registered, known);
            }
        }
        return known;
    }

    private static void add(Incident registered, List<Incident> known) {
        for (int i = 0; i < known.size(); i++) {
            if (isSame(known.get(i), registered)) {
                known.set(i, together(known.get(i), registered));
                return;
            }
        }
        known.add(registered);
    }

    private static boolean isSame(Incident one, Incident other) {
        boolean sameEnterprise = one.enterpriseCode() != null && other.enterpriseCode() != null
                ? one.enterpriseCode().equals(other.enterpriseCode())
                : one.enterpriseName() != null && one.enterpriseName().equals(other.enterpriseName());
        return sameEnterprise && one.type() == other.type() && one.occurredOn().equals(other.occurredOn());
    }

    private static Incident together(Incident own, Incident registered) {
        String code = own.enterpriseCode() == null ? registered.enterpriseCode() : own.enterpriseCode();
        String source = own.source() == null ? registered.source() : own.source() + "；" + registered.source();
        return new Incident(
                own.type(),
                graver(own.level(), registered.level()),
                own.occurredOn(),
                code,
                registered.enterpriseName(),
                source);
    }

    /** A level that is known says more than one that is not. */
    private static IncidentLevel graver(IncidentLevel one, IncidentLevel other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}

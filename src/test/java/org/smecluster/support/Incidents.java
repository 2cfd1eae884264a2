package org.smecluster.support;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.NewIncident;
import org.smecluster.incident.RegisteredIncident;
import org.smecluster.security.Account;

/** Incidents in the register, entered by the autonomous region's officer. */
public final class Incidents {

    public static final Account OFFICER = new Account("officer-1", "丁少华", List.of("province-officer"));

    private Incidents() {}

    /**
     * One at an enterprise that only this cluster has.
     *
     * @param level null where it is not known
     * @return the entry; what follows from it, such as the opening of a revocation, has been done
     */
    public static RegisteredIncident entered(
            IncidentRegister register,
            String clusterNumber,
            IncidentType type,
            IncidentLevel level,
            LocalDate occurredOn) {
        return register.enter(
                new NewIncident(
                        new Incident(type, level, occurredOn, null, "集群" + clusterNumber + "内的企业", "应急管理部门通报"),
                        clusterNumber,
                        null),
                OFFICER);
    }
}

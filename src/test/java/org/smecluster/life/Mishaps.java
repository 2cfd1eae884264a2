package org.smecluster.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.NewIncident;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Script.Mishap;
import org.smecluster.life.Script.Plan;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of incidents. */
final class Mishaps implements Driver.Procedure {

    private final Script script;
    private final JdbcClient database;
    private final IncidentRegister register;
    private final Clusters clusters;

    Mishaps(ApplicationContext context, Script script) {
        this.script = script;
        this.database = context.getBean(JdbcClient.class);
        this.register = context.getBean(IncidentRegister.class);
        this.clusters = new Clusters(context);
    }

    @Override
    public List<LocalDate> days(Script ignored) {
        List<LocalDate> days = new ArrayList<>();
        for (Plan plan : script.plans()) {
            for (Mishap mishap : plan.mishaps()) {
                days.add(mishap.enteredOn());
                if (mishap.takenBackOn() != null) {
                    days.add(mishap.takenBackOn());
                }
            }
        }
        return days;
    }

    @Override
    public boolean begin(LocalDate today) {
        boolean acted = false;
        for (Plan plan : script.plans()) {
            for (Mishap mishap : plan.mishaps()) {
                if (today.equals(mishap.enteredOn())) {
                    acted |= enter(plan, mishap);
                }
                if (today.equals(mishap.takenBackOn())) {
                    acted |= takeBack(plan, mishap);
                }
            }
        }
        return acted;
    }

    private boolean enter(Plan plan, Mishap mishap) {
        ClusterRecord cluster = clusters.find(plan).orElseThrow();
        if (!entries(plan, mishap, true).isEmpty()) {
            return false;
        }
        IncidentLevel level =
                switch (mishap.kind()) {
                    case GENERAL -> IncidentLevel.GENERAL;
                    case UNCLEAR -> null;
                    default -> IncidentLevel.LARGE;
                };
        register.enter(
                new NewIncident(
                        new Incident(
                                IncidentType.SAFETY,
                                level,
                                mishap.occurredOn(),
                                PlannedWorkbooks.code(plan, 0).value(),
                                plan.name() + "第1有限公司",
                                "应急管理部门通报"),
                        cluster.clusterNumber(),
                        null),
                account(Driver.city(plan)));
        return true;
    }

    private boolean takeBack(Plan plan, Mishap mishap) {
        Optional<Long> entry = entries(plan, mishap, false).stream().findFirst();
        entry.ifPresent(id -> register.takeBack(id, "登记有误，事故不在本集群", account(Driver.officer())));
        return entry.isPresent();
    }

    private List<Long> entries(Plan plan, Mishap mishap, boolean withdrawnToo) {
        return database.sql("""
                        select id from incident_register
                        where enterprise_code = :code and occurred_on = :on and (:all or withdrawn_at is null)
                        """)
                .param("code", PlannedWorkbooks.code(plan, 0).value())
                .param("on", mishap.occurredOn())
                .param("all", withdrawnToo)
                .query(Long.class)
                .list();
    }

    private static Account account(Desks.Clerk clerk) {
        return new Account(clerk.user(), clerk.user(), List.of(clerk.group()));
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of();
    }
}

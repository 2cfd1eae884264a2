package violation.smecluster.recognition;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import violation.smecluster.renewal.AnotherProcedure;

/** Breaks on purpose what {@code HouseRulesTest} guards: engine, SQL and another procedure in the domain, and a cycle. */
public class EngineInTheDomain {
    RuntimeService engine;
    JdbcClient sql;
    AnotherProcedure other;
}

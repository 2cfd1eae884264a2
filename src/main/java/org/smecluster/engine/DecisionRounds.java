package org.smecluster.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.engine.CurrentStep.Step;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.engine.DecisionTables.Evaluation;
import org.smecluster.engine.DecisionTables.Match;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A table that Java asked, be it about many things at once: one row for all, and one for each table that it requires, where the
 * engine would write a row for each cell.
 */
@Component
class DecisionRounds implements KeptDecisions {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One answer, as it is written down. */
    private record Answer(Map<String, String> inputs, List<Fired> fired) {

        static Answer of(Decision decision) {
            return new Answer(
                    texts(decision.inputs()),
                    decision.matches().stream().map(Answer::fired).toList());
        }

        private static Fired fired(Match match) {
            return new Fired(match.rule(), texts(match.outputs()));
        }

        private static Map<String, String> texts(Map<String, Object> values) {
            Map<String, String> texts = new LinkedHashMap<>();
            values.forEach((name, value) -> texts.put(
                    name, value == null ? null : value instanceof List<?> list ? json(list) : value.toString()));
            return texts;
        }
    }

    private final JdbcClient jdbc;
    private final CurrentStep steps;
    private final Clock clock;

    DecisionRounds(JdbcClient jdbc, CurrentStep steps, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param evaluations at least one, all of one version of one table */
    void keep(List<Evaluation> evaluations) {
        keep(evaluations.stream().map(Evaluation::asked).toList(), false);
        evaluations.stream()
                .flatMap(each -> each.required().stream())
                .collect(Collectors.groupingBy(Decision::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(each -> keep(each, true));
    }

    private void keep(List<Decision> decisions, boolean required) {
        Step step = steps.now().orElse(new Step(null, null, null));
        jdbc.sql("""
                        insert into decision_round (decision, decision_version, required, answers, asked_at,
                                                    process_instance_id, process_definition_id, activity_id)
                        values (:decision, :version, :required, cast(:answers as json), :at,
                                :instance, :definition, :activity)
                        """)
                .param("decision", decisions.get(0).key())
                .param("version", decisions.get(0).version())
                .param("required", required)
                .param("answers", json(decisions.stream().map(Answer::of).toList()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("instance", step.processInstanceId())
                .param("definition", step.processDefinitionId())
                .param("activity", step.activityId())
                .update();
    }

    @Override
    public List<Kept> of(String processInstanceId) {
        return jdbc
                .sql("select * from decision_round where process_instance_id = :instance order by id")
                .param("instance", processInstanceId)
                .query(DecisionRounds::kept)
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean any(String decision, int version) {
        return jdbc.sql("select exists (select from decision_round"
                        + " where decision = :decision and decision_version = :version)")
                .param("decision", decision)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    private static List<Kept> kept(ResultSet row, int i) throws SQLException {
        long id = row.getLong("id");
        String decision = row.getString("decision");
        int version = row.getInt("decision_version");
        boolean required = row.getBoolean("required");
        String definition = row.getString("process_definition_id");
        String activity = row.getString("activity_id");
        OffsetDateTime at = row.getObject("asked_at", OffsetDateTime.class);
        List<Answer> answers = read(row.getString("answers"));
        return IntStream.range(0, answers.size())
                .mapToObj(place -> new Kept(
                        "round-" + id + "-" + place,
                        decision,
                        version,
                        definition,
                        activity,
                        required,
                        at.toInstant(),
                        answers.get(place).inputs(),
                        answers.get(place).fired()))
                .toList();
    }

    /** As the engine's history tells of lists, too. */
    private static String json(List<?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Answer> read(String answers) {
        try {
            return JSON.readValue(answers, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

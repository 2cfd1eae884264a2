package org.smecluster.assessment.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.smecluster.law.Finding;
import org.smecluster.law.Finding.Input;
import org.smecluster.law.Finding.Miss;
import org.smecluster.law.Outcome;
import org.smecluster.law.Threshold;
import org.smecluster.law.Unit;

/** A finding's columns, the same wherever one is stored. */
public final class FindingColumns {

    /** The findings of {@link #rows} as rows {@code f}, for an insert. */
    public static final String ROWS = """
            jsonb_to_recordset(cast(:findings as jsonb)) as f (
                position integer, code text, decision text, decision_version integer, rule text, article text,
                label text, inputs jsonb, requirement text, outcome text, shortfall jsonb)
            """;

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private FindingColumns() {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            int position,
            String code,
            String decision,
            int decisionVersion,
            String rule,
            String article,
            String label,
            List<StoredInput> inputs,
            String requirement,
            Outcome outcome,
            List<List<Miss>> shortfall) {

        static Row of(int position, Finding finding) {
            return new Row(
                    position,
                    finding.code(),
                    finding.decision(),
                    finding.decisionVersion(),
                    finding.rule(),
                    finding.article(),
                    finding.label(),
                    finding.inputs().stream().map(StoredInput::of).toList(),
                    finding.requirement(),
                    finding.outcome(),
                    finding.shortfall());
        }
    }

    /** A value is a number, a yes or no, or a text. */
    private record StoredInput(
            String code,
            String label,
            Unit unit,
            BigDecimal number,
            Boolean yes,
            String text,
            Threshold threshold,
            List<BigDecimal> limits,
            String reason,
            StoredInput beside) {

        static StoredInput of(Input input) {
            Object value = input.value();
            return new StoredInput(
                    input.code(),
                    input.label(),
                    input.unit(),
                    value instanceof BigDecimal number ? number : null,
                    value instanceof Boolean yes ? yes : null,
                    value instanceof String text ? text : null,
                    input.threshold(),
                    input.limits(),
                    input.reason(),
                    input.beside() == null ? null : of(input.beside()));
        }

        Input input() {
            return new Input(
                    code,
                    label,
                    unit,
                    number != null ? number : yes != null ? yes : text,
                    threshold,
                    limits,
                    reason,
                    beside == null ? null : beside.input());
        }
    }

    /** For {@link #ROWS}, numbered from 0. */
    public static String rows(List<Finding> findings) {
        return json(IntStream.range(0, findings.size())
                .mapToObj(position -> Row.of(position, findings.get(position)))
                .toList());
    }

    /** @param row with all columns but the decision's */
    public static Finding finding(ResultSet row, String decision, int decisionVersion) throws SQLException {
        return new Finding(
                row.getString("code"),
                decision,
                decisionVersion,
                row.getString("rule"),
                row.getString("article"),
                row.getString("label"),
                read(row.getString("inputs"), new TypeReference<List<StoredInput>>() {}).stream()
                        .map(StoredInput::input)
                        .toList(),
                row.getString("requirement"),
                Outcome.valueOf(row.getString("outcome")),
                read(row.getString("shortfall"), new TypeReference<>() {}));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

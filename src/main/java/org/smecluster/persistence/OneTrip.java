package org.smecluster.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Several statements, parted by semicolons, that go to the database together and are carried out one after the other: each sees
 * what the one before it wrote, or waited for. A common table expression would not, and a statement by itself is a round trip.
 */
@Component
public class OneTrip {

    private final NamedParameterJdbcOperations jdbc;

    OneTrip(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of the last of the statements that has any to give. */
    public <T> List<T> lastOf(String statements, Map<String, ?> parameters, RowMapper<T> mapper) {
        return jdbc.execute(statements, parameters, prepared -> {
            ResultSet last = last(prepared);
            return last == null ? List.of() : new RowMapperResultSetExtractor<>(mapper).extractData(last);
        });
    }

    public void update(String statements, Map<String, ?> parameters) {
        jdbc.execute(statements, parameters, PreparedStatement::execute);
    }

    private static ResultSet last(PreparedStatement prepared) throws SQLException {
        ResultSet last = null;
        boolean rows = prepared.execute();
        while (rows || prepared.getUpdateCount() != -1) {
            if (rows) {
                last = prepared.getResultSet();
            }
            rows = prepared.getMoreResults(Statement.KEEP_CURRENT_RESULT);
        }
        return last;
    }
}

package org.smecluster.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows as records: each component is read from the column of its name, {@code caseNumber} from {@code case_number}; other
 * columns are passed over. A {@code timestamptz} is an {@link Instant}, a {@code text[]} a list. What {@code
 * JdbcClient.query(Type.class)} does looks for a column {@code casenumber} first and asks the driver for types that it does
 * not know; each of these ends in an exception, which makes a row of fifteen columns some forty times as dear.
 */
public final class Rows<T> extends DataClassRowMapper<T> {

    private static final Map<Class<?>, Rows<?>> KNOWN = new ConcurrentHashMap<>();

    private Rows(Class<T> type) {
        super(type);
    }

    @SuppressWarnings("unchecked")
    public static <T> RowMapper<T> of(Class<T> type) {
        return (RowMapper<T>) KNOWN.computeIfAbsent(type, Rows::new);
    }

    @Override
    protected String lowerCaseName(String name) {
        return underscoreName(name);
    }

    @Override
    protected Object getColumnValue(ResultSet row, int column, Class<?> type) throws SQLException {
        if (type == Instant.class) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        if (type == List.class) {
            return List.of((Object[]) row.getArray(column).getArray());
        }
        return super.getColumnValue(row, column, type);
    }
}

package org.smecluster.policy.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a form with the line it stands in.
 *
 * @param value a Map of Json, a List of Json, a String, a Double, a Boolean or null
 */
public record Json(Object value, int line) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** @return empty where it cannot be read (the list of what is allowed says that to the person) */
    public static Optional<Json> read(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return Optional.of(value(json));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Json value(JsonParser json) throws IOException {
        int line = json.currentTokenLocation().getLineNr();
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Json> members = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                members.put(name, value(json));
            }
            return new Json(members, line);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Json> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(json));
            }
            return new Json(items, line);
        }
        if (token == null) {
            throw new IOException("nothing there");
        }
        Object plain =
                switch (token) {
                    case VALUE_STRING -> json.getText();
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
                    case VALUE_TRUE -> Boolean.TRUE;
                    case VALUE_FALSE -> Boolean.FALSE;
                    default -> null;
                };
        return new Json(plain, line);
    }

    /** Of an object; a Json of null where it is none or has no such member. */
    public Json at(String name) {
        Json found = value instanceof Map<?, ?> members ? (Json) members.get(name) : null;
        return found == null ? new Json(null, line) : found;
    }

    @SuppressWarnings("unchecked")
    public List<Json> items() {
        return value instanceof List<?> ? (List<Json>) value : List.of();
    }

    /** Null where it is no text. */
    public String text() {
        return value instanceof String text ? text : null;
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}

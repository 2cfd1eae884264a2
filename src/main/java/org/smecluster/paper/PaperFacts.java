package org.smecluster.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a paper tells, by the names of its fields: values, and lists of rows. What is not there is blank.
 *
 * @param values by field, e.g. 集群名称
 * @param lists rows by list, each row by column
 */
public record PaperFacts(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    public PaperFacts {
        values = Map.copyOf(values);
        lists = Map.copyOf(lists);
    }

    public static PaperFacts none() {
        return new PaperFacts(Map.of(), Map.of());
    }

    /** One more value; null and blank are left out, a day is written as in prose. */
    public PaperFacts with(String field, Object value) {
        String text = value instanceof LocalDate day ? DAY.format(day) : value == null ? "" : value.toString();
        Map<String, String> more = new TreeMap<>(values);
        if (text.isBlank()) {
            more.remove(field);
        } else {
            more.put(field, text.strip());
        }
        return new PaperFacts(more, lists);
    }

    public PaperFacts withList(String list, List<Map<String, String>> rows) {
        Map<String, List<Map<String, String>>> more = new TreeMap<>(lists);
        more.put(list, rows.stream().<Map<String, String>>map(TreeMap::new).toList());
        return new PaperFacts(values, more);
    }

    /** The same text for the same facts, whatever order they were put in. */
    public String json() {
        try {
            return JSON.writeValueAsString(Map.of("values", values, "lists", lists));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static PaperFacts of(String json) {
        try {
            return JSON.readValue(json, PaperFacts.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no facts of a paper", broken);
        }
    }

    /** SHA-256 of {@link #json}, in hexadecimal. */
    public String digest() {
        return digest(json().getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in hexadecimal. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

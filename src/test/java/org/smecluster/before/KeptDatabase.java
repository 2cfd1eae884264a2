package org.smecluster.before;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The data of a database as one file: each table by COPY, the sequences, and texts that whoever wrote it wants to find again.
 * The schema is not in it: it is made by Flyway, as far as the data say that it had come, and by the engine's own scripts.
 */
final class KeptDatabase {

    private static final String TABLES = "tables/";
    private static final String LINES = "lines";
    private static final String TEXTS = "texts";
    private static final int SHORT = Character.MAX_RADIX;
    private static final String SEQUENCES = "sequences";
    private static final String VERSION = "version";
    private static final String ENGINE = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> ENGINE_SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private KeptDatabase() {}

    static void write(DataSource source, Map<String, String> texts, Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        JdbcClient database = JdbcClient.create(source);
        try (Connection connection = source.getConnection();
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            text(
                    zip,
                    VERSION,
                    database.sql("select version from flyway_schema_history order by installed_rank desc limit 1")
                            .query(String.class)
                            .single());
            text(
                    zip,
                    SEQUENCES,
                    String.join("\n", database.sql("""
                            select sequencename || ' ' || last_value from pg_sequences
                            where schemaname = 'public' and last_value is not null order by 1
                            """).query(String.class).list()));
            texts(zip, texts);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables(database)) {
                zip.putNextEntry(new ZipEntry(TABLES + table + "/" + columns(database, table)));
                copies.copyOut("copy (select * from " + table + " order by 1) to stdout", zip);
                zip.closeEntry();
            }
        }
    }

    /** Each line once, and each text as the numbers of its lines: pages repeat each other. */
    private static void texts(ZipOutputStream zip, Map<String, String> texts) throws IOException {
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> numbered = new ArrayList<>();
        texts.forEach((name, text) -> numbered.add(name + " "
                + text.lines()
                        .map(line -> Integer.toString(lines.computeIfAbsent(line, any -> lines.size()), SHORT))
                        .collect(Collectors.joining(" "))));
        text(zip, LINES, String.join("\n", lines.keySet()));
        text(zip, TEXTS, String.join("\n", numbered));
    }

    private static SortedMap<String, String> texts(List<String> lines, String numbered) {
        SortedMap<String, String> texts = new TreeMap<>();
        numbered.lines()
                .map(text -> text.split(" "))
                .forEach(text -> texts.put(
                        text[0],
                        Arrays.stream(text)
                                .skip(1)
                                .map(number -> lines.get(Integer.parseInt(number, SHORT)))
                                .collect(Collectors.joining("\n"))));
        return texts;
    }

    private static List<String> tables(JdbcClient database) {
        return database.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
                .query(String.class)
                .list();
    }

    private static String columns(JdbcClient database, String table) {
        return String.join(
                ",", database.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = :table order by ordinal_position
                        """).param("table", table).query(String.class).list());
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** @return the texts that were written with the data */
    static SortedMap<String, String> load(InputStream file, DataSource empty) throws IOException, SQLException {
        Map<String, String> said = new HashMap<>();
        JdbcClient database = JdbcClient.create(empty);
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement();
                ZipInputStream zip = new ZipInputStream(file)) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            // rows come in the order of their tables' names
            statement.execute("set session_replication_role = replica");
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(TABLES)) {
                    String[] table = entry.getName().substring(TABLES.length()).split("/");
                    copies.copyIn("copy " + table[0] + " (" + table[1] + ") from stdin", zip);
                } else {
                    String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    switch (entry.getName()) {
                        case VERSION -> schema(empty, connection, text);
                        case SEQUENCES ->
                            text.lines().map(line -> line.split(" ")).forEach(each -> database.sql(
                                            "select setval(cast(:name as regclass), :value)")
                                    .param("name", each[0])
                                    .param("value", Long.valueOf(each[1]))
                                    .query(Long.class)
                                    .single());
                        default -> said.put(entry.getName(), text);
                    }
                }
            }
            statement.execute("analyze");
        }
        return texts(List.of(said.get(LINES).split("\n", -1)), said.get(TEXTS));
    }

    private static void schema(DataSource empty, Connection connection, String version) throws SQLException {
        Flyway.configure().dataSource(empty).target(version).load().migrate();
        for (String script : ENGINE_SCRIPTS) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(ENGINE.formatted(script)));
        }
        try (Statement statement = connection.createStatement()) {
            // what migrations and scripts put in is in the data too
            statement.execute("truncate " + String.join(", ", tables(JdbcClient.create(empty))) + " cascade");
        }
    }
}

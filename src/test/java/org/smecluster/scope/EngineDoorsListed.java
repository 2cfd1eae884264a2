package org.smecluster.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The doors of {@code security/engine-doors.yml}, each with somebody who may come in. */
final class EngineDoorsListed {

    record Door(String user, String method, String path) {}

    private EngineDoorsListed() {}

    static List<Door> all() {
        try (InputStream in = EngineDoorsListed.class.getResourceAsStream("/security/engine-doors.yml")) {
            List<Door> doors = new ArrayList<>();
            Map<String, List<Map<String, List<String>>>> file = new Yaml().load(in);
            for (Map<String, List<String>> list : file.get("doors")) {
                for (String line : list.get("may")) {
                    String[] door = line.trim().split("\\s+");
                    String path =
                            door[1].startsWith("/camunda") ? door[1] : "/camunda/api/engine/engine/default" + door[1];
                    doors.add(new Door(user(list.get("for")), door[0], path));
                }
            }
            return doors;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String user(List<String> roles) {
        return roles.contains("administrator") ? "admin" : roles.contains("policy-owner") ? "policy" : "pingluo";
    }
}

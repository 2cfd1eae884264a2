package org.smecluster.policy.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.smecluster.policy.ModelSource;

/** A small process drawn at random: tasks with forms, gateways of all kinds, conditions on what the forms ask. */
final class RandomNet {

    static final String FLAG = "flag";
    static final String CODE = "code";

    enum Kind {
        START("startEvent"),
        TASK("userTask"),
        EXCLUSIVE("exclusiveGateway"),
        PARALLEL("parallelGateway"),
        INCLUSIVE("inclusiveGateway"),
        END("endEvent");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    /** @param condition null where there is none; {@code byDefault}: taken where no other is */
    record Way(int from, int to, String condition, boolean byDefault) {}

    final List<Kind> nodes = new ArrayList<>();
    final List<List<Way>> ways = new ArrayList<>();
    /** Of each task: what its form asks. */
    final Map<Integer, List<String>> fields = new LinkedHashMap<>();

    private final Random random;

    RandomNet(long seed) {
        random = new Random(seed);
        nodes.add(Kind.START);
        for (int i = 0, tasks = 2 + random.nextInt(3); i < tasks; i++) {
            fields.put(nodes.size(), asked());
            nodes.add(Kind.TASK);
        }
        for (int i = 0, gateways = 1 + random.nextInt(4); i < gateways; i++) {
            nodes.add(List.of(Kind.EXCLUSIVE, Kind.EXCLUSIVE, Kind.PARALLEL, Kind.PARALLEL, Kind.INCLUSIVE)
                    .get(random.nextInt(5)));
        }
        nodes.add(Kind.END);
        for (int node = 0; node < nodes.size(); node++) {
            ways.add(out(node));
        }
    }

    private List<String> asked() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> List.of(FLAG);
            case 2 -> List.of(CODE);
            default -> List.of(FLAG, CODE);
        };
    }

    private List<Way> out(int node) {
        List<Way> out = new ArrayList<>();
        boolean gateway = nodes.get(node).element.endsWith("Gateway");
        int count = nodes.get(node) == Kind.END ? 0 : gateway ? 1 + random.nextInt(3) : 1;
        boolean asks = count > 1 && nodes.get(node) != Kind.PARALLEL;
        int byDefault = asks && random.nextInt(4) > 0 ? random.nextInt(count) : -1;
        for (int i = 0; i < count; i++) {
            String condition = asks && i != byDefault ? condition() : null;
            out.add(new Way(node, 1 + random.nextInt(nodes.size() - 1), condition, i == byDefault));
        }
        return out;
    }

    private String condition() {
        return List.of(
                        "flag == true",
                        "flag == false",
                        "!flag",
                        "flag",
                        "code == 'A'",
                        "code != 'B'",
                        "code == null",
                        "code == 'B'")
                .get(random.nextInt(8));
    }

    int incoming(int node) {
        return (int) ways.stream()
                .flatMap(List::stream)
                .filter(way -> way.to() == node)
                .count();
    }

    List<ModelSource> files() {
        List<ModelSource> files = new ArrayList<>();
        files.add(file("random.bpmn", model()));
        fields.forEach((task, asked) -> files.add(file("form" + task + ".form", form(task, asked))));
        return files;
    }

    private static ModelSource file(String name, String text) {
        return new ModelSource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String model() {
        StringBuilder xml = new StringBuilder("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
                targetNamespace="random"><bpmn:process id="random" isExecutable="true">
                """);
        for (int node = 0; node < nodes.size(); node++) {
            String of = nodes.get(node).element;
            xml.append("<bpmn:").append(of).append(" id=\"n").append(node).append('"');
            for (int i = 0; i < ways.get(node).size(); i++) {
                if (ways.get(node).get(i).byDefault()) {
                    xml.append(" default=\"f")
                            .append(node)
                            .append('_')
                            .append(i)
                            .append('"');
                }
            }
            if (fields.containsKey(node)) {
                xml.append(" camunda:formRef=\"form").append(node).append('"');
            }
            xml.append("/>\n");
        }
        for (int node = 0; node < nodes.size(); node++) {
            for (int i = 0; i < ways.get(node).size(); i++) {
                Way way = ways.get(node).get(i);
                xml.append("<bpmn:sequenceFlow id=\"f%d_%d\" sourceRef=\"n%d\" targetRef=\"n%d\">"
                        .formatted(node, i, node, way.to()));
                if (way.condition() != null) {
                    xml.append("<bpmn:conditionExpression>${")
                            .append(way.condition())
                            .append("}</bpmn:conditionExpression>");
                }
                xml.append("</bpmn:sequenceFlow>\n");
            }
        }
        return xml.append("</bpmn:process></bpmn:definitions>").toString();
    }

    private static String form(int task, List<String> asked) {
        List<String> components = new ArrayList<>();
        if (asked.contains(FLAG)) {
            components.add("{\"type\":\"checkbox\",\"key\":\"flag\"}");
        }
        if (asked.contains(CODE)) {
            components.add("{\"type\":\"select\",\"key\":\"code\",\"values\":[{\"value\":\"A\"},{\"value\":\"B\"}]}");
        }
        return "{\"id\":\"form%d\",\"type\":\"default\",\"components\":[%s]}"
                .formatted(task, String.join(",", components));
    }

    @Override
    public String toString() {
        return model();
    }
}

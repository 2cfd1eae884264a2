package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The decisions of one file, as the engine would run them. */
record DecisionModel(String file, Xml root, Map<String, Decision> decisions) {

    /**
     * @param table   null where it is no table
     * @param literal null where it is no literal expression
     * @param result  name of what a literal expression yields
     * @param links   the decisions that it requires, by id; of another file or none at all too
     */
    record Decision(String id, String name, Xml at, Table table, Cell literal, String result, List<Link> links) {

        String called() {
            return "「" + (name == null || name.isBlank() ? id : name) + "」";
        }

        /** Names of what it yields. */
        Stream<String> yields() {
            return table == null
                    ? Stream.ofNullable(result)
                    : table.outputs().stream().map(Output::name);
        }

        /** Of all expressions and cells, in the order of the file. */
        Stream<Cell> cells() {
            if (table == null) {
                return Stream.ofNullable(literal);
            }
            return Stream.concat(
                    table.inputs().stream().map(Column::expression),
                    table.rules().stream()
                            .flatMap(rule -> Stream.concat(rule.conditions().stream(), rule.outputs().stream())));
        }

        /** Whether more than one row may come back: another decision is then given a list. */
        boolean isListing() {
            return table != null
                    && table.aggregation() == null
                    && (table.hitPolicy().equals("COLLECT") || table.hitPolicy().equals("RULE ORDER"));
        }
    }

    record Link(Xml at, String decision) {}

    record Table(
            Xml at,
            String hitPolicy,
            String aggregation,
            List<Column> inputs,
            List<Output> outputs,
            List<Rule> rules) {}

    /** @param own by which name the cells may call its value; null where by none */
    record Column(Xml at, String label, Cell expression, String type, String own, String allowed) {

        String called() {
            return "「" + (label == null || label.isBlank() ? expression.text() : label) + "」";
        }

        /** The variable that it stands for; empty where it is calculated. */
        Optional<String> variable() {
            return expression.node() instanceof FeelNode.Name name ? Optional.of(name.name()) : Optional.empty();
        }
    }

    record Output(Xml at, String label, String name, String type, String allowed) {

        String called() {
            return "「" + (label == null || label.isBlank() ? name : label) + "」";
        }
    }

    /** @param number as the Modeler counts, from 1 */
    record Rule(Xml at, int number, List<Cell> conditions, List<Cell> outputs) {

        String called() {
            return "第" + number + "条规则";
        }
    }

    /**
     * @param at   the entry; null where nothing is written
     * @param node null where it is not known here
     */
    record Cell(Xml at, String text, FeelNode node) {

        boolean isAnything() {
            return node instanceof FeelNode.Anything;
        }

        /** Of an output: the value that always comes. */
        Optional<Object> constant() {
            return node instanceof FeelNode.Literal literal ? Optional.ofNullable(literal.value()) : Optional.empty();
        }

        boolean isConstant() {
            return node instanceof FeelNode.Literal || text.isBlank();
        }
    }

    static DecisionModel of(String file, Xml root) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        root.children("decision")
                .filter(decision -> decision.id() != null)
                .forEach(decision -> decisions.put(decision.id(), decision(decision)));
        return new DecisionModel(file, root, decisions);
    }

    private static Decision decision(Xml at) {
        Xml literal = at.child("literalExpression").orElse(null);
        return new Decision(
                at.id(),
                at.attribute("name"),
                at,
                at.child("decisionTable").map(DecisionModel::table).orElse(null),
                literal == null ? null : output(literal),
                at.child("variable").map(variable -> variable.attribute("name")).orElse(null),
                at.children("informationRequirement")
                        .flatMap(requirement -> requirement.children("requiredDecision"))
                        .map(link -> new Link(link, link.attribute("href", "").replaceFirst("^#", "")))
                        .toList());
    }

    private static Table table(Xml at) {
        List<Column> inputs = at.children("input").map(DecisionModel::column).toList();
        List<Output> outputs = at.children("output")
                .map(output -> new Output(
                        output,
                        output.attribute("label"),
                        output.attribute("name", ""),
                        output.attribute("typeRef"),
                        allowed(output, "outputValues")))
                .toList();
        List<Rule> rules = new ArrayList<>();
        at.children("rule")
                .forEach(rule -> rules.add(new Rule(
                        rule,
                        rules.size() + 1,
                        conditions(rule, inputs),
                        rule.children("outputEntry").map(DecisionModel::output).toList())));
        return new Table(
                at,
                at.attribute("hitPolicy", "UNIQUE"),
                at.attribute("aggregation"),
                inputs,
                outputs,
                List.copyOf(rules));
    }

    private static String allowed(Xml column, String element) {
        return column.child(element).map(values -> text(values)).orElse("");
    }

    private static Column column(Xml at) {
        Xml expression = at.child("inputExpression").orElse(null);
        String text = expression == null ? "" : text(expression);
        return new Column(
                at,
                at.attribute("label"),
                new Cell(
                        expression == null ? at : expression,
                        text,
                        FeelReader.expression(text).orElse(null)),
                expression == null ? null : expression.attribute("typeRef"),
                at.attribute("camunda:inputVariable"),
                allowed(at, "inputValues"));
    }

    private static List<Cell> conditions(Xml rule, List<Column> columns) {
        List<Cell> cells = new ArrayList<>();
        rule.children("inputEntry").forEach(entry -> {
            String text = text(entry);
            cells.add(new Cell(entry, text, FeelReader.unaryTests(text).orElse(null)));
        });
        // Camunda takes what is not written for anything
        while (cells.size() < columns.size()) {
            cells.add(new Cell(rule, "", new FeelNode.Anything()));
        }
        return List.copyOf(cells);
    }

    private static Cell output(Xml entry) {
        String text = text(entry);
        FeelNode node = text.isBlank()
                ? new FeelNode.Literal(null)
                : FeelReader.expression(text).orElse(null);
        return new Cell(entry, text, node);
    }

    private static String text(Xml element) {
        return Objects.requireNonNullElse(element.text("text"), "");
    }
}

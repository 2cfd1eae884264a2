package org.smecluster.testsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.smecluster.law.TypedText;
import org.smecluster.policy.guard.DecisionColumns;

/**
 * The examples of a decision. Two rows of heads: the labels as the table has them, with the unit, and below each the variable's
 * name; then a row for each example.
 */
public record ExampleSheet(List<Head> heads, List<Example> examples) {

    static final String NAME = "例子";
    static final String NAMES = "表中的名称";
    static final String EXPECTED = "应得：";
    static final String COUNT = "结果条数";
    static final String ARTICLE = "条款";
    /** Head of what the program adds for a person to look at; not read. */
    static final String CAME_OUT = "这次得出（系统填写，不读）";

    static final int WIDEST = 64;
    static final int MOST_EXAMPLES = 500;
    private static final int HEAD_ROWS = 2;

    /**
     * A column.
     *
     * @param output whether it stands for what has to come out
     * @param label  in Chinese, with the unit
     * @param name   the variable
     * @param column from 0
     */
    public record Head(boolean output, String label, String name, int column) {

        boolean stands(Head other) {
            return output == other.output && name.equals(other.name);
        }

        /** As row 1 has it. */
        public String words() {
            return (output ? EXPECTED : "") + label;
        }
    }

    /** A row of cells. */
    record Line(int number, List<String> cells) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    public ExampleSheet {
        heads = List.copyOf(heads);
        examples = List.copyOf(examples);
    }

    static String at(int column, int line) {
        return CellReference.convertNumToColString(column) + line;
    }

    /**
     * @param lines with content, the heads among them
     * @throws SheetFaults where the rows and columns are none of a test sheet
     */
    static ExampleSheet of(List<Line> lines) {
        List<String> faults = new ArrayList<>();
        Line labels = numbered(lines, 1);
        Line names = numbered(lines, HEAD_ROWS);
        if (!labels.cell(0).equals(NAME) || !names.cell(0).equals(NAMES)) {
            throw new SheetFaults(List.of("A1：不是测试表，第1行应以“" + NAME + "”开头，第2行应以“" + NAMES + "”开头。请下载这张决策表的测试表，在里面修改"));
        }
        int count = labels.cells().indexOf(COUNT);
        int article = labels.cells().indexOf(ARTICLE);
        Stream.of(COUNT, ARTICLE)
                .filter(head -> labels.cells().stream().filter(head::equals).count() != 1)
                .forEach(head -> faults.add("第1行：应有一列“" + head + "”，请从下载的测试表中恢复"));
        List<Head> heads = heads(labels, names, Set.of(0, count, article), faults);
        Set<Integer> headed = Stream.concat(
                        Stream.of(0, count, article, labels.cells().indexOf(CAME_OUT)),
                        heads.stream().map(Head::column))
                .collect(Collectors.toSet());
        List<Example> examples = new ArrayList<>();
        int expected = HEAD_ROWS + 1;
        for (Line line : lines) {
            if (line.number() <= HEAD_ROWS) {
                continue;
            }
            if (line.number() > expected) {
                faults.add("A" + expected + "：第" + expected + "行是空行，请删去空行");
            }
            expected = line.number() + 1;
            IntStream.range(0, line.cells().size())
                    .filter(column -> !line.cell(column).isEmpty() && !headed.contains(column))
                    .forEach(column -> faults.add(at(column, line.number()) + "：这一列没有列名，请删去其中的内容"));
            examples.add(example(line, heads, count, article));
        }
        if (examples.isEmpty()) {
            faults.add("A3：没有例子，请至少填写一行");
        }
        if (!faults.isEmpty()) {
            throw new SheetFaults(faults);
        }
        return new ExampleSheet(heads, examples);
    }

    private static Line numbered(List<Line> lines, int number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElse(new Line(number, List.of()));
    }

    private static List<Head> heads(Line labels, Line names, Set<Integer> others, List<String> faults) {
        List<Head> heads = new ArrayList<>();
        for (int column = 0; column < WIDEST; column++) {
            String label = labels.cell(column);
            String name = names.cell(column);
            if (others.contains(column) || label.equals(CAME_OUT) || label.isEmpty() && name.isEmpty()) {
                continue;
            }
            boolean output = label.startsWith(EXPECTED);
            Head head = new Head(output, output ? label.substring(EXPECTED.length()) : label, name, column);
            if (name.isEmpty()) {
                faults.add(at(column, HEAD_ROWS) + "：“" + label + "”下面没有写表中的名称，请从下载的测试表中恢复");
            } else if (heads.stream().anyMatch(head::stands)) {
                faults.add(at(column, HEAD_ROWS) + "：“" + name + "”有两列，请删去一列");
            } else {
                heads.add(head);
            }
        }
        return heads;
    }

    private static Example example(Line line, List<Head> heads, int count, int article) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        heads.stream()
                .filter(head -> !line.cell(head.column()).isEmpty())
                .forEach(head -> (head.output() ? expected : inputs).put(head.name(), line.cell(head.column())));
        return new Example(
                line.number(),
                line.cell(0),
                inputs,
                expected,
                count < 0 ? "" : line.cell(count),
                article < 0 ? "" : line.cell(article).replace('（', '(').replace('）', ')'));
    }

    /** @throws SheetFaults where the text is no test sheet */
    static ExampleSheet read(String csv) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String each : csv.lines().toList()) {
            number++;
            List<String> cells = cells(each);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add(new Line(number, cells));
            }
        }
        return of(lines);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells.stream().map(TypedText::line).toList();
    }

    /** As text: the same examples are the same text. */
    String csv() {
        StringBuilder text = new StringBuilder();
        headRows().forEach(row -> line(text, row));
        examples.forEach(example -> line(text, cells(example, Function.identity())));
        return text.toString();
    }

    List<List<String>> headRows() {
        List<String> labels = new ArrayList<>(List.of(NAME));
        List<String> names = new ArrayList<>(List.of(NAMES));
        heads.forEach(head -> {
            labels.add(head.words());
            names.add(head.name());
        });
        labels.addAll(List.of(COUNT, ARTICLE));
        names.addAll(List.of("", ""));
        return List.of(labels, names);
    }

    /** In the order of the heads. */
    <T> List<T> cells(Example example, Function<String, T> cell) {
        List<String> cells = new ArrayList<>(List.of(example.name()));
        heads.forEach(head -> cells.add(example.cell(head)));
        cells.addAll(List.of(example.count(), example.article()));
        List<T> made = new ArrayList<>();
        cells.forEach(each -> made.add(cell.apply(each)));
        return made;
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream()
                        .map(cell -> cell.contains(",") || cell.contains("\"")
                                ? "\"" + cell.replace("\"", "\"\"") + "\""
                                : cell)
                        .collect(Collectors.joining(",")))
                .append('\n');
    }

    /** Its examples under the heads of a table: what the table has no column for is left out, what is new is empty. */
    ExampleSheet laidOut(DecisionColumns table) {
        List<Head> laid = new ArrayList<>();
        table.given().forEach(column -> laid.add(head(false, column, laid.size() + 1)));
        table.yields().stream()
                .filter(column -> heads.stream().anyMatch(head(true, column, 0)::stands))
                .forEach(column -> laid.add(head(true, column, laid.size() + 1)));
        if (laid.stream().noneMatch(Head::output)) {
            table.yields().forEach(column -> laid.add(head(true, column, laid.size() + 1)));
        }
        List<Example> moved = new ArrayList<>();
        examples.forEach(example -> moved.add(new Example(
                HEAD_ROWS + 1 + moved.size(),
                example.name(),
                kept(example, laid, false),
                kept(example, laid, true),
                example.count(),
                example.article())));
        return new ExampleSheet(laid, moved);
    }

    private static Head head(boolean output, DecisionColumns.Column column, int place) {
        return new Head(output, column.label(), column.name(), place);
    }

    private static Map<String, String> kept(Example example, List<Head> heads, boolean output) {
        Map<String, String> kept = new HashMap<>();
        heads.stream()
                .filter(head -> head.output() == output && !example.cell(head).isEmpty())
                .forEach(head -> kept.put(head.name(), example.cell(head)));
        return kept;
    }

    static ExampleSheet empty(DecisionColumns table) {
        return new ExampleSheet(List.of(), List.of()).laidOut(table);
    }

    Optional<Example> named(String name) {
        return examples.stream().filter(example -> example.name().equals(name)).findFirst();
    }
}

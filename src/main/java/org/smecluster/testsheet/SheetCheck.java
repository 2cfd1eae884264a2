package org.smecluster.testsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smecluster.law.Article;
import org.smecluster.policy.guard.DecisionColumns;
import org.smecluster.policy.guard.DecisionColumns.Column;
import org.smecluster.testsheet.ExampleSheet.Head;

/** Whether a sheet is one of a table: its columns, and what stands in each cell. */
final class SheetCheck {

    private static final int LONGEST = 300;
    private static final int LONGEST_NAME = 100;
    private static final String DOWNLOAD = "请下载按这张表列好的测试表，核对各行后再上传";

    private static final Set<String> ARTICLES = IntStream.rangeClosed(1, 19)
            .boxed()
            .flatMap(number -> IntStream.rangeClosed(0, 11).mapToObj(item -> Article.of(number, item)))
            .map(Article::toString)
            .collect(Collectors.toSet());

    private final ExampleSheet sheet;
    private final DecisionColumns table;
    private final List<String> faults = new ArrayList<>();

    private SheetCheck(ExampleSheet sheet, DecisionColumns table) {
        this.sheet = sheet;
        this.table = table;
    }

    /** In Chinese, where its columns are not those of the table, and what to do; empty where they are. */
    static List<String> columns(ExampleSheet sheet, DecisionColumns table) {
        SheetCheck check = new SheetCheck(sheet, table);
        check.columns();
        return check.faults;
    }

    /** In Chinese, everything that is wrong with it, each at its cell. */
    static List<String> all(ExampleSheet sheet, DecisionColumns table) {
        SheetCheck check = new SheetCheck(sheet, table);
        check.columns();
        if (check.faults.isEmpty()) {
            check.examples();
        }
        return check.faults;
    }

    /** The output by which a row of several is found; empty where one row comes out, or no output is looked at. */
    static Optional<Head> finder(ExampleSheet sheet, DecisionColumns table) {
        return !table.listing()
                ? Optional.empty()
                : table.yields().stream()
                        .flatMap(column -> head(sheet, true, column.name()).stream())
                        .findFirst();
    }

    private static Optional<Head> head(ExampleSheet sheet, boolean output, String name) {
        return sheet.heads().stream()
                .filter(head -> head.output() == output && head.name().equals(name))
                .findFirst();
    }

    static Optional<Column> column(Head head, DecisionColumns table) {
        return (head.output() ? table.yields() : table.given())
                .stream().filter(column -> column.name().equals(head.name())).findFirst();
    }

    private void columns() {
        for (Head head : sheet.heads()) {
            String at = ExampleSheet.at(head.column(), 1) + "：列“" + head.words() + "”";
            column(head, table)
                    .ifPresentOrElse(
                            column -> {
                                if (!column.label().equals(head.label())) {
                                    faults.add(at + "在决策表中叫“" + column.label() + "”，请核对含义和单位，" + DOWNLOAD);
                                }
                            },
                            () -> faults.add(at + "（" + head.name() + "）在决策表“" + table.name() + "”中没有，" + DOWNLOAD));
        }
        table.given().stream()
                .filter(column -> head(sheet, false, column.name()).isEmpty())
                .forEach(column -> faults.add("第1行：缺少决策表“" + table.name() + "”的输入“" + column.label() + "”（"
                        + column.name() + "），" + DOWNLOAD));
        if (sheet.heads().stream().noneMatch(Head::output)) {
            faults.add("第1行：没有一列应得的结果，" + DOWNLOAD);
        }
    }

    private void examples() {
        if (sheet.examples().size() > ExampleSheet.MOST_EXAMPLES) {
            faults.add("例子超过" + ExampleSheet.MOST_EXAMPLES + "行，请删去重复的");
            return;
        }
        List<String> heads = sheet.headRows().get(0);
        Optional<Head> finder = finder(sheet, table);
        Map<String, Integer> names = new HashMap<>();
        Map<List<Object>, Integer> asked = new HashMap<>();
        for (Example example : sheet.examples()) {
            int line = example.line();
            if (example.name().isEmpty() || example.name().length() > LONGEST_NAME) {
                fault(0, line, "请给例子起一个名称，不超过" + LONGEST_NAME + "字");
            }
            Integer before = names.putIfAbsent(example.name(), line);
            if (before != null) {
                fault(0, line, "例子的名称与第" + before + "行相同，请改名，或者删去重复的一行");
            }
            Integer same = asked.putIfAbsent(
                    List.of(example.inputs(), finder.map(example::cell).orElse("")), line);
            if (same != null && before == null) {
                fault(0, line, "与第" + same + "行的输入相同，请删去一行");
            }
            sheet.heads().forEach(head -> cell(example, head));
            expected(example, finder, heads);
            if (!ARTICLES.contains(example.article())) {
                fault(
                        heads.indexOf(ExampleSheet.ARTICLE),
                        line,
                        "条款应写《暂行办法》的条款，例如“第十一条(一)”"
                                + (example.article().isEmpty() ? "" : "，现在是“" + shortened(example.article()) + "”"));
            }
        }
    }

    private void cell(Example example, Head head) {
        String text = example.cell(head);
        if (text.isEmpty() || head.output() && text.equals(Cell.NOTHING)) {
            return;
        }
        if (text.length() > LONGEST) {
            fault(head.column(), example.line(), "内容超过" + LONGEST + "字，请缩短");
            return;
        }
        column(head, table)
                .flatMap(column -> Cell.misfit(text, column.type()))
                .ifPresent(why -> fault(
                        head.column(),
                        example.line(),
                        "“" + head.label() + "”" + why + "，现在是“" + shortened(text) + "”"));
    }

    private void expected(Example example, Optional<Head> finder, List<String> heads) {
        int at = heads.indexOf(ExampleSheet.COUNT);
        boolean nothing = example.expected().isEmpty();
        if (!example.count().isEmpty() && !example.count().matches("[0-9]{1,3}")) {
            fault(at, example.line(), "结果条数应填整数，不核对的留空");
        } else if (nothing && example.count().isEmpty()) {
            fault(at, example.line(), "没有填应得的结果。应得结果和结果条数至少填一项，什么都不应得的，结果条数填0");
        } else if (!nothing && Stream.of("0", "00", "000").anyMatch(example.count()::equals)) {
            fault(at, example.line(), "结果条数是0的，应得的结果要留空");
        } else if (!nothing
                && finder.filter(head -> example.cell(head).isEmpty()).isPresent()) {
            fault(
                    finder.get().column(),
                    example.line(),
                    "这张表可以得出几条结果，请填写“" + finder.get().words() + "”，说明核对的是哪一条");
        }
    }

    private void fault(int column, int line, String what) {
        faults.add(ExampleSheet.at(column, line) + "：" + what);
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }
}

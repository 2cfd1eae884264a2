package org.smecluster.testsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.law.Refusal;
import org.smecluster.material.TypedList;
import org.smecluster.policy.guard.DecisionColumns;

/** A test sheet as the workbook that a policy owner downloads, changes and uploads. */
final class SheetWorkbook {

    private static final String SHEET = "测试表";

    private static final List<String> NOTES = List.of(
            "一行是一个例子：给决策表什么输入，应当得出什么结果，依据《暂行办法》的哪一条。",
            "前两行是列名，请不要改：第1行是决策表中的名称和单位，第2行是决策表中的变量名。",
            "例子：每行起一个不同的名称。输入：不知道、没有填报的留空；“是”“否”照写；数字不带单位，占比按比率填（35%填0.35）。",
            "应得的结果：不核对的留空；应当得出空值的写“" + Cell.NOTHING + "”。一张表可以得出几条结果的，第一列写明核对哪一条。",
            "结果条数：一共应得几条结果；什么都不应得的填0；不核对的留空。",
            "条款：写成“第十一条(一)”的样子。",
            "“" + ExampleSheet.CAME_OUT + "”一列只供查看，上传时不读。不要用公式，中间不要留空行。");

    private SheetWorkbook() {}

    static byte[] write(SheetView view) {
        ExampleSheet sheet = view.sheet() == null
                ? ExampleSheet.empty(view.table())
                : view.sheet().laidOut(view.table());
        Map<Integer, String> came = new HashMap<>();
        if (view.run() != null) {
            view.run()
                    .failing()
                    .forEach(result -> came.put(result.example().line(), String.join("；", result.differences())));
        }
        List<List<String>> heads = new ArrayList<>();
        sheet.headRows().forEach(row -> heads.add(new ArrayList<>(row)));
        heads.get(0).add(ExampleSheet.CAME_OUT);
        heads.get(1).add("");
        List<List<Object>> rows = new ArrayList<>();
        for (Example example : sheet.examples()) {
            List<Object> cells = sheet.cells(example, SheetWorkbook::cell);
            cells.add(came.get(example.line()));
            rows.add(cells);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TypedList.filled(SHEET, heads, rows, NOTES, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static Object cell(String text) {
        return Cell.number(text)
                .filter(number -> number.toPlainString().equals(text))
                .<Object>map(number -> number)
                .orElse(text.isEmpty() ? null : text);
    }

    /**
     * @return the sheet as it is kept
     * @throws Refusal where it is no workbook, or with everything that is wrong, each at its cell
     */
    static ExampleSheet read(byte[] content, DecisionColumns table) {
        if (content.length == 0) {
            throw new Refusal("请选择要上传的测试表");
        }
        List<String> faults = new ArrayList<>();
        List<ExampleSheet.Line> lines = new ArrayList<>();
        TypedList.typed(
                        new ByteArrayInputStream(content),
                        SHEET,
                        ExampleSheet.WIDEST,
                        ExampleSheet.MOST_EXAMPLES + 2,
                        (cell, fault) -> faults.add(cell + "：" + fault))
                .forEach(line -> lines.add(new ExampleSheet.Line(
                        line.number(), line.cells().stream().map(Cell::typed).toList())));
        if (!faults.isEmpty()) {
            throw new SheetFaults(faults);
        }
        ExampleSheet sheet = ExampleSheet.of(lines);
        List<String> wrong = SheetCheck.all(sheet, table);
        if (!wrong.isEmpty()) {
            throw new SheetFaults(wrong);
        }
        return sheet.laidOut(table);
    }
}

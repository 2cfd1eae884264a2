package org.smecluster.portal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.paper.PaperService.Content;
import org.smecluster.testsheet.Example;
import org.smecluster.testsheet.ExampleSheet.Head;
import org.smecluster.testsheet.RowChange;
import org.smecluster.testsheet.SheetRun.Result;
import org.smecluster.testsheet.SheetView;
import org.smecluster.testsheet.TestSheets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** A test sheet as pages show it. */
@Component
class SheetOnPage {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /**
     * @param given    the inputs that are filled, in words
     * @param expected so of what has to come out
     * @param problems what came out otherwise; empty where it passes; null where it was not run
     */
    record Row(int line, String name, String given, String expected, String article, List<String> problems) {}

    void fill(SheetView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("rows", rows(view));
        model.addAttribute("changes", changes(view));
        model.addAttribute(
                "unhit",
                view.run() == null
                        ? ""
                        : view.run().unhit().stream().map(String::valueOf).collect(Collectors.joining("、")));
    }

    private static List<Row> rows(SheetView view) {
        if (view.sheet() == null) {
            return List.of();
        }
        return view.run() == null
                ? view.sheet().examples().stream()
                        .map(example -> row(view, example, null))
                        .toList()
                : view.run().results().stream()
                        .sorted((one, other) -> Boolean.compare(one.passed(), other.passed()))
                        .map(result -> row(view, result))
                        .toList();
    }

    private static Row row(SheetView view, Result result) {
        return row(view, result.example(), result.differences());
    }

    private static Row row(SheetView view, Example example, List<String> problems) {
        return new Row(
                example.line(),
                example.name(),
                words(view, example, false, Stream.empty()),
                words(
                        view,
                        example,
                        true,
                        Stream.of(example.count())
                                .filter(count -> !count.isEmpty())
                                .map(count -> count + "条结果")),
                example.article(),
                problems);
    }

    private static String words(SheetView view, Example example, boolean output, Stream<String> more) {
        String words = Stream.concat(
                        view.sheet().heads().stream()
                                .filter(head -> head.output() == output)
                                .filter(head -> !example.cell(head).isEmpty())
                                .map(head -> told(head, example.cell(head))),
                        more)
                .collect(Collectors.joining("；"));
        return words.isEmpty() ? "都没有填报" : words;
    }

    private static String told(Head head, String cell) {
        return head.label() + " " + cell;
    }

    /** @param lines each cell that differs, before and after */
    record Change(String kind, String name, List<String> lines) {}

    private static List<Change> changes(SheetView view) {
        return view.changed().stream()
                .map(change -> new Change(
                        change.kind(),
                        change.name(),
                        change.cells().stream().map(SheetOnPage::told).toList()))
                .toList();
    }

    private static String told(RowChange.CellChange cell) {
        if (cell.before().isEmpty()) {
            return cell.head() + "：填“" + cell.after() + "”";
        }
        return cell.head() + "：“" + cell.before() + "”" + (cell.after().isEmpty() ? "删去" : "改为“" + cell.after() + "”");
    }

    /** What an upload would change; nothing was kept. */
    String preview(SheetView view, String back, Model model) {
        fill(view, model);
        model.addAttribute("back", back);
        return "models/sheet-preview";
    }

    ResponseEntity<byte[]> workbook(SheetView view, String which) {
        return PaperPages.attachment(
                XLSX, new Content("测试表-" + view.table().name() + which + ".xlsx", TestSheets.workbook(view)));
    }

    /** @throws org.smecluster.law.Refusal where none was chosen, or it did not arrive whole */
    static byte[] bytes(MultipartFile file) {
        PaperPages.name(file);
        return PaperPages.bytes(file);
    }
}

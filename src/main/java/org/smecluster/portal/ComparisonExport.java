package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.smecluster.law.Finding;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.portal.BatchPages.Head;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.BatchComparison.Row;
import org.smecluster.recognition.BatchComparisons;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.ComparisonSearch;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A batch's comparison as a workbook, for the region's staff, with the filter and in the order of the page. */
@Controller
class ComparisonExport {

    private final CurrentUser user;
    private final Batches batches;
    private final BatchComparisons comparisons;
    private final ListExport export;

    ComparisonExport(CurrentUser user, Batches batches, BatchComparisons comparisons, ListExport export) {
        this.user = user;
        this.batches = batches;
        this.comparisons = comparisons;
        this.export = export;
    }

    @GetMapping("/batches/{number}/comparison/export")
    void export(@PathVariable String number, ComparisonChoice choice, HttpServletResponse response) throws IOException {
        if (!user.isProvince()) {
            throw new NotVisible();
        }
        Batch batch = batches.byNumber(number).orElseThrow(NotVisible::new);
        ComparisonSearch search = choice.search();
        List<Row> rows = comparisons.rows(batch.id(), search, 0, ListExport.MOST);
        List<Head> heads = BatchPages.heads(rows);
        export.send(
                "比较" + number,
                comparisons.count(batch.id(), search).found(),
                columns(heads),
                rows.stream().map(row -> cells(row, heads)).toList(),
                response);
    }

    private static List<Column> columns(List<Head> heads) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("集群", 36),
                new Column("案号", 20),
                new Column("市", 12),
                new Column("县（市、区）、园区", 20),
                new Column("主导产业", 24),
                new Column("总体结论", 12)));
        heads.forEach(head -> columns.add(new Column(head.label(), 18)));
        columns.addAll(List.of(
                new Column("需说明的条件", 36),
                new Column("第十条", 20),
                new Column("复审结论", 12),
                new Column("审定", 10),
                new Column("审定理由", 36)));
        return columns;
    }

    private static List<Object> cells(Row row, List<Head> heads) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                row.clusterName(),
                row.caseNumber(),
                row.city(),
                row.county(),
                row.leadingIndustry(),
                row.overall() == null ? "" : row.overall().label()));
        cells.addAll(BatchPages.cells(row, heads));
        cells.add(row.softMisses().stream().map(Finding::label).collect(Collectors.joining("、")));
        cells.add(row.incidents().isEmpty() ? "无" : row.incidents().size() + "项");
        cells.add(row.conclusion() == null ? "" : row.conclusion().label());
        cells.add(row.decision()
                .map(decision -> decision.selected() ? "入选" : "不入选")
                .orElse("未定"));
        cells.add(row.decision().map(decision -> decision.reason()).orElse(""));
        return cells;
    }
}

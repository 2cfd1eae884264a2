package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.material.SummaryTable;
import org.smecluster.material.SummaryTable.Column;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** A long list as a workbook: what the page lists with its filters, all pages of it. */
@Component
class ListExport {

    /** Longer lists are filtered first; the workbook says that it is not all. */
    static final int MOST = 5000;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r]");

    private final Clock clock;

    ListExport(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param name of the list, e.g. 案件
     * @param total of the list; of it the rows are the first
     */
    void send(String name, int total, List<Column> columns, List<List<Object>> rows, HttpServletResponse response)
            throws IOException {
        send(name, List.of(), total, rows.size(), columns, rows, response);
    }

    /**
     * As the other.
     *
     * @param about lines above the table
     * @param sent of the total how many; sums may stand below them
     */
    void send(
            String name,
            List<String> about,
            int total,
            int sent,
            List<Column> columns,
            List<List<Object>> rows,
            HttpServletResponse response)
            throws IOException {
        head(name, "xlsx", XLSX, response);
        String count = total > sent ? "共" + total + "条，只导出前" + sent + "条，请先筛选" : "共" + total + "条";
        List<String> above = new ArrayList<>(about);
        above.add("导出日期：" + LocalDate.now(clock) + "　" + count);
        new SummaryTable(name, name, above, columns, rows, List.of()).write(response.getOutputStream());
    }

    /** The same as text, in UTF-8 with the mark by which Excel and WPS know it. */
    void sendCsv(String name, List<Column> columns, List<List<Object>> rows, HttpServletResponse response)
            throws IOException {
        head(name, "csv", "text/csv;charset=UTF-8", response);
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, columns.stream().map(Column::head).toList());
        rows.forEach(row -> line(text, row));
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, List<?> cells) {
        text.append(cells.stream().map(ListExport::csv).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** Quoted; what a spreadsheet would take for a formula is kept from it. */
    private static String csv(Object cell) {
        if (cell instanceof Number number) {
            return number.toString();
        }
        String text = cell == null ? "" : cell.toString();
        return '"' + (FORMULA.matcher(text).lookingAt() ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private void head(String name, String ending, String type, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name + "-" + LocalDate.now(clock) + "." + ending, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}

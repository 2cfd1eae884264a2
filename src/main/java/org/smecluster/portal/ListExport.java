package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
        LocalDate today = LocalDate.now(clock);
        response.setContentType(XLSX);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name + "-" + today + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        String count = total > rows.size() ? "共" + total + "条，只导出前" + rows.size() + "条，请先筛选" : "共" + total + "条";
        new SummaryTable(name, name, List.of("导出日期：" + today + "　" + count), columns, rows, List.of())
                .write(response.getOutputStream());
    }
}

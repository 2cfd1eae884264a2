package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.smecluster.portal.ChartExports.Format;
import org.springframework.stereotype.Component;

/** Sends the table of a chart. */
@Component
class ChartSending {

    private final ListExport export;

    ChartSending(ListExport export) {
        this.export = export;
    }

    /** @param about whose numbers they are */
    void send(Chart chart, String about, Format format, HttpServletResponse response) throws IOException {
        String name = chart.heading().title().replace('：', '-');
        if (format == Format.CSV) {
            export.sendCsv(name, chart.columns(), chart.rows(), response);
            return;
        }
        List<String> above =
                Stream.of(about, chart.says()).filter(Objects::nonNull).toList();
        int lines = chart.lines().size();
        export.send(name, above, lines, lines, chart.columns(), chart.rows(), response);
    }
}

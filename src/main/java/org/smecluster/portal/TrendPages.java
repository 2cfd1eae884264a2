package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.smecluster.portal.ChartExports.Format;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The trends of a cluster over its years, for whoever sees it (ADR 0058). */
@Controller
class TrendPages {

    private final ClusterRegistry registry;
    private final CurrentUser user;
    private final ClusterTrends trends;
    private final ChartSending sending;

    TrendPages(ClusterRegistry registry, CurrentUser user, ClusterTrends trends, ChartSending sending) {
        this.registry = registry;
        this.user = user;
        this.trends = trends;
        this.sending = sending;
    }

    @GetMapping("/clusters/{clusterNumber}/trends")
    String trends(@PathVariable String clusterNumber, Model model) {
        ClusterRecord cluster = readable(clusterNumber);
        ChartExports exports = (chart, format) -> ListAddress.of(
                "/clusters/" + cluster.clusterNumber() + "/trends/export", "chart", chart, "format", format);
        model.addAttribute("cluster", cluster);
        model.addAttribute("charts", trends.of(cluster));
        model.addAttribute("about", about(cluster));
        model.addAttribute("exports", exports);
        return "cluster/trends";
    }

    /** One chart's numbers. @param chart code of the indicator or figure */
    @GetMapping("/clusters/{clusterNumber}/trends/export")
    void export(
            @PathVariable String clusterNumber,
            @RequestParam String chart,
            @RequestParam(defaultValue = "XLSX") Format format,
            HttpServletResponse response)
            throws IOException {
        ClusterRecord cluster = readable(clusterNumber);
        List<Chart> charts = trends.of(cluster);
        Chart drawn = charts.stream()
                .filter(each -> each.heading().id().equals(chart))
                .findFirst()
                .orElseThrow(NotVisible::new);
        sending.send(drawn, about(cluster), format, response);
    }

    private static String about(ClusterRecord cluster) {
        return "集群：" + cluster.name() + "（" + cluster.clusterNumber() + "）";
    }

    private ClusterRecord readable(String clusterNumber) {
        return registry.find(clusterNumber)
                .filter(found -> user.scope().covers(found.applicantGroup()))
                .orElseThrow(NotVisible::new);
    }
}

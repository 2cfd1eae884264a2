package org.smecluster.portal;

import org.smecluster.monitoring.AnnualReportService;
import org.smecluster.monitoring.AnnualReports;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A yearly report beside the year before, and what it warns of, for {@code monitoring/report :: comparison}. */
@Component
class ReportTrends {

    private final AnnualReports reports;
    private final AnnualReportService service;

    ReportTrends(AnnualReports reports, AnnualReportService service) {
        this.reports = reports;
        this.service = service;
    }

    void fill(String caseNumber, Model model) {
        model.addAttribute("trend", service.trend(caseNumber).orElse(null));
        model.addAttribute("warning", reports.warning(caseNumber).orElse(null));
    }
}

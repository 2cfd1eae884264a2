package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.smecluster.law.Refusal;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReportService;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A yearly report beside the year before, and the record that a cluster refuses to be monitored. */
@Controller
class ReportPages {

    private final MonitoringYears years;
    private final AnnualReports reports;
    private final AnnualReportService service;
    private final ReportTrends trends;
    private final CaseAccess access;
    private final CaseFileModel layout;
    private final ReportLines lines;
    private final CurrentUser user;

    ReportPages(
            MonitoringYears years,
            AnnualReports reports,
            AnnualReportService service,
            ReportTrends trends,
            CaseAccess access,
            CaseFileModel layout,
            ReportLines lines,
            CurrentUser user) {
        this.years = years;
        this.reports = reports;
        this.service = service;
        this.trends = trends;
        this.access = access;
        this.layout = layout;
        this.lines = lines;
        this.user = user;
    }

    @GetMapping("/monitoring/reports/{report}")
    String report(@PathVariable("report") String caseNumber, HttpServletRequest request, Model model) {
        fill(open(caseNumber), model);
        return Fragments.wanted(request) ? "monitoring/report :: file" : "monitoring/report-page";
    }

    private AnnualReport open(String caseNumber) {
        requireStaff();
        return reports.find(caseNumber)
                .filter(found -> user.scope().covers(found.applicantGroup()))
                .orElseThrow(NotVisible::new);
    }

    private void fill(AnnualReport report, Model model) {
        model.addAttribute(
                "report",
                lines.of(report, ReportLines.over(years.find(report.year()).orElseThrow())));
        trends.fill(report.caseNumber(), model);
        model.addAttribute("mayRecordRefusal", mayRecordRefusal(report));
        layout.record(model, access.open(report.caseNumber()));
    }

    private boolean mayRecordRefusal(AnnualReport report) {
        return user.groups().contains(report.cityGroup()) || user.is(Role.PROVINCE_OFFICER);
    }

    /** The city's or an officer's record that a cluster refuses to be monitored, whatever step the report is at. */
    @PostMapping("/monitoring/reports/{report}/refusal")
    String refusal(
            @PathVariable("report") String caseNumber,
            @RequestParam(required = false) String evidence,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        AnnualReport report = open(caseNumber);
        Account by = user.account().orElseThrow(NotVisible::new);
        return Attempt.of(
                response,
                model,
                () -> {
                    if (!sure) {
                        throw new Refusal("记录后不能删除，请勾选确认后再记录");
                    }
                    service.recordRefusal(caseNumber, evidence, by);
                    after.addFlashAttribute("done", "已记录，并作为第十七条(三)的线索报告。是否撤销，在撤销案件中查实和决定。");
                    return "redirect:/monitoring/reports/" + caseNumber;
                },
                () -> {
                    fill(report, model);
                    model.addAttribute("evidence", evidence);
                    return Fragments.wanted(request) ? "monitoring/report :: file" : "monitoring/report-page";
                });
    }

    private void requireStaff() {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no case data for this role");
        }
    }
}

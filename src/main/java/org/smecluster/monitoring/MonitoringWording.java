package org.smecluster.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseRecord;
import org.smecluster.registry.YearlyReport.State;

/** What is said of a year's monitoring: to units and cities, and of how it stands. */
final class MonitoringWording {

    private MonitoringWording() {}

    /** To a city. */
    static String opened(int year, LocalDate lastDay) {
        return "%d年度监测已启动。请组织本地区集群报送年度发展情况并审核，连同集群培育工作情况于%s前报送自治区（第十六条）。".formatted(year, lastDay);
    }

    /** To a unit. */
    static String reportOpened(CaseRecord opened, int year, LocalDate unitDay, LocalDate lastDay) {
        return "请于%s前报送集群“%s”%d年度发展情况（%s）%s。在“案件资料”中下载预填上年数据的模板，核对修改后上传（第十六条）。"
                .formatted(
                        lastDay,
                        opened.clusterName(),
                        year,
                        opened.caseNumber(),
                        unitDay == null ? "" : "，其中报所在市的日期为" + unitDay);
    }

    /** To a city: whose reports it has not got. */
    static String unitDayOver(MonitoringYear year, List<AnnualReport> silent) {
        return "集群报送日（%s）已过，%d年度尚未向本市提交的集群（%d个）：%s。请督促其尽快提交并及时审核，报送自治区截止%s 24:00（第十六条）。"
                .formatted(
                        year.unitDay(),
                        year.year(),
                        silent.size(),
                        silent.stream().map(AnnualReport::clusterName).collect(Collectors.joining("、")),
                        year.lastDay());
    }

    /** To a unit. */
    static String unitDayOver(MonitoringYear year, AnnualReport report) {
        return "集群报送日（%s）已过：%s尚未%s，已告知所在市。该日期只用于提醒，报送截止%s 24:00，请尽快办理（第十六条）。"
                .formatted(year.unitDay(), report.named(), report.submitted() ? "补正" : "提交", year.lastDay());
    }

    static String reminder(AnnualReport report, LocalDate lastDay) {
        return "提醒：%s尚未%s，报送截止%s 24:00（第十六条）。".formatted(report.named(), report.submitted() ? "补正" : "提交", lastDay);
    }

    /**
     * To a city.
     *
     * @param unsent how many of its clusters' reports it has not handed on
     * @param reported whether it has reported on its own work
     */
    static String reminder(int year, long unsent, boolean reported, LocalDate lastDay) {
        return "提醒：%d年度%s%s，报送截止%s 24:00（第十六条）。"
                .formatted(
                        year,
                        unsent > 0 ? "还有" + unsent + "个集群的发展情况没有报送自治区" : "各集群的发展情况均已报送",
                        reported ? "" : "，集群培育工作情况尚未报送",
                        lastDay);
    }

    /** To a city, of what it holds and whether it is silent itself. */
    static String cityOverdue(int year, LocalDate lastDay, List<AnnualReport> held, boolean silent) {
        List<String> unsent = new ArrayList<>();
        if (!held.isEmpty()) {
            unsent.add("待市级审核的年度报送" + held.size() + "份（"
                    + held.stream().map(AnnualReport::clusterName).collect(Collectors.joining("、")) + "）");
        }
        if (silent) {
            unsent.add("集群培育工作情况");
        }
        return "%d年度的报送期限（%s 24:00）已过，本市尚未报送自治区的：%s。请尽快报送，逾期报送的照样受理，并注明逾期（第十六条）。"
                .formatted(year, lastDay, String.join("、", unsent));
    }

    /**
     * What has not come.
     *
     * @param missing with the units
     * @param held with the cities
     * @param silent groups of the cities that have not reported themselves
     */
    static String missing(
            List<AnnualReport> missing, List<AnnualReport> held, List<String> silent, UnaryOperator<String> name) {
        String clusters = missing.isEmpty()
                ? "各集群均已提交。"
                : "还没有提交的集群（" + missing.size() + "个）："
                        + missing.stream()
                                .map(report ->
                                        report.clusterName() + "（" + (report.submitted() ? "补正未交" : "从未报送") + "）")
                                .collect(Collectors.joining("、"))
                        + "。";
        return clusters
                + (held.isEmpty()
                        ? ""
                        : "待市级审核、尚未报送自治区的（" + held.size() + "个）："
                                + held.stream()
                                        .map(report ->
                                                report.clusterName() + "（" + name.apply(report.cityGroup()) + "）")
                                        .collect(Collectors.joining("、"))
                                + "。")
                + (silent.isEmpty()
                        ? ""
                        : "还没有报送培育工作情况的市：" + silent.stream().map(name).collect(Collectors.joining("、")) + "。");
    }

    static String year(int year, List<AnnualReport> all) {
        return "%d年度：%s；逾期%d份；预警%d份。"
                .formatted(
                        year,
                        standing(all),
                        all.stream().filter(AnnualReport::late).count(),
                        all.stream().filter(AnnualReport::warned).count());
    }

    static String standing(List<AnnualReport> some) {
        if (some.isEmpty()) {
            return "没有应报送的集群";
        }
        Map<State, Long> counts = new LinkedHashMap<>();
        for (State state : State.values()) {
            long count = some.stream().filter(report -> report.state() == state).count();
            if (count > 0) {
                counts.put(state, count);
            }
        }
        return "共" + some.size() + "份，"
                + counts.entrySet().stream()
                        .map(each -> each.getKey().label() + each.getValue() + "份")
                        .collect(Collectors.joining("，"));
    }

    static String stillOpen(List<AnnualReport> open) {
        return "还有" + open.size() + "份报送没有办结（"
                + open.stream().limit(5).map(AnnualReport::caseNumber).collect(Collectors.joining("、"))
                + (open.size() > 5 ? "等" : "") + "），全部办结以后才能总结年度监测";
    }
}

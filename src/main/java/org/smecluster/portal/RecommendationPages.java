package org.smecluster.portal;

import static org.smecluster.portal.CaseUploads.send;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.assessment.FindingWording;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.material.SummaryTable;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.ListWarnings;
import org.smecluster.recognition.ListWarnings.Checked;
import org.smecluster.recognition.RecommendationSummaries;
import org.smecluster.recognition.RecommendationSummary;
import org.smecluster.recognition.RecommendationSummary.Row;
import org.smecluster.region.Unit;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 推荐汇总表 of a batch and a city: to the city and the autonomous region alone, for it compares counties. */
@Controller
class RecommendationPages {

    /** Figures of 第十一条 that are compared, in the order of the table. */
    private static final List<String> FIGURES = List.of(
            "minAnnualOutput",
            "smeOutputShare",
            "leadingIndustryOutputShare",
            "leadingIndustryGrowth",
            "qualityEnterprises");

    private static final List<Column> COLUMNS = List.of(
            new Column("推荐顺序", 6),
            new Column("集群名称", 24),
            new Column("主导产业", 12),
            new Column("细分领域", 18),
            new Column("所在县（市、区）", 11),
            new Column("申报单位", 14),
            new Column("近三年最低年产值", 12),
            new Column("中小企业产值占比", 10),
            new Column("主导产业产值占比", 10),
            new Column("主导产业产值年均增速", 10),
            new Column("优质中小企业", 24),
            new Column("评估结论", 9),
            new Column("需说明的条件", 24),
            new Column("现场核查", 16),
            new Column("市级初审", 9),
            new Column("推荐文件", 22),
            new Column("案号", 20));

    /** @param rank as typed or confirmed; empty where there is none */
    record Line(String rank, Row row, String subSector, List<String> figures, String softMisses) {}

    record City(String group, RecommendationSummary summary) {}

    private final CurrentUser user;
    private final CaseAccess access;
    private final Batches batches;
    private final RecommendationSummaries summaries;
    private final ListWarnings lists;
    private final Regions regions;

    RecommendationPages(
            CurrentUser user,
            CaseAccess access,
            Batches batches,
            RecommendationSummaries summaries,
            ListWarnings lists,
            Regions regions) {
        this.user = user;
        this.access = access;
        this.batches = batches;
        this.summaries = summaries;
        this.lists = lists;
        this.regions = regions;
    }

    /** A city finds its own alone. */
    @GetMapping("/batches/{number}/recommendations")
    String cities(@PathVariable String number, Model model) {
        Batch batch = batches.byNumber(number).orElseThrow(NotVisible::new);
        List<Unit> cities = regions.cities().stream()
                .filter(city -> user.isProvince() || user.inAny(city.group()))
                .toList();
        if (cities.isEmpty()) {
            throw new NotVisible();
        }
        model.addAttribute("batch", batch);
        model.addAttribute(
                "cities",
                cities.stream()
                        .map(city -> new City(city.group(), summaries.summary(batch, city.group())))
                        .toList());
        return "batch/recommendation-cities";
    }

    @GetMapping("/batches/{number}/recommendations/{cityGroup}")
    String page(@PathVariable String number, @PathVariable String cityGroup, Model model) {
        return show(open(number, cityGroup), cityGroup, null, model);
    }

    private RecommendationSummary open(String number, String cityGroup) {
        boolean city = regions.cities().stream().anyMatch(each -> each.group().equals(cityGroup));
        return batches.byNumber(number)
                .filter(batch -> city && (user.isProvince() || user.inAny(cityGroup)))
                .map(batch -> summaries.summary(batch, cityGroup))
                .orElseThrow(NotVisible::new);
    }

    private String show(RecommendationSummary summary, String cityGroup, Map<String, String> typed, Model model) {
        Checked list = checked(summary);
        model.addAttribute("summary", summary);
        model.addAttribute("listWarnings", list.warnings());
        model.addAttribute("onePerSubSector", list.onePerSubSector());
        model.addAttribute("cityGroup", cityGroup);
        model.addAttribute("orders", summary.open() && user.inAny(cityGroup));
        model.addAttribute(
                "confirmedAt",
                summary.order() == null
                        ? null
                        : CaseFileModel.minute(summary.order().confirmedAt()));
        model.addAttribute(
                "lines",
                summary.rows().stream()
                        .map(row -> new Line(
                                typed == null
                                        ? row.rank() == null ? "" : row.rank().toString()
                                        : typed.getOrDefault(row.caseNumber(), ""),
                                row,
                                list.subSectors().getOrDefault(row.caseNumber(), "没有填写"),
                                figures(row),
                                softMisses(row)))
                        .toList());
        return "batch/recommendations";
    }

    private static List<String> figures(Row row) {
        return FIGURES.stream()
                .map(code -> row.findings().stream()
                        .filter(finding -> finding.code().equals(code))
                        .findFirst()
                        .map(FindingWording::value)
                        .orElse(""))
                .toList();
    }

    private static String softMisses(Row row) {
        return row.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.NEEDS_EXPLANATION)
                .map(Finding::label)
                .collect(Collectors.joining("、"));
    }

    @PostMapping("/batches/{number}/recommendations/{cityGroup}")
    String confirm(
            @PathVariable String number,
            @PathVariable String cityGroup,
            @RequestParam(defaultValue = "") List<String> cases,
            @RequestParam(defaultValue = "") List<String> ranks,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        RecommendationSummary summary = open(number, cityGroup);
        if (!user.inAny(cityGroup)) {
            throw new NotVisible();
        }
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            typed.put(cases.get(i), i < ranks.size() ? ranks.get(i).strip() : "");
        }
        return Attempt.of(
                response,
                model,
                () -> {
                    if (!sure) {
                        throw new Refusal("请先勾选确认推荐顺序由本单位研究确定");
                    }
                    summaries.confirm(summary.batch(), cityGroup, numbers(typed), revision, access.account());
                    after.addFlashAttribute("done", "推荐顺序已确认。");
                    return "redirect:/batches/" + number + "/recommendations/" + cityGroup;
                },
                () -> show(summary, cityGroup, typed, model));
    }

    private static Map<String, Integer> numbers(Map<String, String> typed) {
        Map<String, Integer> ranks = new HashMap<>();
        typed.forEach((caseNumber, rank) -> {
            if (!rank.matches("[1-9][0-9]{0,3}")) {
                throw new Refusal(caseNumber + "的推荐顺序请填数字，从1开始");
            }
            ranks.put(caseNumber, Integer.valueOf(rank));
        });
        return ranks;
    }

    @GetMapping("/batches/{number}/recommendations/{cityGroup}/workbook")
    void workbook(@PathVariable String number, @PathVariable String cityGroup, HttpServletResponse response)
            throws IOException {
        RecommendationSummary summary = open(number, cityGroup);
        String title = summary.batch().year() + "年度" + summary.cityName() + "中小企业特色产业集群推荐汇总表";
        send(table(title, summary, checked(summary).subSectors()), response);
    }

    private Checked checked(RecommendationSummary summary) {
        return lists.of(
                summary.batch(), summary.rows().stream().map(Row::caseNumber).toList());
    }

    private static SummaryTable table(String title, RecommendationSummary summary, Map<String, String> subSectors) {
        String order = summary.settled()
                ? "推荐顺序：" + summary.order().confirmedByName() + "于"
                        + CaseFileModel.minute(summary.order().confirmedAt()) + "确认"
                : "推荐顺序尚未确认";
        return new SummaryTable(
                "推荐汇总表",
                title,
                List.of("申报通知：" + summary.batch().noticeNumber() + "　批次："
                        + summary.batch().batchNumber() + "　" + order),
                COLUMNS,
                summary.rows().stream()
                        .map(row -> cells(row, subSectors.getOrDefault(row.caseNumber(), "")))
                        .toList(),
                List.of(
                        "“推荐文件”空白的，初审符合、尚未作出推荐决定。数值取自市级初审所依据的评估（第十一条）；推荐顺序由市级主管部门确定，供自治区复审和比较时参考。",
                        "填报单位（盖章）：　　　　　　　　填报人：　　　　　　联系电话：　　　　　　　　日期：　　年　　月　　日"));
    }

    private static List<Object> cells(Row row, String subSector) {
        List<String> figures = figures(row);
        return Arrays.asList(
                row.rank(),
                row.clusterName(),
                row.leadingIndustry(),
                subSector,
                row.county(),
                row.applicant(),
                figures.get(0),
                figures.get(1),
                figures.get(2),
                figures.get(3),
                figures.get(4),
                row.overall().label(),
                softMisses(row),
                row.verification() == null ? "申报通知不要求" : row.verification(),
                row.review(),
                row.document(),
                row.caseNumber());
    }
}

package org.smecluster.monitoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.paper.CaseFacts;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.springframework.stereotype.Component;

/** The summary of a year's monitoring, once it is concluded. */
@Component
@LegalBasis(article = 16)
class YearPapers implements PaperDesk {

    private final CaseFacts cases;
    private final Casework casework;
    private final MonitoringYears years;
    private final AnnualReports reports;
    private final Units units;

    YearPapers(CaseFacts cases, Casework casework, MonitoringYears years, AnnualReports reports, Units units) {
        this.cases = cases;
        this.casework = casework;
        this.years = years;
        this.reports = reports;
        this.units = units;
    }

    /** A year's own case; its clusters' reports have none. */
    @Override
    public boolean makes(String number) {
        return PaperDesk.isOf(CaseKind.BS, number) && years.byCaseNumber(number).isPresent();
    }

    @Override
    public List<PaperDraft> drafts(String caseNumber) {
        MonitoringYear year = years.byCaseNumber(caseNumber).orElseThrow();
        return casework.entries(caseNumber).stream()
                .filter(entry -> year.concluded() && entry.key().equals("concluded"))
                .map(entry -> PaperDraft.of(PaperKind.YEARLY_SUMMARY, "1", null, facts(year, entry)))
                .toList();
    }

    private PaperFacts facts(MonitoringYear year, CaseEntry concluded) {
        List<AnnualReport> all = reports.ofYear(year.year());
        CityTally total = CityTally.of(all);
        Map<String, List<AnnualReport>> byCity =
                all.stream().collect(Collectors.groupingBy(AnnualReport::cityGroup, TreeMap::new, Collectors.toList()));
        return cases.of(cases.record(year.caseNumber()))
                .with("年度", year.year())
                .with("报送截止", year.lastDay())
                .with("应报送", total.due())
                .with("已报送", total.submitted())
                .with("逾期未报送", total.overdue())
                .with("审阅通过", total.accepted())
                .with("总结", concluded.text())
                .with("经办人", concluded.authorName())
                .with("办结日期", CaseFacts.day(concluded.enteredAt()))
                .withList(
                        "分市",
                        byCity.entrySet().stream()
                                .map(city -> row(city.getKey(), CityTally.of(city.getValue())))
                                .toList());
    }

    private Map<String, String> row(String cityGroup, CityTally tally) {
        return Map.ofEntries(
                Map.entry("市", units.ofGroup(cityGroup).map(Unit::name).orElse(cityGroup)),
                number("应报送", tally.due()),
                number("已报送", tally.submitted()),
                number("迟报", tally.late()),
                number("未报送", tally.overdue()),
                number("审阅通过", tally.accepted()),
                number("符合", tally.outcomes().get(Outcome.MET)),
                number("需说明", tally.outcomes().get(Outcome.NEEDS_EXPLANATION)),
                number("不符合", tally.outcomes().get(Outcome.NOT_MET)),
                number("预警", tally.warned()));
    }

    private static Map.Entry<String, String> number(String column, int count) {
        return Map.entry(column, String.valueOf(count));
    }
}

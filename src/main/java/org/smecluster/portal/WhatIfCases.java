package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Assessments.Stored;
import org.smecluster.assessment.FindingWording;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Cases;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.security.CurrentUser;
import org.smecluster.whatif.ConditionChange;
import org.smecluster.whatif.WhatIf;
import org.smecluster.whatif.WhatIfLine;
import org.smecluster.whatif.WhatIfs;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases in which a draft would change something, for who may read them: the region, a city, a unit each its own. */
@Controller
@RequestMapping("/what-ifs/{id}/cases")
class WhatIfCases {

    private static final int PER_PAGE = 50;

    /** In the address: those that already come out otherwise by what is in force. */
    private static final String RECORDED = "recorded";

    private static final List<Column> COLUMNS = List.of(
            new Column("案号", 20),
            new Column("类别", 10),
            new Column("集群", 36),
            new Column("所属单位", 24),
            new Column("评估", 16),
            new Column("评估当时", 22),
            new Column("现行", 22),
            new Column("草稿", 22),
            new Column("有变化的条件", 80));

    /** @param value null where it is an incident */
    record Change(String name, String before, String after, String value) {

        String told() {
            return name + "：" + before + "→" + after + (value == null ? "" : "，数值：" + value);
        }
    }

    record CaseLine(CaseRecord record, String unit, String stage, WhatIfLine line, List<Change> changes) {}

    private record Found(CaseRecord record, WhatIfLine line) {}

    private final WhatIfs whatIfs;
    private final ModelDraftView drafts;
    private final Cases cases;
    private final CaseScope scope;
    private final Assessments assessments;
    private final Regions regions;
    private final ListExport export;
    private final CurrentUser user;

    WhatIfCases(
            WhatIfs whatIfs,
            ModelDraftView drafts,
            Cases cases,
            CaseScope scope,
            Assessments assessments,
            Regions regions,
            ListExport export,
            CurrentUser user) {
        this.whatIfs = whatIfs;
        this.drafts = drafts;
        this.cases = cases;
        this.scope = scope;
        this.assessments = assessments;
        this.regions = regions;
        this.export = export;
        this.user = user;
    }

    @GetMapping
    String page(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        WhatIf made = done(id);
        List<Found> found = found(id, show);
        Page<Found> shown = Page.of(found, page, PER_PAGE);
        model.addAttribute("draft", drafts.draft(id));
        model.addAttribute("askedAt", CaseFileModel.minute(made.askedAt()));
        model.addAttribute("recorded", show.equals(RECORDED));
        model.addAttribute("cases", new Page<>(lines(shown.items()), shown.number(), shown.size(), shown.total()));
        return "models/what-if-cases";
    }

    @GetMapping("/export")
    void export(@PathVariable long id, @RequestParam(defaultValue = "") String show, HttpServletResponse response)
            throws IOException {
        WhatIf made = done(id);
        ModelDraft draft = drafts.draft(id);
        List<Found> found = found(id, show);
        List<CaseLine> sent = lines(found.subList(0, Math.min(found.size(), ListExport.MOST)));
        export.send(
                "试算-" + draft.number() + "-案件",
                List.of("草稿：" + draft.name() + "（" + draft.number() + "）　试算：" + CaseFileModel.minute(made.askedAt())
                        + "。草稿没有因试算生效，案件没有任何改变。"),
                found.size(),
                sent.size(),
                COLUMNS,
                sent.stream().map(WhatIfCases::cells).toList(),
                response);
    }

    private static List<Object> cells(CaseLine line) {
        return Arrays.asList(
                line.record().caseNumber(),
                line.record().kind().label(),
                line.record().clusterName(),
                line.unit(),
                line.stage(),
                line.line().recorded().label(),
                line.line().before().label(),
                line.line().after().label(),
                line.changes().stream().map(Change::told).collect(Collectors.joining("；")));
    }

    /** @throws NotVisible where there is none */
    private WhatIf done(long id) {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no case data for this role");
        }
        return whatIfs.find(id)
                .filter(made -> made.state() == WhatIf.State.DONE)
                .orElseThrow(NotVisible::new);
    }

    /** Each case by the latest of its assessments that the person may read. */
    private List<Found> found(long id, String show) {
        List<WhatIfLine> lines = whatIfs.lines(id).stream()
                .filter(line -> show.equals(RECORDED) ? !line.recorded().equals(line.before()) : line.changed())
                .toList();
        Map<String, CaseRecord> records =
                cases.find(lines.stream().map(WhatIfLine::caseNumber).distinct().toList()).stream()
                        .collect(Collectors.toMap(CaseRecord::caseNumber, Function.identity()));
        CaseScope.Eyes eyes = scope.eyesOf(user.account().orElseThrow());
        List<Found> found = new ArrayList<>();
        for (WhatIfLine line : lines) {
            CaseRecord record = records.get(line.caseNumber());
            Optional<Reading> reading = eyes.on(record).filter(each -> !each.guest());
            if (reading.isPresent() && (reading.get().deliberation() ? line.latest() : line.readable())) {
                found.add(new Found(record, line));
            }
        }
        return found;
    }

    private List<CaseLine> lines(List<Found> found) {
        Map<Long, Stored> stored = assessments.byId(
                found.stream().map(each -> each.line().assessmentId()).toList());
        return found.stream()
                .map(each -> {
                    Stored judged = stored.get(each.line().assessmentId());
                    return new CaseLine(
                            each.record(),
                            regions.nameOfGroup(each.record().applicantGroup()),
                            judged.stage().label(),
                            each.line(),
                            each.line().changes().stream()
                                    .map(change -> change(change, judged))
                                    .toList());
                })
                .toList();
    }

    private static Change change(ConditionChange change, Stored judged) {
        return new Change(
                change.article() + " " + change.label(),
                change.told(false),
                change.told(true),
                judged.assessment().findings().stream()
                        .filter(finding -> finding.code().equals(change.code()))
                        .findFirst()
                        .map(FindingWording::value)
                        .orElse(null));
    }
}

package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.smecluster.whatif.Counts;
import org.smecluster.whatif.WhatIf;
import org.smecluster.whatif.WhatIfs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a draft would change, in numbers, for those who see no case. */
@Controller
@RequestMapping("/admin/drafts/{id}/what-if")
class WhatIfPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    private static final List<Column> COLUMNS = List.of(
            new Column("表", 32),
            new Column("项目", 40),
            new Column("现行", 28),
            new Column("草稿", 28),
            new Column("案件数", 12));

    private final WhatIfs whatIfs;
    private final ModelDraftView drafts;
    private final LiveModels models;
    private final ListExport export;
    private final CurrentUser user;

    WhatIfPages(WhatIfs whatIfs, ModelDraftView drafts, LiveModels models, ListExport export, CurrentUser user) {
        this.whatIfs = whatIfs;
        this.drafts = drafts;
        this.models = models;
        this.export = export;
        this.user = user;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        user.require(READERS);
        return show(drafts.draft(id), model);
    }

    private String show(ModelDraft draft, Model model) {
        List<LiveFile> live = models.all();
        WhatIf made = whatIfs.find(draft.id()).orElse(null);
        model.addAttribute("draft", draft);
        model.addAttribute("made", made);
        model.addAttribute("askedAt", made == null ? null : CaseFileModel.minute(made.askedAt()));
        model.addAttribute("against", made == null ? null : against(made));
        model.addAttribute("overtaken", made != null && whatIfs.overtaken(made, live));
        model.addAttribute("mayAsk", user.inAny(StaffGroup.POLICY_OWNERS) && whatIfs.possible(draft, live));
        model.addAttribute("owner", user.inAny(StaffGroup.POLICY_OWNERS));
        return "models/what-if";
    }

    /** Each file once: the tables of 第十一条 stand in one with what they come to. */
    private static String against(WhatIf made) {
        return made.against().stream()
                .collect(Collectors.groupingBy(LiveKey::digest, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(keys -> names(keys.stream().map(LiveKey::keyId).toList()) + "第"
                        + keys.get(0).version() + "版")
                .collect(Collectors.joining("、"));
    }

    private static String names(List<String> decisions) {
        return decisions.stream()
                .filter(decision -> decision.equals("basicConditions") || !decisions.contains("basicConditions"))
                .map(decision -> switch (decision) {
                    case "basicConditions" -> "基本条件";
                    case "vetoConditions" -> "否决条件";
                    case "readings" -> "指标口径";
                    default -> ConditionItem.of(decision).orElseThrow().label();
                })
                .collect(Collectors.joining("、"));
    }

    @PostMapping
    String ask(@PathVariable long id, HttpServletResponse response, Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        return act(id, () -> whatIfs.ask(id, user.account().orElseThrow()), response, model);
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable long id, HttpServletResponse response, Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        return act(id, () -> whatIfs.cancel(id, user.account().orElseThrow()), response, model);
    }

    private String act(long id, Runnable deed, HttpServletResponse response, Model model) {
        ModelDraft draft = drafts.draft(id);
        return Attempt.of(
                response,
                model,
                () -> {
                    deed.run();
                    return "redirect:/admin/drafts/" + id + "/what-if";
                },
                () -> show(draft, model));
    }

    /** The numbers as the page shows them, and nothing else. */
    @GetMapping("/export")
    void export(@PathVariable long id, HttpServletResponse response) throws IOException {
        user.require(READERS);
        ModelDraft draft = drafts.draft(id);
        WhatIf made = whatIfs.find(id)
                .filter(each -> each.state() == WhatIf.State.DONE)
                .orElseThrow(NotVisible::new);
        List<List<Object>> rows = new ArrayList<>();
        for (Counts.Table table : made.counts().tables()) {
            for (Counts.Line line : table.lines()) {
                Counts.Count count = line.count();
                rows.add(List.of(
                        table.subject().title(),
                        line.what(),
                        line.before(),
                        line.after(),
                        count.number() == null ? count.told() : count.number()));
            }
        }
        export.send(
                "试算-" + draft.number(),
                List.of(
                        "草稿：" + draft.name() + "（" + draft.number() + "）　试算：" + CaseFileModel.minute(made.askedAt()),
                        "对照现行：" + against(made),
                        "评估的案件：" + made.counts().cases().told() + "　" + Counts.WITHHELD),
                rows.size(),
                rows.size(),
                COLUMNS,
                rows,
                response);
    }
}

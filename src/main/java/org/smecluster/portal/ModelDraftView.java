package org.smecluster.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.DraftDecisions;
import org.smecluster.policy.draft.DraftEvent;
import org.smecluster.policy.draft.DraftFile;
import org.smecluster.policy.draft.DraftJudgement;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.policy.draft.ReplacedFile;
import org.smecluster.testsheet.TestSheets;
import org.smecluster.whatif.WhatIfs;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A draft as its page shows it: what was found, what differs from what runs, and what happened. */
@Component
class ModelDraftView {

    private final Drafts drafts;
    private final DraftDecisions decisions;
    private final LiveModels models;
    private final WhatIfs whatIfs;
    private final MigrationView migrations;
    private final TestSheets sheets;
    private final WalkVersions walks;

    ModelDraftView(
            Drafts drafts,
            DraftDecisions decisions,
            LiveModels models,
            WhatIfs whatIfs,
            MigrationView migrations,
            TestSheets sheets,
            WalkVersions walks) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.models = models;
        this.whatIfs = whatIfs;
        this.migrations = migrations;
        this.sheets = sheets;
        this.walks = walks;
    }

    /**
     * @param changed  how many lines were added or removed; null where nothing of it ran before
     * @param compared where it stands drawn beside what ran; null where nothing did
     */
    record FileLine(
            int place, String resource, String kind, String against, Long changed, String compared, boolean follows) {}

    /**
     * @param diagram where the file is in which it is drawn; null where there is none
     * @param element id of what is wrong there; null where it is no element
     * @param path    ids of the elements on the way to it, parted by spaces
     */
    record FindingEntry(String text, boolean refuses, boolean holds, String diagram, String element, String path) {}

    /** A process that can be walked with the draft, and where. */
    record Walk(String name, String address) {}

    /** @param findings sealed with it; null where nothing was judged */
    record EventEntry(String at, String what, String who, String reason, List<FindingEntry> findings) {}

    /** What a draft's file is compared with, as text; empty where nothing of it ran. */
    record Comparison(DraftFile file, String against, String before) {

        List<LineDiff.Line> lines() {
            return LineDiff.of(before, new String(file.content(), StandardCharsets.UTF_8));
        }
    }

    ModelDraft draft(long id) {
        return drafts.find(id).orElseThrow(NotVisible::new);
    }

    void fill(ModelDraft draft, Model model) {
        List<LiveFile> live = models.all();
        DraftJudgement judgement = drafts.judgement(draft.id());
        model.addAttribute("draft", draft);
        model.addAttribute("submittedAt", CaseFileModel.minute(draft.submittedAt()));
        model.addAttribute("liveAt", draft.liveAt() == null ? null : CaseFileModel.minute(draft.liveAt()));
        model.addAttribute("judgement", judgement.id());
        model.addAttribute("judgedAt", CaseFileModel.minute(judgement.judgedAt()));
        List<DraftFile> diagrams = drafts.files(draft.id()).stream()
                .filter(file -> file.resource().endsWith(".bpmn"))
                .toList();
        model.addAttribute("findings", entries(draft, judgement, diagrams));
        model.addAttribute("refuses", judgement.refuses());
        model.addAttribute("holds", judgement.holds());
        model.addAttribute("sheets", sheets.ofDraft(draft));
        model.addAttribute("changes", draft.undecided() ? decisions.changedSince(draft.id(), live) : List.<String>of());
        model.addAttribute("runs", draft.state() == ModelDraft.State.LIVE && decisions.runs(draft, live));
        model.addAttribute("files", lines(draft, live));
        model.addAttribute("whatIf", whatIfs.find(draft.id()).orElse(null));
        model.addAttribute("mayTry", whatIfs.possible(draft, live));
        model.addAttribute(
                "walks",
                walks.of(draft).stream()
                        .map(each -> new Walk(each.name(), WalkPages.address(each.process(), draft.number())))
                        .toList());
        model.addAttribute("open", open(draft, live));
        model.addAttribute("grounds", grounds(draft, judgement, live));
        model.addAttribute(
                "events",
                drafts.events(draft.id()).stream()
                        .map(event -> entry(draft, event))
                        .toList());
    }

    private static List<FindingEntry> entries(ModelDraft draft, DraftJudgement judgement, List<DraftFile> diagrams) {
        return judgement.findings().stream()
                .map(finding -> new FindingEntry(
                        finding.sentence(),
                        finding.refuses(),
                        finding.holds(),
                        drawnIn(finding, diagrams)
                                .map(file -> "/admin/drafts/" + draft.id() + "/files/" + file.place() + "/content")
                                .orElse(null),
                        finding.element(),
                        String.join(" ", finding.path())))
                .toList();
    }

    /** The file in which it was found; where that runs unchanged, the one through which the way leads. */
    private static Optional<DraftFile> drawnIn(ModelFinding finding, List<DraftFile> diagrams) {
        if (finding.path().isEmpty()) {
            return Optional.empty();
        }
        return diagrams.stream()
                .filter(file -> file.resource().equals(finding.file()))
                .findFirst()
                .or(() -> diagrams.stream()
                        .filter(file -> {
                            String text = new String(file.content(), StandardCharsets.UTF_8);
                            return finding.path().stream().anyMatch(id -> text.contains("id=\"" + id + "\""));
                        })
                        .findFirst());
    }

    /** Cases under way of the processes that it would replace. */
    private List<MigrationView.VersionLine> open(ModelDraft draft, List<LiveFile> live) {
        return drafts.files(draft.id()).stream()
                .flatMap(file -> models.replacedBy(file.source(), live).stream())
                .flatMap(file -> file.keys().stream())
                .filter(key -> key.kind().equals("PROCESS"))
                .flatMap(key -> migrations.open(key.keyId()).stream())
                .toList();
    }

    private EventEntry entry(ModelDraft draft, DraftEvent event) {
        return new EventEntry(
                CaseFileModel.minute(event.happenedAt()),
                event.kind().label(),
                event.userName() == null ? "系统" : event.userName() + "（" + event.userId() + "）",
                event.reason(),
                event.judgementId() == null
                        ? null
                        : entries(
                                draft,
                                drafts.judgement(draft.id(), event.judgementId())
                                        .orElseThrow(),
                                List.of()));
    }

    private List<FileLine> lines(ModelDraft draft, List<LiveFile> live) {
        List<FileLine> lines = new ArrayList<>();
        for (DraftFile file : drafts.files(draft.id())) {
            Optional<Comparison> comparison = comparison(draft, file, live);
            lines.add(new FileLine(
                    file.place(),
                    file.resource(),
                    kind(file.resource()),
                    comparison.map(Comparison::against).orElse("新增的，以前没有"),
                    comparison
                            .map(each -> each.lines().stream()
                                    .filter(line ->
                                            line.kind() == LineDiff.Kind.ADDED || line.kind() == LineDiff.Kind.REMOVED)
                                    .count())
                            .orElse(null),
                    comparison.map(each -> compared(draft, file)).orElse(null),
                    file.runningCasesFollow()));
        }
        return lines;
    }

    private static String compared(ModelDraft draft, DraftFile file) {
        return new ModelFile(file.resource(), file.content())
                .keys().stream()
                        .findFirst()
                        .map(key -> ModelComparisonPages.address(key) + "?after=" + draft.number())
                        .orElse(null);
    }

    private static String kind(String resource) {
        return switch (resource.substring(resource.lastIndexOf('.') + 1)) {
            case "bpmn" -> "流程";
            case "dmn" -> "决策表";
            default -> "表单";
        };
    }

    Optional<Comparison> comparison(ModelDraft draft, int place) {
        return drafts.files(draft.id()).stream()
                .filter(file -> file.place() == place)
                .findFirst()
                .flatMap(file -> comparison(draft, file, models.all()));
    }

    Optional<DraftFile> file(ModelDraft draft, int place) {
        return drafts.files(draft.id()).stream()
                .filter(file -> file.place() == place)
                .findFirst();
    }

    /** With what runs; what is live is compared with what it replaced. */
    private Optional<Comparison> comparison(ModelDraft draft, DraftFile file, List<LiveFile> live) {
        if (draft.liveAt() != null) {
            return drafts.replaced(draft.id()).stream()
                    .filter(before ->
                            models.defineTheSame(new ModelSource(before.resource(), before.content()), file.source()))
                    .findFirst()
                    .map(before -> new Comparison(file, "生效以前的版本", text(before)));
        }
        return models.replacedBy(file.source(), live).stream()
                .findFirst()
                .map(running -> new Comparison(
                        file,
                        "正在运行的第" + version(running) + "版",
                        new String(running.source().content(), StandardCharsets.UTF_8)));
    }

    private static int version(LiveFile running) {
        return running.keys().stream().mapToInt(LiveKey::version).max().orElseThrow();
    }

    private static String text(ReplacedFile before) {
        return new String(before.content(), StandardCharsets.UTF_8);
    }

    /** Of the live versions that it was judged against, those in whose place it comes; the others are counted. */
    private String grounds(ModelDraft draft, DraftJudgement judgement, List<LiveFile> live) {
        List<LiveKey> own = drafts.files(draft.id()).stream()
                .flatMap(file -> models.replacedBy(file.source(), live).stream())
                .flatMap(file -> file.keys().stream())
                .toList();
        List<String> named = judgement.grounds().stream()
                .filter(ground -> own.stream()
                        .anyMatch(key ->
                                key.kind().equals(ground.kind()) && key.keyId().equals(ground.keyId())))
                .map(ground -> ground.name() + "第" + ground.version() + "版")
                .toList();
        int others = judgement.grounds().size() - named.size();
        return named.isEmpty() ? "当时运行的全部" + others + "项" : String.join("、", named) + "，和当时运行的其他" + others + "项";
    }
}

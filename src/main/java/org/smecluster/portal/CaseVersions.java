package org.smecluster.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.filing.FiledVersion;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.WorkbookComparison;
import org.smecluster.material.WorkbookComparisons;
import org.smecluster.portal.CaseFileModel.Choice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section of a case file that lists the versions and tells what changed from one to another. */
@Component
class CaseVersions {

    private static final int CHANGES_PER_PAGE = 50;

    record VersionLine(long id, int round, String label, String at, String by) {}

    private final ClusterWorkbooks workbooks;
    private final WorkbookComparisons comparisons;

    CaseVersions(ClusterWorkbooks workbooks, WorkbookComparisons comparisons) {
        this.workbooks = workbooks;
        this.comparisons = comparisons;
    }

    void fill(Model model, List<FiledVersion> versions, Choice choice) {
        List<FiledVersion> frozen =
                versions.stream().filter(each -> each.submission().frozen()).toList();
        model.addAttribute(
                "versions",
                frozen.stream()
                        .map(FiledVersion::submission)
                        .map(each -> new VersionLine(
                                each.id(),
                                each.round(),
                                CaseFileModel.label(each),
                                CaseFileModel.minute(each.submittedAt()),
                                each.submittedByName()))
                        .toList());
        if (frozen.size() < 2) {
            return;
        }
        FiledVersion before = choice.before() == null
                ? frozen.get(frozen.size() - 2)
                : CaseFileModel.chosen(frozen, choice.before()).orElseThrow();
        FiledVersion after = CaseFileModel.chosen(frozen, choice.after()).orElseThrow();
        model.addAttribute("before", before.submission().id());
        model.addAttribute("after", after.submission().id());
        Map<String, Long> bySheet = new LinkedHashMap<>();
        List<MaterialChange> changes = changes(before, after, bySheet);
        long total = bySheet.values().stream().mapToLong(Long::longValue).sum();
        model.addAttribute("changes", Page.of(changes, choice.page(), CHANGES_PER_PAGE));
        model.addAttribute("changesInAll", total);
        model.addAttribute("untold", total - changes.size());
        model.addAttribute("changesBySheet", bySheet);
    }

    /** @param bySheet takes how many there are of each sheet, those that are not told one by one included */
    private List<MaterialChange> changes(FiledVersion before, FiledVersion after, Map<String, Long> bySheet) {
        List<MaterialChange> changes = new ArrayList<>();
        changes.addAll(MaterialChange.between("声明", answers(before), answers(after)));
        changes.addAll(MaterialChange.between("否决事项", incidents(before), incidents(after)));
        changes.addAll(MaterialChange.between("说明", explanation(before), explanation(after)));
        List<MaterialChange> told = new ArrayList<>();
        long earlier = before.submission().id();
        long later = after.submission().id();
        if (workbooks.exists(earlier) && workbooks.exists(later)) {
            WorkbookComparison compared = comparisons.between(earlier, later);
            compared.sheets().forEach(sheet -> bySheet.put(sheet.sheet(), sheet.total()));
            compared.changes().forEach(change -> told.add(MaterialChange.of(change)));
        }
        changes.forEach(change -> bySheet.merge(change.sheet(), 1L, Long::sum));
        told.addAll(changes);
        return told;
    }

    private static Map<String, String> answers(FiledVersion version) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String code : Declarations.codes()) {
            Declaration declaration = version.declarations().byCode().get(code);
            if (declaration != null) {
                answers.put(
                        Declarations.label(code),
                        CaseFindings.answer(declaration.value())
                                + (declaration.explanation() == null ? "" : "。" + declaration.explanation()));
            }
        }
        return answers;
    }

    private static Map<String, String> incidents(FiledVersion version) {
        Map<String, String> incidents = new LinkedHashMap<>();
        version.incidents().stream()
                .filter(each -> each.submissionId() != null)
                .map(each -> each.incident())
                .forEach(incident -> incidents.put(
                        incident.type().label() + " " + incident.occurredOn() + " " + incident.enterpriseName(),
                        incident.levelInWords() + "；" + incident.source()));
        return incidents;
    }

    private static Map<String, String> explanation(FiledVersion version) {
        String explanation = version.submission().explanation();
        return explanation == null ? Map.of() : Map.of("申报单位的说明", explanation);
    }
}

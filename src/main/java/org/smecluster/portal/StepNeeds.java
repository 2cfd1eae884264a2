package org.smecluster.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.portal.BatchPages.Section;

/** What a step is decided by: which parts of the case's or the batch's file, and which of them first. */
final class StepNeeds {

    private static final String BATCH = "recognitionBatch";
    private static final String NOTICE = "publicNotice";

    /** Of those the case has, in this order. */
    private static final Map<String, List<CaseSection>> NEEDS = Map.ofEntries(
            Map.entry(
                    "task_enterData",
                    List.of(
                            CaseSection.UPLOAD,
                            CaseSection.EVIDENCE,
                            CaseSection.SECTORS,
                            CaseSection.CLAUSES,
                            CaseSection.QUESTIONS,
                            CaseSection.INCIDENTS)),
            Map.entry(
                    "task_confirmAndSubmit",
                    List.of(
                            CaseSection.FINDINGS,
                            CaseSection.EVIDENCE,
                            CaseSection.CLAUSES,
                            CaseSection.QUESTIONS,
                            CaseSection.VERSIONS)),
            Map.entry(
                    "task_decideAcceptance",
                    List.of(CaseSection.EVIDENCE, CaseSection.MATERIALS, CaseSection.FINDINGS, CaseSection.QUESTIONS)),
            Map.entry(
                    "task_verifyOnSite", List.of(CaseSection.VERIFICATION, CaseSection.EVIDENCE, CaseSection.FINDINGS)),
            Map.entry(
                    "task_reviewPreliminarily",
                    List.of(CaseSection.EVIDENCE, CaseSection.FINDINGS, CaseSection.VERIFICATION, CaseSection.CLAUSES)),
            Map.entry(
                    "task_decideRecommendation",
                    List.of(CaseSection.OPINIONS, CaseSection.FINDINGS, CaseSection.OTHER_CITIES)),
            Map.entry(
                    "task_planReReview",
                    List.of(
                            CaseSection.EVIDENCE,
                            CaseSection.FINDINGS,
                            CaseSection.VERIFICATION,
                            CaseSection.CLAUSES,
                            CaseSection.OPINIONS)),
            Map.entry(
                    "task_giveExpertOpinion", List.of(CaseSection.SCORES, CaseSection.FINDINGS, CaseSection.EVIDENCE)),
            Map.entry(
                    "task_concludeReReview",
                    List.of(CaseSection.CLAUSES, CaseSection.OPINIONS, CaseSection.SCORES, CaseSection.FINDINGS)),
            Map.entry("task_verifyObjection", List.of(CaseSection.NOTICE, CaseSection.FINDINGS)),
            Map.entry("task_ruleObjection", List.of(CaseSection.NOTICE, CaseSection.FINDINGS)));

    private static final List<CaseSection> USUALLY =
            List.of(CaseSection.FINDINGS, CaseSection.TREND, CaseSection.EVIDENCE, CaseSection.OPINIONS);

    /** Tasks that begin at the first of them; a case that does not have it opens at its overview. */
    private static final Set<String> BEGIN_THERE = Set.of(
            "task_decideAcceptance",
            "task_verifyOnSite",
            "task_reviewPreliminarily",
            "task_planReReview",
            "task_giveExpertOpinion",
            "task_concludeReReview");

    /** Tasks that are not completed while the person has left something out in a part of the file. */
    private static final Set<String> HELD_BACK =
            Set.of("task_enterData", "task_confirmAndSubmit", "task_reviewPreliminarily", "task_concludeReReview");

    private StepNeeds() {}

    static List<CaseSection> of(String process, String task) {
        return process.equals(NOTICE)
                ? List.of(CaseSection.NOTICE, CaseSection.FINDINGS)
                : NEEDS.getOrDefault(task, USUALLY);
    }

    static Optional<CaseSection> opensAt(String process, String task) {
        return process.equals(NOTICE) || BEGIN_THERE.contains(task)
                ? Optional.of(of(process, task).get(0))
                : Optional.empty();
    }

    /** Whether what is missing in a part of the file stands against completing the task. */
    static boolean isHeldBack(String task) {
        return HELD_BACK.contains(task);
    }

    /** Whether a task of the process may be a batch's. */
    static boolean isOfBatch(String process) {
        return process.equals(BATCH) || process.equals(NOTICE);
    }

    static Section ofBatch(String process, String task) {
        return process.equals(NOTICE) || task.toLowerCase(Locale.ROOT).contains("publish")
                ? Section.NOTICE
                : Section.COMPARISON;
    }
}

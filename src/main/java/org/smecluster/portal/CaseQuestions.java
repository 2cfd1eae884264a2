package org.smecluster.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.recognition.NoticeAnswer;
import org.smecluster.recognition.NoticeQuestion;
import org.smecluster.recognition.NoticeQuestions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section 通知问题 of a case file: what the annual notice asks, and the unit's answers. */
@Component
class CaseQuestions {

    /** Name of what was typed and refused, in the model. */
    static final String TYPED = "answersTyped";

    /** @param answer as it stands, or was typed */
    record Line(NoticeQuestion question, String answer, int files, String inWords) {

        static Line of(NoticeAnswer answer, Map<String, String> typed) {
            return new Line(
                    answer.question(),
                    typed.getOrDefault("answer-" + answer.question().id(), answer.answer()),
                    answer.files(),
                    answer.inWords());
        }
    }

    private final CaseAccess access;
    private final NoticeQuestions questions;

    CaseQuestions(CaseAccess access, NoticeQuestions questions) {
        this.access = access;
        this.questions = questions;
    }

    boolean has(OpenCase file) {
        List<FiledVersion> versions = access.versions(file);
        return !versions.isEmpty()
                && !questions
                        .answers(versions.get(versions.size() - 1).submission())
                        .isEmpty();
    }

    /** How many the person still has to answer before submitting. */
    int missing(OpenCase file) {
        List<FiledVersion> versions = access.versions(file);
        return versions.isEmpty() || !access.isApplicant(file)
                ? 0
                : Optional.of(versions.get(versions.size() - 1).submission())
                        .filter(questions::answerable)
                        .map(version -> questions.gaps(version).size())
                        .orElse(0);
    }

    @SuppressWarnings("unchecked")
    void fill(Model model, OpenCase file, Optional<FiledVersion> shown) {
        Map<String, String> typed = (Map<String, String>) model.asMap().getOrDefault(TYPED, Map.of());
        Optional<SubmissionVersion> version = shown.map(FiledVersion::submission);
        List<NoticeAnswer> answers = version.map(questions::answers).orElse(List.of());
        if (answers.isEmpty()) {
            return;
        }
        boolean open = access.isApplicant(file)
                && version.filter(questions::answerable).isPresent();
        model.addAttribute(
                "noticeAnswers",
                answers.stream().map(answer -> Line.of(answer, typed)).toList());
        model.addAttribute("noticeOpen", open);
        model.addAttribute("noticeGaps", open ? version.map(questions::gaps).orElse(List.of()) : List.of());
    }
}

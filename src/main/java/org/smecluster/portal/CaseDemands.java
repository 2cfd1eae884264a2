package org.smecluster.portal;

import java.util.Optional;
import org.smecluster.filing.FiledVersion;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The sections of a case file for what the annual notice asks beside data and materials, and what experts score. */
@Component
class CaseDemands {

    private final CaseClauses clauses;
    private final CaseQuestions questions;
    private final CaseScores scores;

    CaseDemands(CaseClauses clauses, CaseQuestions questions, CaseScores scores) {
        this.clauses = clauses;
        this.questions = questions;
        this.scores = scores;
    }

    CaseScores scores() {
        return scores;
    }

    boolean has(OpenCase file, CaseSection section) {
        return section == CaseSection.CLAUSES ? clauses.has(file) : questions.has(file);
    }

    /** What of a section still stands against completing the person's task; 0 of any other section. */
    int missing(OpenCase file, CaseSection section) {
        return switch (section) {
            case CLAUSES -> clauses.missing(file);
            case QUESTIONS -> questions.missing(file);
            default -> 0;
        };
    }

    void fill(Model model, OpenCase file, CaseSection section, Optional<FiledVersion> version) {
        if (section == CaseSection.CLAUSES) {
            clauses.fill(model, file, version);
        } else {
            questions.fill(model, file, version);
        }
    }

    void print(Model model, OpenCase file, Optional<FiledVersion> version) {
        clauses.fill(model, file, version);
        questions.fill(model, file, version);
    }
}

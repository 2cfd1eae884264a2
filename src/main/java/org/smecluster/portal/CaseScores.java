package org.smecluster.portal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.review.Criterion;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.review.ExpertReview;
import org.smecluster.review.ExpertReview.Comparison;
import org.smecluster.review.ExpertReview.Sheet;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Experts' scores: the sheet of the one who scores, and all side by side once all are in. */
@Component
class CaseScores {

    /** @param typed as it stands in the field; null where nothing does */
    record Row(Criterion criterion, String typed) {}

    /** @param score weighted; null where none was asked for */
    record ExpertLine(String name, String recommendation, BigDecimal score, String opinion, String status) {

        static ExpertLine of(ExpertOpinion opinion) {
            return new ExpertLine(
                    opinion.expertName(),
                    opinion.recommendation() == null
                            ? null
                            : opinion.recommendation().label(),
                    opinion.score(),
                    opinion.declined() ? opinion.declineReason() : opinion.opinion(),
                    status(opinion));
        }

        private static String status(ExpertOpinion opinion) {
            if (opinion.declined()) {
                return CaseFileModel.minute(opinion.declinedAt()) + "申请回避";
            }
            return opinion.given() ? CaseFileModel.minute(opinion.givenAt()) + "提交" : "尚未提交";
        }
    }

    private final CaseAccess access;
    private final ExpertReview experts;

    CaseScores(CaseAccess access, ExpertReview experts) {
        this.access = access;
        this.experts = experts;
    }

    boolean has(OpenCase file) {
        return sheet(file).isPresent();
    }

    private Optional<Sheet> sheet(OpenCase file) {
        return experts.sheet(file.caseNumber(), access.account());
    }

    /** What was typed and refused stands in the model as {@code scoresEntered}, by position. */
    void fill(Model model, OpenCase file) {
        Sheet sheet = sheet(file).orElseThrow(NotVisible::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "scoreRows",
                sheet.criteria().criteria().stream()
                        .map(each -> new Row(each, typed(model, sheet, each.position())))
                        .toList());
        model.addAttribute(
                "scored",
                sheet.criteria().criteria().stream()
                        .filter(each -> sheet.scores().containsKey(each.position()))
                        .count());
    }

    private static String typed(Model model, Sheet sheet, int position) {
        if (model.getAttribute("scoresEntered") instanceof Map<?, ?> entered) {
            return (String) entered.get(position);
        }
        Integer score = sheet.scores().get(position);
        return score == null ? null : score.toString();
    }

    /** Experts' opinions and, once all are in, their scores side by side. */
    void compare(Model model, OpenCase file) {
        Optional<Comparison> comparison = experts.comparison(file.caseNumber(), file.checks());
        model.addAttribute("scoreComparison", comparison.orElse(null));
        model.addAttribute("expertOpinions", lines(file));
        model.addAttribute("expertsAsked", file.checks().asked());
        model.addAttribute("expertsAnswered", file.checks().answered());
        model.addAttribute("expertsHidden", file.checks().asked() > 0 && comparison.isEmpty());
    }

    private static List<ExpertLine> lines(OpenCase file) {
        return file.checks().experts().stream().map(ExpertLine::of).toList();
    }
}

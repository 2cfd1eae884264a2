package org.smecluster.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smecluster.law.LegalBasis;
import org.smecluster.paper.CaseFacts;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.springframework.stereotype.Component;

/** Each expert's opinion to be signed, and the minutes of all; from when all are in, and the region's own for good. */
@Component
@LegalBasis(article = 12, item = 3)
class ExpertPapers implements PaperDesk {

    private final CaseFacts cases;
    private final Checks checks;
    private final Scores scores;
    private final ReviewCriteria criteria;

    ExpertPapers(CaseFacts cases, Checks checks, Scores scores, ReviewCriteria criteria) {
        this.cases = cases;
        this.checks = checks;
        this.scores = scores;
        this.criteria = criteria;
    }

    @Override
    public boolean makes(String number) {
        return PaperDesk.isOf(CaseKind.RD, number) || PaperDesk.isOf(CaseKind.FH, number);
    }

    @Override
    public List<PaperDraft> drafts(String caseNumber) {
        List<ExpertOpinion> asked = checks.experts(caseNumber);
        List<ExpertOpinion> given = asked.stream().filter(ExpertOpinion::given).toList();
        if (given.isEmpty() || !asked.stream().allMatch(ExpertOpinion::settled)) {
            return List.of();
        }
        PaperFacts common = cases.of(cases.record(caseNumber));
        List<PaperDraft> drafts = new ArrayList<>();
        for (int place = 0; place < given.size(); place++) {
            ExpertOpinion opinion = given.get(place);
            drafts.add(PaperDraft.of(
                    PaperKind.EXPERT_OPINION,
                    String.valueOf(place + 1),
                    opinion.expertName(),
                    opinion(caseNumber, opinion, common)));
        }
        drafts.add(PaperDraft.of(PaperKind.EXPERT_MINUTES, "1", null, minutes(caseNumber, given, common)));
        return drafts;
    }

    private PaperFacts opinion(String caseNumber, ExpertOpinion opinion, PaperFacts common) {
        Map<Integer, Integer> scored = scores.of(caseNumber, opinion.expertId());
        return common.with("专家", opinion.expertName())
                .with("评审结论", opinion.recommendation().label())
                .with("评分", opinion.score())
                .with("意见", opinion.opinion())
                .with("评审日期", CaseFacts.day(opinion.givenAt()))
                .withList(
                        "打分",
                        opinion.criteria() == null
                                ? List.of()
                                : criteria.of(opinion.criteria()).criteria().stream()
                                        .map(each -> Map.of(
                                                "内容", each.name(),
                                                "权重", String.valueOf(each.weight()),
                                                "得分", Objects.toString(scored.get(each.position()), "")))
                                        .toList());
    }

    private PaperFacts minutes(String caseNumber, List<ExpertOpinion> given, PaperFacts common) {
        Criteria by = given.stream()
                .map(ExpertOpinion::criteria)
                .filter(Objects::nonNull)
                .findFirst()
                .map(criteria::of)
                .orElse(null);
        ExpertReview.Comparison compared = ExpertReview.compare(
                by,
                given.stream()
                        .map(each -> new ExpertReview.Answer(each, scores.of(caseNumber, each.expertId())))
                        .toList());
        return common.with("专家人数", given.size())
                .with("平均分", compared.mean())
                .with("最高最低分差", compared.spread())
                .with("分歧", compared.divergent() ? "有" : "无")
                .withList(
                        "意见",
                        given.stream()
                                .map(each -> Map.of(
                                        "专家", each.expertName(),
                                        "评审结论", each.recommendation().label(),
                                        "评分", Objects.toString(each.score(), ""),
                                        "意见", Objects.toString(each.opinion(), ""),
                                        "日期", CaseFacts.day(each.givenAt()).toString()))
                                .toList());
    }
}

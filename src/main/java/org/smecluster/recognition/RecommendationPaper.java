package org.smecluster.recognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.assessment.FindingWording;
import org.smecluster.law.LegalBasis;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFacts;
import org.smecluster.paper.PaperKind;
import org.smecluster.recognition.RecommendationSummary.Row;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** The city's letter with its summary (第十三条(一)): all that it recommends by one letter stands in it. */
@Component
@LegalBasis(article = 13, item = 1)
class RecommendationPaper {

    private final Batches batches;
    private final RecommendationSummaries summaries;
    private final Opinions opinions;

    RecommendationPaper(Batches batches, RecommendationSummaries summaries, Opinions opinions) {
        this.batches = batches;
        this.summaries = summaries;
        this.opinions = opinions;
    }

    /**
     * Once the review found the standards met; issued under the number that was entered with the decision.
     *
     * @param given opinions in the case
     * @param common what every paper of the case tells
     */
    Optional<PaperDraft> draft(Application application, List<Opinion> given, PaperFacts common) {
        Optional<Opinion> review = last(given, OpinionStage.PRELIMINARY);
        Optional<Opinion> decision = last(given, OpinionStage.RECOMMENDATION);
        boolean refused = decision.filter(each -> each.conclusion() != Conclusion.RECOMMEND)
                .isPresent();
        if (review.filter(each -> each.conclusion() == Conclusion.MEETS).isEmpty() || refused) {
            return Optional.empty();
        }
        Batch batch = batches.find(application.batchId()).orElseThrow();
        String letter = decision.map(Opinion::documentNumber).orElse(null);
        List<Map<String, String>> rows = summaries.summary(batch, application.cityGroup()).rows().stream()
                .filter(row -> decision.isEmpty() || letter.equals(row.documentNumber()))
                .map(RecommendationPaper::row)
                .toList();
        PaperFacts facts = common.with("年度", batch.year())
                .with("申报通知", batch.noticeNumber())
                .with("推荐集群数", rows.size())
                .with("推荐意见", decision.map(Opinion::text).orElse(null))
                .withList("汇总", rows);
        PaperDraft draft = PaperDraft.of(PaperKind.RECOMMENDATION, "1", null, facts);
        return Optional.of(
                decision.isPresent()
                        ? draft.numbered(letter, decision.get().documentDate())
                        : draft.heldBack("推荐决定还没有作出：办理“决定推荐”时填写推荐文件的文号和日期，之后才能出具"));
    }

    /** The letter by which the application was recommended; null before. */
    String document(Application application) {
        return last(opinions.ofApplication(application.id()), OpinionStage.RECOMMENDATION)
                .map(Opinion::documentNumber)
                .orElse(null);
    }

    private static Optional<Opinion> last(List<Opinion> given, OpinionStage stage) {
        return given.stream().filter(opinion -> opinion.stage() == stage).reduce((earlier, later) -> later);
    }

    private static Map<String, String> row(Row row) {
        return RecognitionPapers.row(
                "推荐顺序", row.rank() == null ? "" : row.rank().toString(),
                "集群名称", row.clusterName(),
                "主导产业", row.leadingIndustry(),
                "所在县", row.county(),
                "申报单位", row.applicant(),
                "最低年产值", figure(row, "minAnnualOutput"),
                "中小企业产值占比", figure(row, "smeOutputShare"),
                "主导产业产值占比", figure(row, "leadingIndustryOutputShare"),
                "主导产业增速", figure(row, "leadingIndustryGrowth"),
                "优质中小企业", figure(row, "qualityEnterprises"),
                "评估结论", row.overall().label(),
                "现场核查", row.verification() == null ? "申报通知不要求" : row.verification(),
                "案号", row.caseNumber());
    }

    private static String figure(Row row, String code) {
        return row.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .map(FindingWording::value)
                .orElse("");
    }
}

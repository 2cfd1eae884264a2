package org.smecluster.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.clause.ClauseClaims;
import org.smecluster.clause.ClauseReview;
import org.smecluster.clause.ClauseReview.Entry;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Outcome;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.recognition.SiteVerification;
import org.smecluster.security.Account;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The samples come without files: for each that 第十三条 asks for there is a reason, and the city accepts it; clauses of 第十一条
 * are declared in words, and the city finds one not met.
 */
@Component
@Profile("!production & !test")
class SampleMaterials {

    private final CaseMaterials materials;
    private final MaterialReview review;
    private final ClauseClaims claims;
    private final ClauseReview judging;
    private final OnSiteVerification verification;
    private final Submissions submissions;

    SampleMaterials(
            CaseMaterials materials,
            MaterialReview review,
            ClauseClaims claims,
            ClauseReview judging,
            OnSiteVerification verification,
            Submissions submissions) {
        this.materials = materials;
        this.review = review;
        this.claims = claims;
        this.judging = judging;
        this.verification = verification;
        this.submissions = submissions;
    }

    void explain(String caseNumber, Account applicant) {
        materials.missing(caseNumber).stream()
                .filter(ApplicationMaterial::unexplained)
                .forEach(missing -> materials.explainAbsence(caseNumber, missing.code(), "示例数据不含文件。", applicant));
        claims.state(
                caseNumber,
                claims.open(latest(caseNumber)).stream()
                        .collect(Collectors.toMap(code -> code, code -> "情况见集群发展规划的相应章节（示例）。")),
                applicant);
    }

    void accept(String caseNumber, Account city) {
        materials.missing(caseNumber).forEach(missing -> review.tick(caseNumber, missing.code(), true, null, city));
    }

    void judge(String caseNumber, Account city) {
        Map<String, Entry> entries = new HashMap<>();
        claims.of(latest(caseNumber))
                .forEach(claim -> entries.put(claim.code(), new Entry(Outcome.MET, null, 0, null)));
        entries.put(
                "resourceSharing", new Entry(Outcome.NOT_MET, "共享仓储合同上月到期，尚未续签。", 0, "已要求两个月内续签，其余共享机制运行正常，不影响推荐。"));
        judging.judge(caseNumber, entries, city);
    }

    /** What was entered before is not entered again. */
    void verify(String caseNumber, LocalDate day, Account city) {
        SiteVerification kept = verification.find(caseNumber).orElseThrow();
        if (kept.verifiedOn() == null) {
            verification.saveHead(caseNumber, day, List.of("冯国强", "石慧"), null, kept.revision(), city);
        }
        kept.rows().stream()
                .filter(row -> row.judgement() == null)
                .forEach(row -> verification.saveRow(
                        caseNumber, row.item(), Outcome.MET, "查看现场和台账，与申报材料一致。", row.revision(), city));
    }

    private SubmissionVersion latest(String caseNumber) {
        return submissions.latest(caseNumber).orElseThrow();
    }
}

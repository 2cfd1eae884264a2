package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.clause.ClauseClaims;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Refusal;
import org.springframework.stereotype.Component;

/** What the annual notice asks of an application beside data and materials (第十三条). */
@Component
class NoticeDemands {

    private final ClauseClaims clauses;
    private final NoticeQuestions questions;
    private final Submissions submissions;

    NoticeDemands(ClauseClaims clauses, NoticeQuestions questions, Submissions submissions) {
        this.clauses = clauses;
        this.questions = questions;
        this.submissions = submissions;
    }

    /** @throws Refusal naming each gap */
    void requireAnswered(SubmissionVersion version) {
        List<String> reasons = new ArrayList<>();
        clauses.gaps(version).forEach(gap -> reasons.add(gap + "：请在“案件资料—逐条判断”中写明，或在“佐证材料”的这一项上传文件"));
        questions.gaps(version).forEach(gap -> reasons.add(gap + "：请在“案件资料—通知问题”中补齐"));
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    void keep(SubmissionVersion version) {
        clauses.keep(version);
    }

    void carryOver(SubmissionVersion correction) {
        SubmissionVersion reviewed = submissions.ofCase(correction.caseNumber()).stream()
                .filter(each -> each.round() == correction.round() - 1)
                .findFirst()
                .orElseThrow();
        clauses.carryOver(reviewed, correction);
        questions.carryOver(reviewed, correction);
    }
}

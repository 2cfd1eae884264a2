package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Article;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeSource;
import org.springframework.stereotype.Component;

/** What a cluster's applications answered to the questions of their notices. */
@Component
class NoticeAnswerLife implements LifeSource {

    private final CasesOfCluster cases;
    private final Submissions submissions;
    private final NoticeQuestions questions;
    private final Clock clock;

    NoticeAnswerLife(CasesOfCluster cases, Submissions submissions, NoticeQuestions questions, Clock clock) {
        this.cases = cases;
        this.submissions = submissions;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        List<String> applications = cases.of(cluster).stream()
                .filter(each -> each.kind() == CaseKind.RD)
                .map(ClusterCase::caseNumber)
                .toList();
        return submissions.ofCases(applications).stream()
                .filter(SubmissionVersion::frozen)
                .flatMap(version -> answered(version).stream())
                .toList();
    }

    private Optional<LifeEntry> answered(SubmissionVersion version) {
        List<NoticeAnswer> answers = questions.answers(version);
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> particulars = new LinkedHashMap<>();
        answers.forEach(each -> particulars.put(each.question().question(), each.inWords()));
        return Optional.of(new LifeEntry(
                LocalDate.ofInstant(version.submittedAt(), clock.getZone()),
                version.submittedAt(),
                "申报通知的问题",
                "回答申报通知的问题，第" + version.round() + "版",
                "申报通知问了" + answers.size() + "个问题。",
                particulars,
                Article.of(13).toString(),
                version.caseNumber(),
                null,
                version.submittedByName(),
                null));
    }
}

package org.smecluster.recognition;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.casework.Casework;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.EvidenceTopics;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.Filing;
import org.smecluster.filing.FilingProcedures;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.recognition.NoticeQuestion.Kind;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申报的具体要求以每年发布的通知为准: an officer adds the notice's questions to a batch, applicants answer them with their
 * materials.
 */
@Service
@Transactional
@LegalBasis(article = 13)
public class NoticeQuestions implements EvidenceTopics {

    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_CHOICE = 100;
    private static final int MOST_QUESTIONS = 50;
    private static final int MOST_CHOICES = 20;
    /** In the place of an article. */
    private static final String NOTICE = "申报通知";

    private final Questions questions;
    private final Batches batches;
    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final CaseMaterials materials;
    private final EvidenceService evidence;
    private final Casework casework;
    private final Clock clock;

    NoticeQuestions(
            Questions questions,
            Batches batches,
            FilingProcedures procedures,
            Submissions submissions,
            CaseMaterials materials,
            EvidenceService evidence,
            Casework casework,
            Clock clock) {
        this.questions = questions;
        this.batches = batches;
        this.procedures = procedures;
        this.submissions = submissions;
        this.materials = materials;
        this.evidence = evidence;
        this.casework = casework;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<NoticeQuestion> ofBatch(long batchId) {
        return questions.ofBatch(batchId);
    }

    /** Whether they may still be changed: nothing is asked of an application that has been submitted. */
    @Transactional(readOnly = true)
    public boolean open(Batch batch) {
        return batch.state() == BatchState.OPEN && !questions.anySubmitted(batch.id());
    }

    /**
     * @param choices not read but of kind CHOICE
     * @throws Refusal for others than officers, once an application is submitted, or where the question is none
     */
    public void add(
            String batchNumber, String question, Kind kind, List<String> choices, boolean required, Account by) {
        Batch batch = changing(batchNumber, by);
        String asked = GivenReason.of(question, "问题", LONGEST_QUESTION);
        if (kind == null) {
            throw new Refusal("请选择回答的方式：文字、数字、选择、日期或文件");
        }
        List<String> offered = kind == Kind.CHOICE
                ? choices.stream()
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
        if (kind == Kind.CHOICE
                && (offered.size() < 2
                        || offered.size() > MOST_CHOICES
                        || offered.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE))) {
            throw new Refusal("选择题请列出2至" + MOST_CHOICES + "个答案，一行一个，每个至多" + LONGEST_CHOICE + "字");
        }
        List<NoticeQuestion> before = questions.ofBatch(batch.id());
        if (before.size() >= MOST_QUESTIONS) {
            throw new Refusal("每个批次至多" + MOST_QUESTIONS + "个问题");
        }
        if (before.stream().anyMatch(each -> each.question().equals(asked))) {
            throw new Refusal("本批次已有这个问题：" + asked);
        }
        questions.add(batch.id(), asked, kind, offered, required, by, clock.instant());
    }

    public void remove(String batchNumber, long id, Account by) {
        Batch batch = changing(batchNumber, by);
        if (questions.hasFiles(id)) {
            throw new Refusal("已有申报主体为这个问题上传文件，不能删除。请通知其取回文件后再删除");
        }
        if (!questions.remove(batch.id(), id)) {
            throw new Refusal("这个问题已不在本批次，请刷新页面");
        }
    }

    private Batch changing(String batchNumber, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("申报通知的问题由自治区经办人员填写");
        }
        Batch batch = batches.lock(batches.byNumber(batchNumber).orElseThrow().id());
        if (!open(batch)) {
            throw new Refusal("本批次已有申报提交，或申报期已结束，问题不能再改：已经提交的没有问到，不能补问");
        }
        return batch;
    }

    /** In the notice's order; none where it asks nothing. */
    @Transactional(readOnly = true)
    public List<NoticeAnswer> answers(SubmissionVersion version) {
        List<NoticeQuestion> asked = questions.ofCase(version.caseNumber());
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<Long, String> answers = questions.answers(version.id());
        Map<String, Long> files = evidence.heldOfConditions(version.caseNumber());
        return asked.stream()
                .map(question -> new NoticeAnswer(
                        question,
                        answers.get(question.id()),
                        files.getOrDefault(question.code(), 0L).intValue()))
                .toList();
    }

    /** Whether the unit may answer now: of a correction where its form is open too. */
    @Transactional(readOnly = true)
    public boolean answerable(SubmissionVersion version) {
        return !version.frozen() && materials.opening(version).form();
    }

    /**
     * The unit answers with the version in hand.
     *
     * @param typed by the question's id; a blank one takes back what was answered
     * @throws Refusal where the person is not of the unit or has nothing in hand, or an answer is none
     */
    public void answer(String caseNumber, Map<Long, String> typed, Account by) {
        FiledCase filed = procedures.of(caseNumber).lock(caseNumber);
        filed.refuseUnlessApplicant(by);
        SubmissionVersion version = Filing.inHand(filed, submissions);
        if (!answerable(version)) {
            throw new Refusal("本次补正没有退回申报表（第十三条(二)），对申报通知的回答不能改动");
        }
        Map<Long, String> answers = new HashMap<>();
        questions.ofCase(caseNumber).stream()
                .filter(question -> question.kind() != Kind.FILE && typed.containsKey(question.id()))
                .forEach(question -> answers.put(question.id(), question.answer(typed.get(question.id()))));
        if (!answers.isEmpty()) {
            questions.answer(version.id(), answers, by, clock.instant());
            casework.step(caseNumber, "noticeAnswered", "申报通知的问题", "回答申报通知的问题", by);
        }
    }

    /** What still stands against submitting the version, a sentence each. */
    @Transactional(readOnly = true)
    public List<String> gaps(SubmissionVersion version) {
        return answers(version).stream()
                .filter(NoticeAnswer::missing)
                .map(each -> "申报通知的问题“" + each.question().question() + "”还没有"
                        + (each.question().kind() == Kind.FILE ? "上传文件" : "回答"))
                .toList();
    }

    void carryOver(SubmissionVersion reviewed, SubmissionVersion correction) {
        questions.copyAnswers(reviewed.id(), correction.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Topic> topics(String caseNumber) {
        return questions.ofCase(caseNumber).stream()
                .filter(question -> question.kind() == Kind.FILE)
                .map(question -> new Topic(question.code(), question.question(), NOTICE))
                .toList();
    }
}

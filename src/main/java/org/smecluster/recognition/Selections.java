package org.smecluster.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choice of the best among the applications of a batch: 择优形成集群名单. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class Selections {

    private static final int LONGEST_REASON = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Batches batches;
    private final Applications applications;
    private final Opinions opinions;
    private final SelectionDecisions decisions;
    private final LateIncidents late;
    private final RecognitionList recognitionList;
    private final RecognitionOutcomes outcomes;
    private final ApplicationCases cases;
    private final RecognitionService recognition;

    Selections(
            Batches batches,
            Applications applications,
            Opinions opinions,
            SelectionDecisions decisions,
            LateIncidents late,
            RecognitionList recognitionList,
            RecognitionOutcomes outcomes,
            ApplicationCases cases,
            RecognitionService recognition) {
        this.batches = batches;
        this.applications = applications;
        this.opinions = opinions;
        this.decisions = decisions;
        this.late = late;
        this.recognitionList = recognitionList;
        this.outcomes = outcomes;
        this.cases = cases;
        this.recognition = recognition;
    }

    private Optional<Opinion> conclusion(Application application) {
        return conclusion(opinions.ofApplication(application.id()));
    }

    static Optional<Opinion> conclusion(List<Opinion> given) {
        return given.stream()
                .filter(opinion -> opinion.stage() == OpinionStage.RE_REVIEW)
                .reduce((earlier, later) -> later);
    }

    /**
     * Drafts the decision on one application, in the place of an earlier one. While the list is under notice and not
     * published, decides whether a cluster of which an incident became known since stays on it.
     *
     * @param reason needed where it is not selected, and where it stays or is selected with an incident that the table
     *     leaves open
     * @throws Refusal where the batch is at neither, or the application cannot be selected
     */
    public void decide(long batchId, String caseNumber, boolean selected, String reason, Account by) {
        decide(batches.lock(batchId), caseNumber, selected, reason, by);
    }

    /**
     * As {@link #decide(long, String, boolean, String, Account)}, from a page that showed how it stood.
     *
     * @param seen when the decision that was shown had been made; null where none was shown
     * @throws Overtaken where somebody has decided since
     */
    public void decide(long batchId, String caseNumber, boolean selected, String reason, Instant seen, Account by) {
        Batch batch = batches.lock(batchId);
        SelectionDecision present = drafted(batchId).get(caseNumber);
        if (present != null && !present.decidedAt().equals(seen)) {
            throw new Overtaken(cases.person(present.decidedBy()).displayName() + "于" + TIME.format(present.decidedAt())
                    + "刚刚把" + caseNumber + "记为“"
                    + (present.selected() ? "入选" : "不入选") + "”"
                    + (present.reason() == null ? "" : "（理由：" + present.reason() + "）")
                    + "，您的这一次没有保存。请查看最新情况后再决定是否更改");
        }
        decide(batch, caseNumber, selected, reason, by);
    }

    private void decide(Batch batch, String caseNumber, boolean selected, String reason, Account by) {
        long batchId = batch.id();
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > LONGEST_REASON) {
            throw new Refusal("理由最多" + LONGEST_REASON + "个字，现为" + why.length() + "个字，请删减");
        }
        if (batch.state() == BatchState.IN_NOTICE) {
            reconsider(batch, caseNumber, selected, why, by);
            return;
        }
        if (batch.state() != BatchState.SELECTING) {
            throw new Refusal("批次" + batch.batchNumber() + "现为“" + batch.state().label() + "”，不在审定名单阶段");
        }
        Application application = waiting(batchId).stream()
                .filter(candidate -> candidate.caseNumber().equals(caseNumber))
                .findFirst()
                .orElseThrow(() -> new Refusal("案号" + caseNumber + "不是本批次已复审办结的申报"));
        if (!selected && why == null) {
            throw new Refusal("不入选的，请写明理由");
        }
        if (selected
                && conclusion(application)
                        .map(Opinion::conclusion)
                        .filter(Conclusion.FAIL::equals)
                        .isPresent()) {
            throw new Refusal("“" + application.clusterName() + "”（" + caseNumber + "）复审结论为不通过，不能入选（第十二条(三)）");
        }
        if (selected) {
            late.refuseIfVetoed(application, "入选");
            refuseIfUnjudged(application, why);
        }
        decisions.put(batchId, caseNumber, selected, why, application.reReviews(), by.userId());
    }

    private void refuseIfUnjudged(Application application, String why) {
        if (why == null) {
            late.obstacle(application, Optional.empty()).ifPresent(obstacle -> {
                throw new Refusal("“" + application.clusterName() + "”（" + application.caseNumber() + "）" + obstacle
                        + "。入选的，请在“理由”中写明对这一情形的判断（第十条）");
            });
        }
    }

    /** The list was decided on without knowing of the incident: the leader decides on this cluster once more. */
    @LegalBasis(article = 10)
    private void reconsider(Batch batch, String caseNumber, boolean selected, String why, Account by) {
        Application application = applications
                .byCaseNumber(caseNumber)
                .map(found -> applications.lock(found.id()))
                .filter(candidate -> candidate.batchId() == batch.id())
                .filter(candidate -> candidate.state() == ApplicationState.IN_NOTICE)
                .orElseThrow(() -> new Refusal("批次" + batch.batchNumber() + "现为“"
                        + batch.state().label() + "”，不在审定名单阶段，案号" + caseNumber + "也不在公示的名单中"));
        if (late.isPublished(application)) {
            throw new Refusal("该集群已列入公布的认定名单，不能再移出；第十条情形属实的，按第十七条(五)办理");
        }
        if (!late.isToDecide(application, late.latest(application))) {
            throw new Refusal("批次" + batch.batchNumber() + "现为“" + batch.state().label()
                    + "”，不在审定名单阶段；复审以后，该集群没有待决定的第十条情形，审定的名单不能更改（第十二条(三)）");
        }
        if (why == null) {
            throw new Refusal("请写明移出名单或者保留在名单中的理由（第十条）");
        }
        if (selected) {
            late.refuseIfVetoed(application, "保留在名单中");
        }
        decisions.put(batch.id(), caseNumber, selected, why, application.reReviews(), by.userId());
        if (selected) {
            cases.say(application, reconsidered("keptOnList", "保留在名单中。" + why).deliberated(), by);
        } else {
            cases.add(application, reconsidered("takenOffList", "移出名单。" + why), by);
            outcomes.takeOff(batch, application, why, by);
        }
    }

    private static CaseEntry reconsidered(String key, String text) {
        return ApplicationCases.decision(key, "公示后审定", text);
    }

    /**
     * Makes the drafted decisions final; the list of the selected is ready to be made public, and from here on they
     * cannot be withdrawn.
     *
     * @return whether any cluster was selected
     * @throws Refusal listing what is missing
     */
    public boolean complete(long batchId, String note, LocalDate noticeDay, LocalTime noticeTime, Account by) {
        Batch batch = batches.lock(batchId);
        List<Application> waiting = waiting(batchId).stream()
                .map(application -> applications.lock(application.id()))
                .filter(Selections::waits)
                .toList();
        Map<String, SelectionDecision> drafted = drafted(batchId);
        List<Application> selected = waiting.stream()
                .filter(application -> Optional.ofNullable(drafted.get(application.caseNumber()))
                        .filter(SelectionDecision::selected)
                        .isPresent())
                .toList();
        refuseIfIncomplete(batch, waiting, drafted, selected.size());
        for (Application application : waiting) {
            SelectionDecision decision = drafted.get(application.caseNumber());
            Account decider = cases.person(decision.decidedBy());
            if (selected.contains(application)) {
                recognition.select(application.id(), decider);
                recognition.publish(application.id(), by);
            } else {
                recognition.passOver(application.id(), decision.reason(), decider);
            }
        }
        if (!selected.isEmpty()) {
            recognitionList.draft(batch, selected, noticeDay, noticeTime);
        }
        batches.selected(batchId, note, selected.isEmpty() ? BatchState.CLOSED : BatchState.IN_NOTICE);
        return !selected.isEmpty();
    }

    private void refuseIfIncomplete(
            Batch batch, List<Application> waiting, Map<String, SelectionDecision> drafted, int selected) {
        List<String> reasons = new ArrayList<>();
        for (Application application : waiting) {
            SelectionDecision decision = drafted.get(application.caseNumber());
            String named = "“" + application.clusterName() + "”（" + application.caseNumber() + "）";
            if (decision == null) {
                reasons.add(named + "尚未确定是否入选，请在“案件资料”中确定");
            } else if (!decision.selected() && decision.reason() == null) {
                reasons.add(named + "不入选，请写明理由");
            } else if (decision.selected()) {
                late.obstacle(application, Optional.of(decision))
                        .ifPresent(obstacle -> reasons.add(named + obstacle + "。请在“案件资料”中重新确定（第十条）"));
            }
        }
        if (batch.quota() != null && selected > batch.quota()) {
            reasons.add("入选" + selected + "个，超过本批次名额" + batch.quota() + "个，请调整");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    private List<Application> waiting(long batchId) {
        return applications.ofBatch(batchId).stream().filter(Selections::waits).toList();
    }

    private static boolean waits(Application application) {
        return application.state() == ApplicationState.RE_REVIEWED;
    }

    private Map<String, SelectionDecision> drafted(long batchId) {
        return decisions.ofBatch(batchId).stream()
                .collect(Collectors.toMap(SelectionDecision::caseNumber, Function.identity()));
    }
}

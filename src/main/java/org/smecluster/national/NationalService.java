package org.smecluster.national;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.national.Recommendation.Issued;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.YearlyReports;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choice of the best of a year's clusters for the national title: 择优推荐申报国家级. */
@Service
@Transactional
@LegalBasis(article = 16)
public class NationalService {

    static final Article BASIS = Article.of(16);
    static final int LONGEST_REASON = 1000;

    private final Recommendations recommendations;
    private final YearlyReports reports;
    private final ClusterRegistry registry;
    private final NationalCandidates candidates;
    private final Casework casework;
    private final Notifications notifications;
    private final Clock clock;

    NationalService(
            Recommendations recommendations,
            YearlyReports reports,
            ClusterRegistry registry,
            NationalCandidates candidates,
            Casework casework,
            Notifications notifications,
            Clock clock) {
        this.recommendations = recommendations;
        this.reports = reports;
        this.registry = registry;
        this.candidates = candidates;
        this.casework = casework;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Begins the recommendation of a year's clusters.
     *
     * @param year reported on
     * @throws Refusal where the year's monitoring is not concluded, the year has a recommendation, or the last day to
     *     apply is over
     */
    public CaseRecord open(int year, Notice notice, Account by) {
        whyNot(year).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        if (notice.applyBy() != null && notice.applyBy().isBefore(today())) {
            throw new Refusal("国家申报截止日期（" + notice.applyBy() + "）已过，请核对");
        }
        CaseRecord opened = casework.open(
                new NewCase(
                        CaseKind.GJ,
                        null,
                        year + "年度推荐申报国家级",
                        StaffGroup.OFFICERS,
                        StaffGroup.OFFICERS,
                        year + "年度",
                        "评估候选集群"),
                by);
        if (!recommendations.insert(opened.caseNumber(), year, notice)) {
            throw new Refusal(begun(year));
        }
        casework.add(
                opened.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, "opened", "启动推荐", "启动" + year + "年度推荐申报国家级")
                        .under(BASIS)
                        .with("国家推荐通知", notice.number())
                        .with("国家申报截止日期", notice.applyBy())
                        .with("推荐名额", notice.quota() == null ? null : notice.quota() + "个"),
                by);
        return opened;
    }

    /** Why no cluster of the year can be recommended; empty where some can. */
    Optional<String> whyNot(int year) {
        if (!reports.concluded(year)) {
            return Optional.of(year + "年度的监测还没有办结，办结以后才能推荐申报国家级（第十六条）");
        }
        return recommendations.begun(year) ? Optional.of(begun(year)) : Optional.empty();
    }

    private static String begun(int year) {
        return year + "年度的推荐已经启动，不能重复启动；在“案件”中选“国家级”查看";
    }

    /**
     * Records what an officer proposes for a candidate, in the place of an earlier proposal.
     *
     * @param seen when the proposal that the page showed had been made; null where none was shown
     * @param evaluation number of the evaluation that the page showed; null where it showed none
     * @throws Overtaken where somebody has proposed, or had the candidates evaluated, since
     * @throws Refusal where the list is not being drawn up, or the reason is missing or too long
     */
    public void propose(
            String caseNumber,
            String clusterNumber,
            boolean recommended,
            String reason,
            Instant seen,
            Integer evaluation,
            Account by) {
        NationalCandidates.requireProposing(recommendations.lock(caseNumber));
        candidates.requireLatest(caseNumber, evaluation);
        Candidate candidate = recommendations.candidates(caseNumber).stream()
                .filter(each -> each.clusterNumber().equals(clusterNumber))
                .findFirst()
                .orElseThrow(() -> new Refusal("集群" + clusterNumber + "不是本案的候选"));
        Proposal present = candidate.proposal();
        if (present != null && !present.at().equals(seen)) {
            throw new Overtaken(NationalWording.proposedMeanwhile(candidate));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Refusal(NationalWording.reasonWanted(recommended));
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refusal("理由最多" + LONGEST_REASON + "个字，现为" + why.length() + "个字，请删减");
        }
        recommendations.propose(caseNumber, clusterNumber, new Proposal(recommended, why, by.displayName(), now()));
    }

    /**
     * Puts the proposals before the leader.
     *
     * @throws Refusal listing the candidates without a proposal, or where more are recommended than the notice allows
     */
    public void submit(String caseNumber, String note, Account by) {
        Recommendation recommendation = recommendations.lock(caseNumber);
        List<Candidate> all = recommendations.candidates(caseNumber);
        List<String> problems = all.stream()
                .filter(candidate -> candidate.proposal() == null)
                .map(candidate -> candidate.named() + "尚未记录推荐或者不推荐，请在“案件资料”中记录")
                .collect(Collectors.toCollection(ArrayList::new));
        Integer quota = recommendation.notice().quota();
        long chosen = all.stream().filter(Candidate::recommended).count();
        if (quota != null && chosen > quota) {
            problems.add("推荐" + chosen + "个，超过国家通知规定的名额" + quota + "个，请调整");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        CaseEntry entry =
                CaseEntry.of(EntryKind.OPINION, "proposal", "提出推荐名单", note).under(BASIS);
        for (Candidate candidate : all) {
            entry = entry.with(
                    candidate.clusterName() + "（" + candidate.clusterNumber() + "）",
                    (candidate.recommended() ? "推荐。" : "不推荐。")
                            + candidate.proposal().reason());
        }
        casework.say(caseNumber, entry, by);
        recommendations.enter(caseNumber, Stage.DECIDING);
    }

    /** The proposal in one sentence, for forms. */
    @Transactional(readOnly = true)
    public String proposalInWords(String caseNumber) {
        List<Candidate> all = recommendations.candidates(caseNumber);
        List<String> names = all.stream()
                .filter(Candidate::recommended)
                .map(Candidate::clusterName)
                .toList();
        return NationalWording.proposal(all.size(), names);
    }

    /**
     * The leader approves the list.
     *
     * @param date of the document, not after today
     * @throws Refusal where nobody is recommended, the date does not fit, or a cluster may not be recommended any more
     */
    public void approve(String caseNumber, String opinion, String documentNumber, LocalDate date, Account by) {
        recommendations.lock(caseNumber);
        List<Candidate> chosen = recommended(caseNumber);
        if (chosen.isEmpty()) {
            throw new Refusal("名单中没有推荐的集群，请选“本年度不推荐”或者“退回重新提出”");
        }
        refuseFuture("推荐文件日期", date);
        List<String> problems = new ArrayList<>();
        for (Candidate candidate : chosen) {
            candidates
                    .reasonsAgainst(registry.lock(candidate.clusterNumber()))
                    .forEach(reason -> problems.add(candidate.named() + "已不能推荐：" + reason + "，请退回重新提出"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        enterDecision(caseNumber, "同意推荐名单", opinion, documentNumber, date, by);
        recommendations.list(caseNumber, new Issued(documentNumber, date, by.displayName(), now()));
    }

    /** The leader gives the list back. */
    public void giveBack(String caseNumber, String opinion, Account by) {
        recommendations.lock(caseNumber);
        enterDecision(caseNumber, "退回重新提出", opinion, null, null, by);
        recommendations.enter(caseNumber, Stage.PROPOSING);
    }

    /** The leader decides that nobody is recommended. */
    public void decideAgainstAll(String caseNumber, String opinion, Account by) {
        recommendations.lock(caseNumber);
        enterDecision(caseNumber, "本年度不推荐", opinion, null, null, by);
    }

    private void enterDecision(
            String caseNumber, String decision, String opinion, String number, LocalDate date, Account by) {
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, "decision", "审定推荐名单", opinion)
                        .under(BASIS)
                        .with("审定意见", decision)
                        .withDocument(number, date),
                by);
    }

    /**
     * The last day to apply draws near: whoever has the list in hand is told.
     *
     * @param key of this reminder, which is told once
     */
    public void remind(String caseNumber, String key) {
        Recommendation recommendation = get(caseNumber);
        boolean deciding = recommendation.stage() == Stage.DECIDING;
        String text = NationalWording.reminder(casework.get(caseNumber), recommendation.notice(), deciding);
        notifications.tell(StaffGroup.OFFICERS, caseNumber, key, text);
        if (deciding) {
            notifications.tell(StaffGroup.LEADERS, caseNumber, key, text);
        }
    }

    /** Enters the approved list and tells units and cities. */
    public void publish(String caseNumber) {
        Recommendation recommendation = get(caseNumber);
        List<Candidate> chosen = recommended(caseNumber);
        Issued list = recommendation.list();
        CaseEntry entry = CaseEntry.of(EntryKind.NOTICE, "list", "推荐名单", "推荐" + chosen.size() + "个集群申报国家级中小企业特色产业集群")
                .under(BASIS)
                .withDocument(list.number(), list.date());
        for (Candidate candidate : chosen) {
            entry = entry.with(candidate.clusterNumber(), candidate.clusterName() + "，" + candidate.leadingIndustry());
        }
        casework.add(caseNumber, entry, null);
        LocalDate applyBy = recommendation.notice().applyBy();
        for (Candidate candidate : chosen) {
            tell(candidate, caseNumber, "recommended", NationalWording.recommended(candidate, list.number(), applyBy));
        }
    }

    /**
     * Records what the ministry decided.
     *
     * @param recognised cluster numbers of those recognised
     * @param date of the ministry's document, not after today
     */
    public void recordResult(
            String caseNumber,
            Collection<String> recognised,
            String document,
            LocalDate date,
            String note,
            Account by) {
        recommendations.lock(caseNumber);
        refuseFuture("公布日期", date);
        CaseEntry entry = CaseEntry.of(EntryKind.DECISION, "result", "国家结果", note == null ? "国家结果已公布" : note)
                .under(BASIS)
                .withDocument(document, date);
        for (Candidate candidate : recommended(caseNumber)) {
            entry = entry.with(
                    candidate.clusterName() + "（" + candidate.clusterNumber() + "）",
                    recognised.contains(candidate.clusterNumber()) ? "认定为国家级" : "未认定为国家级");
        }
        casework.add(caseNumber, entry, by);
        recommendations.conclude(
                caseNumber, new Issued(document, date, by.displayName(), now()), Set.copyOf(recognised));
    }

    /** Tells the result and closes the case; repeated, it does nothing more. */
    public void announceResult(String caseNumber) {
        Recommendation recommendation = get(caseNumber);
        List<Candidate> chosen = recommended(caseNumber);
        long recognised = chosen.stream()
                .filter(candidate -> Boolean.TRUE.equals(candidate.recognised()))
                .count();
        for (Candidate candidate : chosen) {
            tell(
                    candidate,
                    caseNumber,
                    "result",
                    NationalWording.result(candidate, recommendation.result().number()));
        }
        casework.close(
                caseNumber,
                recognised > 0 ? "NATIONALLY_RECOGNISED" : "NOT_RECOGNISED",
                "已有国家结果",
                "推荐" + chosen.size() + "个，认定" + recognised + "个");
    }

    /**
     * Ends a case that recommends nobody.
     *
     * @param reason null where the reasons stand at the clusters
     */
    public void endWithNothing(String caseNumber, String outcome, String standing, String reason) {
        recommendations.lock(caseNumber);
        recommendations.enter(caseNumber, Stage.NOTHING);
        String why = reason == null
                ? NationalWording.nobody(recommendations.exclusions(caseNumber).size())
                : reason;
        if (casework.close(caseNumber, outcome, standing, why)) {
            notifications.tell(
                    StaffGroup.OFFICERS,
                    caseNumber,
                    "closed",
                    NationalWording.ended(casework.get(caseNumber), standing, why));
        }
    }

    @Transactional(readOnly = true)
    public Recommendation get(String caseNumber) {
        return recommendations
                .find(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no recommendation has the number " + caseNumber));
    }

    /** Those on the list, or proposed for it. */
    @Transactional(readOnly = true)
    public List<Candidate> recommended(String caseNumber) {
        return recommendations.candidates(caseNumber).stream()
                .filter(Candidate::recommended)
                .toList();
    }

    private void tell(Candidate candidate, String caseNumber, String key, String text) {
        notifications.tell(
                List.of(candidate.applicantGroup(), candidate.cityGroup()),
                caseNumber,
                key + ":" + candidate.clusterNumber(),
                text);
    }

    private void refuseFuture(String what, LocalDate date) {
        if (date.isAfter(today())) {
            throw new Refusal(what + "（" + date + "）晚于今天，请核对");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

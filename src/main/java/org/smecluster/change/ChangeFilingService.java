package org.smecluster.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.Forwarding;
import org.smecluster.casework.NewCase;
import org.smecluster.change.ChangeFilings.Filing;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.registry.RecognitionEnded;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.security.Account;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filing of a change: by the cluster's unit, or opened by an officer who found one that nobody filed. */
@Service
@Transactional
@LegalBasis(article = 15)
public class ChangeFilingService {

    private static final Article BASIS = Article.of(15);
    private static final Set<String> WITHOUT_A_CHANGE = Set.of("WITHDRAWN", "DISMISSED", "NOT_NEEDED");

    private final ClusterRegistry registry;
    private final ChangeFilings filings;
    private final Casework casework;
    private final Cases cases;
    private final ChangeMessages messages;
    private final RevocationCauses causes;
    private final Notifications notifications;
    private final WorkCalendar calendar;
    private final Clock clock;

    ChangeFilingService(
            ClusterRegistry registry,
            ChangeFilings filings,
            Casework casework,
            Cases cases,
            ChangeMessages messages,
            RevocationCauses causes,
            Notifications notifications,
            WorkCalendar calendar,
            Clock clock) {
        this.registry = registry;
        this.filings = filings;
        this.casework = casework;
        this.cases = cases;
        this.messages = messages;
        this.causes = causes;
        this.notifications = notifications;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Opens the filing of a change.
     *
     * @throws Refusal where the cluster is not the person's, its recognition does not hold, the day lies ahead or before the
     *     recognition, or the change has a case already
     */
    public CaseRecord open(FiledChange change, Account by) {
        boolean officer = by.groups().contains(StaffGroup.OFFICERS);
        registry.find(change.clusterNumber())
                .filter(found -> officer || by.groups().contains(found.applicantGroup()))
                .orElseThrow(() ->
                        new Refusal((officer ? "集群名录中没有编号为" : "本单位没有编号为") + change.clusterNumber() + "的集群，请核对集群名录"));
        ClusterRecord cluster = registry.lock(change.clusterNumber());
        whyNot(cluster).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        if (change.changedOn().isAfter(today())) {
            throw new Refusal("变动发生的日期（" + change.changedOn() + "）晚于今天，请在变动发生后填报");
        }
        if (change.changedOn().isBefore(cluster.recognisedOn())) {
            throw new Refusal(ChangeWording.beforeTheTerm(change, cluster));
        }
        refuseTwice(change, cluster);
        CaseRecord opened =
                casework.open(NewCase.about(CaseKind.BG, cluster, change.kind().label() + "变动", "待核对并提交备案"), by);
        filings.insert(opened.caseNumber(), change, officer);
        casework.add(
                opened.caseNumber(),
                CaseEntry.of(EntryKind.APPLICATION, "change", officer ? "自治区发现变动" : "填报变动", change.description())
                        .under(BASIS)
                        .with("变动事项", change.kind().label())
                        .with("变动日期", change.changedOn())
                        .with("变动后", change.newValue()),
                by);
        if (officer) {
            notifications.tell(
                    cluster.applicantGroup(),
                    opened.caseNumber(),
                    "discovered",
                    ChangeWording.discovered(change, cluster));
        }
        return opened;
    }

    /** Why no change of the cluster can be filed; empty where it can. */
    Optional<String> whyNot(ClusterRecord cluster) {
        return registry.permits(ClusterRight.CHANGE_FILING, cluster)
                ? Optional.empty()
                : Optional.of(ChangeWording.notInForce(cluster));
    }

    /** Two causes for one change would be two cases of revocation. */
    private void refuseTwice(FiledChange change, ClusterRecord cluster) {
        cases.ofCluster(cluster.clusterNumber()).stream()
                .filter(each ->
                        each.kind() == CaseKind.BG && !WITHOUT_A_CHANGE.contains(String.valueOf(each.outcome())))
                .filter(each -> filings.get(each.caseNumber()).tells(change))
                .findFirst()
                .ifPresent(known -> {
                    throw new Refusal(ChangeWording.knownAlready(change, cluster, known));
                });
    }

    /**
     * Keeps what the table said, and counts the period of a major change. One that the region found goes to the
     * screening for revocation at once.
     *
     * @return the filing as it then stands
     */
    public Filing count(String caseNumber, Significance significance) {
        filings.significance(caseNumber, significance, null);
        Filing filing = get(caseNumber);
        if (filing.discovered() && filing.significance() == Significance.MAJOR) {
            boolean over = filing.late(today());
            report(
                    over ? lateness(caseNumber) : lateness(caseNumber) + ":discovered",
                    caseNumber,
                    ChangeWording.foundUnfiled(filing, over),
                    today());
        }
        return filing;
    }

    /** As it stands: until it is submitted, its period follows the calendar. */
    @Transactional(readOnly = true)
    public Filing get(String caseNumber) {
        Filing filing = filings.get(caseNumber);
        return filing.submittedOn() == null && filing.hasPeriod()
                ? filing.until(
                        calendar.periods().oneMonthAfter(filing.changedOn()).lastDay())
                : filing;
    }

    /** The period in words, as it stands today. */
    @Transactional(readOnly = true)
    public String periodInWords(String caseNumber) {
        Filing filing = get(caseNumber);
        return ChangeWording.period(filing, filing.late(today()));
    }

    /** @param newValue null: as it was filled in */
    public void submit(String caseNumber, String newValue, String explanation, Account by) {
        LocalDate today = today();
        if (newValue != null) {
            filings.value(caseNumber, newValue);
        }
        filings.submitted(caseNumber, today, get(caseNumber).lastDay());
        Filing filing = filings.get(caseNumber);
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.APPLICATION, "submitted", "提交备案", explanation == null ? "提交备案" : explanation)
                        .under(BASIS)
                        .with("变动后", filing.newValue())
                        .with("备案截止", filing.lastDay())
                        .with("是否逾期", filing.lastDay() == null ? null : filing.late(today) ? "逾期" : "未逾期"),
                by);
    }

    /** @throws Refusal where the region found the change, or no reason is given */
    public void withdraw(String caseNumber, String reason, Account by) {
        if (filings.get(caseNumber).discovered()) {
            throw new Refusal("该变动由自治区发现，不能撤回；认为不属实的，提交时在“说明”中写明");
        }
        if (reason == null) {
            throw new Refusal("撤回备案的，请在“说明”中写明理由");
        }
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.EVENT, "withdrawn", "撤回备案", reason).under(BASIS),
                by);
    }

    public void forward(String caseNumber, Forwarding forwarding, String opinion, Account by) {
        String handled = forwarding == Forwarding.FORWARD ? "转报自治区" : Registration.RETURN.label();
        casework.say(caseNumber, opinion("city", "市级意见", handled, opinion).concluding(forwarding), by);
    }

    /**
     * The officer's decision on a filing.
     *
     * @param judgedMajor whether a change that the table cannot judge is a major one; else null
     * @throws Refusal where the judgement is missing
     */
    public void decide(String caseNumber, Registration registration, Boolean judgedMajor, String opinion, Account by) {
        Filing filing = filings.get(caseNumber);
        String judged = null;
        if (registration == Registration.REGISTER && filing.significance() == Significance.UNDECIDED) {
            if (judgedMajor == null) {
                throw new Refusal("规则不能判定该变动是否重大，请判断是否属于重大变动（第十五条）");
            }
            Significance decided = judgedMajor ? Significance.MAJOR : Significance.MINOR;
            filings.significance(caseNumber, decided, judgedMajor ? filing.lastDay() : null);
            judged = decided.label();
        }
        casework.say(
                caseNumber,
                opinion("region", "自治区意见", registration.label(), opinion)
                        .with("判断", judged)
                        .concluding(registration),
                by);
    }

    private static CaseEntry opinion(String stage, String title, String conclusion, String text) {
        return CaseEntry.of(EntryKind.OPINION, stage, title, text).under(BASIS).with("处理", conclusion);
    }

    /** What was last said on a return; null where nothing was returned. */
    @Transactional(readOnly = true)
    public String lastReturn(String caseNumber) {
        return casework.entries(caseNumber).stream()
                .filter(entry -> entry.concludes(Registration.RETURN) || entry.concludes(Forwarding.RETURN))
                .reduce((earlier, later) -> later)
                .map(CaseEntry::text)
                .orElse(null);
    }

    /**
     * Enters the change in the registry with its own day.
     *
     * @return whether a major change came late
     * @throws Refusal where the region's last word is not that it is registered
     */
    public boolean register(String caseNumber) {
        casework.entries(caseNumber).stream()
                .filter(entry -> entry.isOf("region"))
                .reduce((earlier, later) -> later)
                .filter(entry -> entry.concludes(Registration.REGISTER))
                .orElseThrow(() -> new Refusal("本案没有自治区“" + Registration.REGISTER.label() + "”的意见，不能登记变动（第十五条）"));
        Filing filing = filings.get(caseNumber);
        registry.record(
                casework.get(caseNumber).clusterNumber(),
                filing.kind(),
                filing.newValue(),
                filing.changedOn(),
                caseNumber);
        return filing.significance() == Significance.MAJOR && filing.late(today());
    }

    /** A late filing goes to the screening for revocation; whether to revoke is a person's decision. */
    @LegalBasis(article = 17, item = 4)
    public void reportLate(String caseNumber) {
        Filing filing = filings.get(caseNumber);
        report(lateness(caseNumber), caseNumber, ChangeWording.filedLate(filing), filing.submittedOn());
    }

    /** The period of a major change is over and nothing was submitted; a change that is no major one has no period. */
    @LegalBasis(article = 17, item = 4)
    public void reportUnfiled(String caseNumber) {
        Filing filing = get(caseNumber);
        if (filing.submittedOn() == null && filing.significance() == Significance.MAJOR && filing.late(today())) {
            report(
                    lateness(caseNumber),
                    caseNumber,
                    ChangeWording.neverFiled(filing),
                    filing.lastDay().plusDays(1));
        }
    }

    /** What was not submitted when the recognition ended is not needed any more. */
    @EventListener
    public void onRecognitionEnded(RecognitionEnded ended) {
        cases.open(CaseKind.BG, ended.clusterNumber()).stream()
                .map(CaseRecord::caseNumber)
                .forEach(messages::recognitionEnded);
    }

    /** One cause, whichever is noticed first: that nothing came in time, or that it came late. */
    private static String lateness(String caseNumber) {
        return "change:" + caseNumber;
    }

    private void report(String cause, String caseNumber, String evidence, LocalDate on) {
        causes.report(new RevocationCause(
                cause,
                casework.get(caseNumber).clusterNumber(),
                RevocationFact.CHANGE_UNFILED,
                evidence,
                caseNumber,
                on));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

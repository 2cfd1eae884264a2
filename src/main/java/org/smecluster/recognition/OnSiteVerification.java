package org.smecluster.recognition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.calendar.Deadline;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.PassedStep;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 现场核查: the city looks at every application on the spot before its review, where the annual notice asks for it. The
 * Measures do not; it serves the city's review of 第十二条(二).
 */
@Service
@Transactional
@LegalBasis(article = 12, item = 2)
public class OnSiteVerification {

    private static final Set<Outcome> JUDGEMENTS = EnumSet.of(Outcome.MET, Outcome.NOT_MET, Outcome.NEEDS_EXPLANATION);
    private static final int LONGEST_NAME = 40;
    private static final int MOST_PEOPLE = 20;
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_SEEN = 2000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日HH:mm").withZone(Deadline.ZONE);

    private final Applications applications;
    private final Batches batches;
    private final SiteVerifications verifications;
    private final EvidenceService evidence;
    private final ApplicationCases cases;
    private final Clock clock;

    OnSiteVerification(
            Applications applications,
            Batches batches,
            SiteVerifications verifications,
            EvidenceService evidence,
            ApplicationCases cases,
            Clock clock) {
        this.applications = applications;
        this.batches = batches;
        this.verifications = verifications;
        this.evidence = evidence;
        this.cases = cases;
        this.clock = clock;
    }

    /** Whether the application's batch asks for it. */
    @Transactional(readOnly = true)
    public boolean isAsked(long applicationId) {
        return isAsked(applications.get(applicationId));
    }

    private boolean isAsked(Application application) {
        return batches.find(application.batchId()).orElseThrow().siteVerification();
    }

    /** As far as it is entered; empty where the case is no application, or its batch does not ask for it. */
    @Transactional(readOnly = true)
    public Optional<SiteVerification> find(String caseNumber) {
        return applications.byCaseNumber(caseNumber).filter(this::isAsked).map(this::get);
    }

    /** Whether it is the city's to fill in now. */
    @Transactional(readOnly = true)
    public boolean isOpen(String caseNumber) {
        return applications
                .byCaseNumber(caseNumber)
                .filter(application -> application.state() == ApplicationState.ACCEPTED && isAsked(application))
                .filter(application -> !get(application).completed())
                .isPresent();
    }

    private SiteVerification get(Application application) {
        Map<ConditionItem, SiteFinding> saved = verifications.rows(application.id()).stream()
                .collect(Collectors.toMap(SiteFinding::item, Function.identity()));
        List<SiteFinding> rows = Stream.of(ConditionItem.values())
                .map(item -> saved.getOrDefault(item, SiteFinding.unseen(item)))
                .toList();
        return verifications
                .head(application.id())
                .map(head -> head.with(rows))
                .orElseGet(() -> SiteVerification.empty(rows));
    }

    /** What still stands against completing it. */
    @Transactional(readOnly = true)
    public List<SiteVerification.Gap> gaps(String caseNumber) {
        Application application = applications.byCaseNumber(caseNumber).orElseThrow();
        return gaps(application, get(application));
    }

    private List<SiteVerification.Gap> gaps(Application application, SiteVerification verification) {
        return verification.gaps(application.submittedOn(), LocalDate.now(clock));
    }

    /**
     * @param verifiedOn null where it is not known yet
     * @param revision that the person saw
     * @return the new revision
     * @throws Overtaken where somebody has saved since
     */
    public int saveHead(
            String caseNumber, LocalDate verifiedOn, List<String> people, String note, int revision, Account by) {
        Application application = lock(caseNumber, by);
        SiteVerification now = open(application);
        requireSeen("核查日期和人员", now.revision(), revision, now.savedByName(), now.savedAt());
        List<String> named = people.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (named.size() > MOST_PEOPLE || named.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            throw new Refusal("核查人员至多" + MOST_PEOPLE + "人，每个姓名至多" + LONGEST_NAME + "个字，请逐个填写，用顿号隔开");
        }
        verifications.saveHead(application.id(), verifiedOn, named, text("备注", note, LONGEST_NOTE), revision + 1, by);
        return revision + 1;
    }

    /**
     * @param judgement MET, NOT_MET or NEEDS_EXPLANATION; null where there is none yet
     * @param seen null where nothing is said yet
     * @param revision that the person saw
     * @return the new revision
     * @throws Overtaken where somebody has saved since
     */
    public int saveRow(
            String caseNumber, ConditionItem item, Outcome judgement, String seen, int revision, Account by) {
        Application application = lock(caseNumber, by);
        SiteFinding now = open(application).rows().get(item.ordinal());
        if (judgement != null && !JUDGEMENTS.contains(judgement)) {
            throw new Refusal("核查结论只能是“符合”“不符合”或“需说明”");
        }
        requireSeen(item.article() + item.label(), now.revision(), revision, now.savedByName(), now.savedAt());
        verifications.saveRow(
                application.id(), item, judgement, text("看了什么、怎么看的", seen, LONGEST_SEEN), revision + 1, by);
        return revision + 1;
    }

    private Application lock(String caseNumber, Account by) {
        Application application = applications.lock(caseNumber);
        if (!by.groups().contains(application.cityGroup())) {
            throw new Refusal("现场核查由市级主管部门填写");
        }
        return application;
    }

    /** @throws Refusal where there is nothing to fill in, or no more */
    private SiteVerification open(Application application) {
        if (application.state() != ApplicationState.ACCEPTED) {
            throw new PassedStep("该申报", application.state().label());
        }
        if (!isAsked(application)) {
            throw new Refusal("本批次不要求现场核查");
        }
        SiteVerification now = get(application);
        if (now.completed()) {
            throw new Refusal("现场核查已由" + now.completedByName() + "于" + MINUTE.format(now.completedAt()) + "办结，不能再改");
        }
        return now;
    }

    private static void requireSeen(String what, int revision, int seen, String by, Instant at) {
        if (revision != seen) {
            throw new Overtaken("“" + what + "”" + (by == null ? "还没有人存过" : by + "已于" + MINUTE.format(at) + "存过")
                    + "，与您看到的不同，没有覆盖。请刷新页面，核对后再填");
        }
    }

    private static String text(String what, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw new Refusal(
                    "“" + what + "”至多" + longest + "字，现有" + text.strip().length() + "字");
        }
        return text.strip();
    }

    /** @throws Refusal with everything that is still missing */
    public void complete(long applicationId, String summary, Account by) {
        Application application = applications.inState(applicationId, ApplicationState.ACCEPTED);
        SiteVerification verification = open(application);
        List<SiteVerification.Gap> gaps = gaps(application, verification);
        if (!gaps.isEmpty()) {
            throw new Refusal(Stream.concat(
                            Stream.of("现场核查还没有填完，请在“案件资料”的“现场核查”中补齐"),
                            gaps.stream().map(SiteVerification.Gap::sentence))
                    .toList());
        }
        verifications.complete(applicationId, summary, by);
        evidence.handInVerification(application.caseNumber());
        cases.add(application, entry(verification, summary), by);
    }

    private static CaseEntry entry(SiteVerification verification, String summary) {
        CaseEntry entry = CaseEntry.of(EntryKind.EVIDENCE, "siteVerification", "市级现场核查", summary)
                .under(Article.of(12, 2))
                .with("核查日期", verification.verifiedOn())
                .with("核查人员", String.join("、", verification.people()))
                .with("备注", verification.note());
        for (SiteFinding row : verification.doubtful()) {
            entry = entry.with(
                    row.item().article() + row.item().label(), row.judgement().label() + "：" + row.seen());
        }
        return verification.doubtful().isEmpty() ? entry.with("各项条件", "第十一条八项均符合") : entry;
    }

    /** What was not found met on site is answered in the review, as what the assessment leaves to judge. */
    void requireJudgement(Application application, String judgement) {
        List<SiteFinding> doubtful = isAsked(application) ? get(application).doubtful() : List.of();
        if (judgement == null && !doubtful.isEmpty()) {
            throw new Refusal(doubtful.stream()
                    .map(row -> row.item().article() + row.item().label() + "（"
                            + row.judgement().label() + "）")
                    .collect(Collectors.joining("、", "现场核查中下列各项不是“符合”：", "。请在“对需说明事项的判断”中逐项写明是否认可及理由")));
        }
    }

    /** Why the application cannot be recommended yet; empty where nothing stands against it. */
    Optional<String> unfinished(Application application) {
        return isAsked(application) && !get(application).completed()
                ? Optional.of("本批次的申报通知要求现场核查，本案还没有办结，不能推荐")
                : Optional.empty();
    }
}

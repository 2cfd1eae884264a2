package org.smecluster.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.ReceivedFile;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Filling;
import org.smecluster.paper.pdf.PdfMaker;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers of cases: what can be made, what was issued, and who reads it. */
@Service
@Transactional
@LegalBasis(article = 12)
@LegalBasis(article = 13, item = 1)
public class PaperService {

    /** 机关代字〔年份〕顺序号 by GB/T 9704. */
    private static final Pattern NUMBER = Pattern.compile("[^〔〕\\s]{1,30}〔[0-9]{4}〕[1-9][0-9]{0,5}号");

    private static final Pattern OTHER_BRACKETS = Pattern.compile("[\\[(【（［](\\d{4})[])】）］]");
    private static final String UNSEALED = "未盖章稿";
    private static final String NO_NUMBER = "（文号待填）";
    private static final String NO_DAY = "（成文日期待填）";
    private static final int SHOWN_DIGEST = 12;

    private final List<PaperDesk> desks;
    private final Papers papers;
    private final PaperTemplates templates;
    private final PdfMaker pdfs;
    private final Casework casework;
    private final Notifications notifications;
    private final ReceivedFile received;
    private final Clock clock;

    PaperService(
            List<PaperDesk> desks,
            Papers papers,
            PaperTemplates templates,
            PdfMaker pdfs,
            Casework casework,
            Notifications notifications,
            ReceivedFile received,
            Clock clock) {
        this.desks = List.copyOf(desks);
        this.papers = papers;
        this.templates = templates;
        this.pdfs = pdfs;
        this.casework = casework;
        this.notifications = notifications;
        this.received = received;
        this.clock = clock;
    }

    /** A file to be handed over. */
    public record Content(String fileName, byte[] bytes) {}

    /** Whether the case or batch has papers. */
    public boolean knows(PaperFile file) {
        return desks.stream().anyMatch(desk -> desk.makes(file.number()));
    }

    /** Whether the person makes papers of the kind: the city those of its cases, the region's officers theirs. */
    public static boolean issues(PaperKind kind, PaperFile file, Account person) {
        return kind.ofCity()
                ? file.isCase() && person.groups().contains(file.cityGroup())
                : person.groups().contains(StaffGroup.OFFICERS);
    }

    /** What the person can make now and has not been issued. */
    @Transactional(readOnly = true)
    public List<PaperDraft> drafts(PaperFile file, Account person) {
        List<IssuedPaper> issued = papers.ofCase(file.number());
        return all(file).stream()
                .filter(draft -> issues(draft.kind(), file, person))
                .filter(draft -> issued.stream()
                        .noneMatch(paper ->
                                paper.kind() == draft.kind() && paper.subject().equals(draft.subject())))
                .toList();
    }

    /** In the order of the kinds. */
    private List<PaperDraft> all(PaperFile file) {
        return desks.stream()
                .filter(desk -> desk.makes(file.number()))
                .flatMap(desk -> desk.drafts(file.number()).stream())
                .filter(draft -> templates.switchedOn(draft.kind()))
                .sorted(Comparator.comparing(PaperDraft::kind))
                .toList();
    }

    /** Those issued that the person may read, in the order in which they were issued; guests read none. */
    @Transactional(readOnly = true)
    public List<IssuedPaper> issued(PaperFile file, Reading reading) {
        return papers.ofCase(file.number()).stream()
                .filter(paper -> reads(paper, reading))
                .toList();
    }

    /** Those of a batch, for whoever reads its file. */
    @Transactional(readOnly = true)
    public List<IssuedPaper> ofBatch(PaperFile file) {
        return file.isCase() ? List.of() : papers.ofCase(file.number());
    }

    private static boolean reads(IssuedPaper paper, Reading reading) {
        return !reading.guest() && reading.reader().reads(paper.kind().least(reading.closed()));
    }

    @Transactional(readOnly = true)
    public Optional<IssuedPaper> issued(PaperFile file, long id, Reading reading) {
        return papers.find(id)
                .filter(paper -> paper.caseNumber().equals(file.number()))
                .filter(paper -> reads(paper, reading));
    }

    /** One that the person can make; empty where not. */
    private Optional<PaperDraft> draft(PaperFile file, PaperKind kind, String subject, Account person) {
        return drafts(file, person).stream()
                .filter(draft -> draft.kind() == kind && draft.subject().equals(subject))
                .findFirst();
    }

    /** The draft as docx, without number and day. */
    public Optional<Content> docx(PaperFile file, PaperKind kind, String subject, Account person) {
        return draft(file, kind, subject, person)
                .map(draft -> new Content(
                        named(file, draft.title(), "docx"),
                        fill(file.number(), draft).docx().bytes()));
    }

    /** The same as PDF. */
    public Optional<Content> preview(PaperFile file, PaperKind kind, String subject, Account person) {
        return draft(file, kind, subject, person)
                .map(draft -> new Content(
                        named(file, draft.title(), "pdf"),
                        pdfs.pdf(fill(file.number(), draft).docx(), draft.title(), clock.instant())
                                .content()));
    }

    private static String named(PaperFile file, String title, String ending) {
        return title + "-" + file.number() + "." + ending;
    }

    private record Filled(Docx docx, PaperFacts facts, int templateVersion) {}

    private Filled fill(String caseNumber, PaperDraft draft) {
        boolean numbered = draft.kind().numbered();
        return fill(
                caseNumber,
                draft,
                draft.facts()
                        .with("文号", draft.number() != null ? draft.number() : numbered ? NO_NUMBER : null)
                        .with("成文日期", draft.numberDate() != null ? draft.numberDate() : numbered ? NO_DAY : null));
    }

    private Filled fill(String caseNumber, PaperDraft draft, PaperFacts facts) {
        PaperTemplates.InUse template = templates.inUse(draft.kind());
        PaperFacts marked = facts.with("稿别", UNSEALED).with("案号", caseNumber);
        PaperFacts all = draft.kind()
                .checked(marked.with(
                        "来源",
                        "案号" + caseNumber + "　数据摘要" + marked.digest().substring(0, SHOWN_DIGEST) + "　模板第"
                                + template.template().version() + "版"));
        return new Filled(
                Filling.fill(Docx.read(template.content()), all),
                all,
                template.template().version());
    }

    /** What makes sure that nothing else is issued than was looked at: the digest of the draft's facts. */
    public static String seen(PaperDraft draft) {
        return draft.facts().digest();
    }

    /**
     * Issues a paper, for good.
     *
     * @param number 发文字号 as typed; not read of a kind without one
     * @param day of the paper
     * @param seen as {@link #seen} told when the person looked
     * @return its id
     * @throws Refusal with everything that stands against it
     */
    public long issue(
            PaperFile file, PaperKind kind, String subject, String number, LocalDate day, String seen, Account by) {
        PaperDraft draft = draft(file, kind, subject, by).orElseThrow(() -> new Overtaken("这份文书已经出具，或者现在不能由您出具，请刷新页面"));
        if (!seen(draft).equals(seen)) {
            throw new Overtaken("您看过预览以后，本案的资料变了，请重新预览再出具");
        }
        String entered = draft.number() == null ? tidy(number) : draft.number();
        LocalDate dated = draft.numberDate() == null ? day : draft.numberDate();
        refuse(draft, file, entered, dated);
        Filled filled = fill(
                file.number(),
                draft,
                draft.facts().with("文号", kind.numbered() ? entered : null).with("成文日期", dated));
        PdfMaker.Made pdf = pdfs.pdf(filled.docx(), draft.title(), clock.instant());
        long id = papers.issue(
                        new IssuedPaper(
                                0,
                                file.number(),
                                kind,
                                subject,
                                kind.numbered() ? entered : null,
                                dated,
                                filled.facts().json(),
                                filled.facts().digest(),
                                filled.templateVersion(),
                                PaperFacts.digest(filled.docx().bytes()),
                                pdf.by(),
                                by.userId(),
                                by.displayName(),
                                clock.instant(),
                                null,
                                null,
                                null,
                                null),
                        pdf.content())
                .orElseThrow(() -> new Overtaken("这份文书刚刚由他人出具，请刷新页面"));
        tell(file, draft, kind.numbered() ? entered : null, id, by);
        return id;
    }

    private static String tidy(String number) {
        return OTHER_BRACKETS
                .matcher(TypedText.line(number == null ? "" : number).replace(" ", ""))
                .replaceAll("〔$1〕");
    }

    private void refuse(PaperDraft draft, PaperFile file, String number, LocalDate day) {
        List<String> reasons = new ArrayList<>();
        if (draft.heldBack() != null) {
            reasons.add(draft.heldBack());
        }
        if (draft.kind().numbered()) {
            if (!NUMBER.matcher(number).matches()) {
                reasons.add("请填写发文字号，写法为机关代字〔年份〕顺序号，例如石工信发〔2026〕31号");
            } else {
                papers.numbered(number).stream()
                        .filter(other -> other.kind() != draft.kind() || draft.number() == null)
                        .findFirst()
                        .ifPresent(other -> reasons.add("发文字号“" + number + "”已用于" + other.caseNumber() + "的"
                                + other.kind().label() + "，请核对"));
            }
        }
        if (day == null) {
            reasons.add("请填写成文日期");
        } else if (day.isAfter(LocalDate.now(clock))) {
            reasons.add("成文日期（" + day + "）晚于今天，请核对");
        } else if (day.isBefore(file.openedOn())) {
            reasons.add("成文日期（" + day + "）早于" + (file.isCase() ? "立案日期" : "申报期开始日期") + "（" + file.openedOn() + "），请核对");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    private void tell(PaperFile file, PaperDraft draft, String number, long id, Account by) {
        String what = draft.title() + (number == null ? "" : "（" + number + "）");
        enter(file, draft.kind(), "paper-" + id, "出具文书", "出具" + what, by);
        if (draft.kind().toUnit() && file.isCase()) {
            notifications.tell(
                    file.applicantGroup(),
                    file.number(),
                    "paper-" + id,
                    "“" + file.name() + "”（" + file.number() + "）已出具" + what + "，请在案件资料的“文书”中查看。");
        }
    }

    /** The step is for those whom the paper is for. */
    private void enter(PaperFile file, PaperKind kind, String key, String title, String text, Account by) {
        if (!file.isCase()) {
            return;
        }
        CaseEntry step = CaseEntry.of(EntryKind.STEP, key, title, text).under(kind.article());
        casework.say(
                file.number(),
                switch (kind.least(false)) {
                    case UNIT -> step;
                    case CITY -> step.kept();
                    case REGION -> kind.ofExperts() ? step.ofRegion() : step.deliberated();
                },
                by);
    }

    /** As it was issued; made again, it is the same byte for byte. */
    @Transactional(readOnly = true)
    public Content docx(PaperFile file, IssuedPaper paper) {
        byte[] template = papers.template(paper.kind(), paper.templateVersion());
        byte[] made =
                Filling.fill(Docx.read(template), PaperFacts.of(paper.facts())).bytes();
        if (!PaperFacts.digest(made).equals(paper.docxSha256())) {
            throw new IllegalStateException("paper " + paper.id() + " is made otherwise than when it was issued");
        }
        return new Content(named(file, paper.kind().label(), "docx"), made);
    }

    @Transactional(readOnly = true)
    public Content pdf(PaperFile file, IssuedPaper paper) {
        return new Content(named(file, paper.kind().label(), "pdf"), papers.pdf(paper.id()));
    }

    @Transactional(readOnly = true)
    public Optional<Content> scan(IssuedPaper paper) {
        return paper.sealed() ? Optional.of(new Content(paper.scanName(), papers.scan(paper.id()))) : Optional.empty();
    }

    /**
     * Files the sealed copy beside the paper, once.
     *
     * @throws Refusal where the person does not issue such papers, one is filed, or the file is none that is taken
     */
    public void fileScan(PaperFile file, IssuedPaper paper, String name, byte[] content, Account by) {
        if (!issues(paper.kind(), file, by)) {
            throw new Refusal("盖章扫描件由出具机关的人员归档");
        }
        ReceivedFile.Recognised found = received.scan(name, content);
        if (!papers.fileScan(paper.id(), found.name(), found.type().name(), content, by, clock.instant())) {
            throw new Refusal("盖章扫描件已经归档，不能替换");
        }
        enter(
                file,
                paper.kind(),
                "paper-" + paper.id() + "-sealed",
                "归档盖章扫描件",
                paper.kind().label() + "：" + found.name(),
                by);
    }
}

package org.smecluster.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Filling;
import org.smecluster.paper.docx.TemplateCheck;
import org.smecluster.paper.pdf.PdfMaker;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which template a kind goes by: the latest that somebody uploaded, else what the program comes with. */
@Service
@Transactional
public class PaperTemplates {

    private static final String SHIPPED = "系统预置";
    private static final int LARGEST = 5 << 20;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;
    private static final int SAMPLE_ROWS = 3;

    private final Papers papers;
    private final PdfMaker pdfs;
    private final Clock clock;

    PaperTemplates(Papers papers, PdfMaker pdfs, Clock clock) {
        this.papers = papers;
        this.pdfs = pdfs;
        this.clock = clock;
    }

    /** @param content the docx */
    public record InUse(PaperTemplate template, byte[] content) {}

    /** A newer one that the program comes with takes the place of an older one of its own, and of no person's. */
    public InUse inUse(PaperKind kind) {
        byte[] shipped = shipped(kind);
        String digest = PaperFacts.digest(shipped);
        Optional<PaperTemplate> latest = papers.templates(kind).stream().findFirst();
        if (latest.isEmpty() || latest.get().shipped() && !latest.get().sha256().equals(digest)) {
            PaperTemplate entered = new PaperTemplate(
                    kind,
                    latest.map(PaperTemplate::version).orElse(0) + 1,
                    digest,
                    kind.label() + ".docx",
                    null,
                    null,
                    SHIPPED,
                    clock.instant());
            papers.enter(entered, shipped);
            latest = papers.templates(kind).stream().findFirst();
        }
        PaperTemplate template = latest.orElseThrow();
        return new InUse(template, papers.template(kind, template.version()));
    }

    /** Every version of a kind, the latest first. */
    @Transactional(readOnly = true)
    public List<PaperTemplate> versions(PaperKind kind) {
        return papers.templates(kind);
    }

    /** What the program comes with. */
    public byte[] shipped(PaperKind kind) {
        try (InputStream in = PaperTemplates.class.getResourceAsStream(kind.resource())) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** @return content of a version; empty where there is none */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(PaperKind kind, int version) {
        return papers.templates(kind).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .map(each -> papers.template(kind, version));
    }

    /**
     * The kind's sample case in a template, as PDF.
     *
     * @throws Refusal with everything that stands against the template
     */
    public byte[] sample(PaperKind kind, byte[] template) {
        Docx docx = checked(kind, template);
        return pdfs.pdf(filled(kind, docx), kind.label() + "（样例）", clock.instant())
                .content();
    }

    /** What its PDF does not show where no office program makes it. */
    public List<String> notDrawn(byte[] template) {
        return TemplateCheck.notDrawn(Docx.read(template));
    }

    private static Docx filled(PaperKind kind, Docx template) {
        return Filling.fill(template, kind.sample(SAMPLE_ROWS));
    }

    private static Docx checked(PaperKind kind, byte[] template) {
        if (template.length == 0) {
            throw new Refusal("请选择要上传的模板");
        }
        if (template.length > LARGEST) {
            throw new Refusal("模板文件超过5 MB，请去掉其中的大图片后再上传");
        }
        Docx docx = Docx.read(template);
        List<String> problems = TemplateCheck.problems(docx, kind.names(), kind.wanted(), kind.formal());
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return docx;
    }

    /**
     * A policy owner puts a template in the place of the one seen; papers that were issued keep theirs.
     *
     * @param reason as typed, may be null
     * @param seen version that the person saw
     * @throws Refusal with everything that stands against it, or where another version has come meanwhile
     */
    public void replace(PaperKind kind, String fileName, byte[] template, String reason, int seen, Account by) {
        requireOwner(by);
        // what cannot be made into a paper must not wait for the day on which one is wanted
        sample(kind, template);
        enter(kind, TypedText.line(fileName == null ? "" : fileName), template, required(reason), seen, by);
    }

    /**
     * Puts an earlier version back, as a new one.
     *
     * @throws Refusal as {@link #replace}
     */
    public void back(PaperKind kind, int version, String reason, int seen, Account by) {
        requireOwner(by);
        byte[] earlier = content(kind, version).orElseThrow(() -> new Refusal("没有第" + version + "版模板，请刷新页面"));
        sample(kind, earlier);
        enter(kind, kind.label() + "-第" + version + "版.docx", earlier, required(reason), seen, by);
    }

    private static void requireOwner(Account by) {
        if (!by.groups().contains(StaffGroup.POLICY_OWNERS)) {
            throw new Refusal("文书模板由政策人员更换");
        }
    }

    private static String required(String reason) {
        String typed = TypedText.line(reason == null ? "" : reason);
        if (typed.isBlank() || typed.length() > LONGEST_REASON) {
            throw new Refusal("请填写更换的理由，不超过" + LONGEST_REASON + "字");
        }
        return typed;
    }

    private void enter(PaperKind kind, String fileName, byte[] content, String reason, int seen, Account by) {
        InUse now = inUse(kind);
        String digest = PaperFacts.digest(content);
        if (now.template().sha256().equals(digest)) {
            throw new Refusal("上传的模板与正在使用的第" + now.template().version() + "版相同，没有更换");
        }
        PaperTemplate entered = new PaperTemplate(
                kind,
                seen + 1,
                digest,
                fileName.length() > LONGEST_NAME ? fileName.substring(fileName.length() - LONGEST_NAME) : fileName,
                reason,
                by.userId(),
                by.displayName(),
                clock.instant());
        if (now.template().version() != seen || !papers.enter(entered, content)) {
            throw new Overtaken("您打开页面以后，这份模板已由他人更换，请刷新页面核对后再办");
        }
    }

    /** Whether papers of the kind are made: all but those that a policy owner switches on. */
    @Transactional(readOnly = true)
    public boolean switchedOn(PaperKind kind) {
        return !kind.optional()
                || papers.switches(kind).stream()
                        .findFirst()
                        .map(PaperSwitch::on)
                        .orElse(false);
    }

    /** When and why the kind was switched on and off, the latest first; empty where it never was. */
    @Transactional(readOnly = true)
    public List<PaperSwitch> switches(PaperKind kind) {
        return papers.switches(kind);
    }

    /** @throws Refusal where the kind has no switch, it stands so already, or no reason is given */
    public void turn(PaperKind kind, boolean on, String reason, Account by) {
        requireOwner(by);
        if (!kind.optional()) {
            throw new Refusal(kind.label() + "是办法规定的程序需要的，不能停用");
        }
        if (switchedOn(kind) == on) {
            throw new Refusal(kind.label() + (on ? "已经启用" : "已经停用") + "，请刷新页面");
        }
        papers.turn(new PaperSwitch(kind, on, required(reason), by.userId(), by.displayName(), clock.instant()));
    }
}

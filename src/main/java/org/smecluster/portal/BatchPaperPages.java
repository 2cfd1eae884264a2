package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.smecluster.calendar.TypedDay;
import org.smecluster.law.Refusal;
import org.smecluster.paper.IssuedPaper;
import org.smecluster.paper.PaperFile;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.PaperService;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a batch, for the region: the text of its notice, and the announcements of its lists. */
@Controller
@RequestMapping("/batches/{number}")
class BatchPaperPages {

    private final Batches batches;
    private final PaperService papers;
    private final CasePapers section;
    private final CurrentUser user;

    BatchPaperPages(Batches batches, PaperService papers, CasePapers section, CurrentUser user) {
        this.batches = batches;
        this.papers = papers;
        this.section = section;
        this.user = user;
    }

    private Batch open(String number) {
        return batches.byNumber(number).filter(found -> user.isProvince()).orElseThrow(NotVisible::new);
    }

    private static PaperFile file(Batch batch) {
        return PaperFile.ofBatch(batch.batchNumber(), batch.year() + "年度认定批次", batch.windowStart());
    }

    private Account person() {
        return user.account().orElseThrow();
    }

    @GetMapping("/papers")
    String papers(@PathVariable String number, Model model) {
        return show(open(number), model);
    }

    private String show(Batch batch, Model model) {
        model.addAttribute("batch", batch);
        model.addAttribute("staff", true);
        section.fill(model, file(batch));
        return "batch/papers";
    }

    private static PaperKind kind(String name) {
        return PaperKind.of(name).orElseThrow(NotVisible::new);
    }

    @GetMapping("/papers/{kind}/{subject}/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable String number, @PathVariable String kind, @PathVariable String subject) {
        return PaperPages.pdf(papers.preview(file(open(number)), kind(kind), subject, person())
                .orElseThrow(NotVisible::new));
    }

    @GetMapping("/papers/{kind}/{subject}/docx")
    ResponseEntity<byte[]> docx(@PathVariable String number, @PathVariable String kind, @PathVariable String subject) {
        return PaperPages.attachment(
                PaperPages.DOCX,
                papers.docx(file(open(number)), kind(kind), subject, person()).orElseThrow(NotVisible::new));
    }

    @PostMapping("/papers/{kind}/{subject}")
    String issue(
            @PathVariable String number,
            @PathVariable String kind,
            @PathVariable String subject,
            CasePapers.Entry entry,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        Batch batch = open(number);
        PaperKind wanted = kind(kind);
        model.addAttribute("paperOf", kind + "-" + subject);
        model.addAttribute("paperEntry", entry);
        return Attempt.of(
                response,
                model,
                () -> {
                    if (!Boolean.TRUE.equals(entry.sure())) {
                        throw new Refusal("请先勾选“我已看过预览”");
                    }
                    papers.issue(
                            file(batch),
                            wanted,
                            subject,
                            entry.documentNumber(),
                            TypedDay.read("成文日期", entry.documentDate()),
                            entry.seen(),
                            person());
                    after.addFlashAttribute("done", "已出具" + wanted.label() + "。盖章后请把扫描件归档。");
                    return "redirect:/batches/" + batch.batchNumber() + "/papers";
                },
                () -> show(batch, model));
    }

    private IssuedPaper issued(Batch batch, long paper) {
        return papers.ofBatch(file(batch)).stream()
                .filter(each -> each.id() == paper)
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    @GetMapping("/issued-papers/{paper}/pdf")
    ResponseEntity<byte[]> issuedPdf(@PathVariable String number, @PathVariable long paper) {
        Batch batch = open(number);
        return PaperPages.pdf(papers.pdf(file(batch), issued(batch, paper)));
    }

    @GetMapping("/issued-papers/{paper}/docx")
    ResponseEntity<byte[]> issuedDocx(@PathVariable String number, @PathVariable long paper) {
        user.require(StaffGroup.OFFICERS);
        Batch batch = open(number);
        return PaperPages.attachment(PaperPages.DOCX, papers.docx(file(batch), issued(batch, paper)));
    }

    @GetMapping("/issued-papers/{paper}/scan")
    ResponseEntity<byte[]> scan(@PathVariable String number, @PathVariable long paper) {
        return PaperPages.attachment(
                MediaType.APPLICATION_OCTET_STREAM,
                papers.scan(issued(open(number), paper)).orElseThrow(NotVisible::new));
    }

    @PostMapping("/issued-papers/{paper}/scan")
    String fileScan(
            @PathVariable String number,
            @PathVariable long paper,
            @RequestParam(required = false) MultipartFile file,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        Batch batch = open(number);
        IssuedPaper found = issued(batch, paper);
        return Attempt.of(
                response,
                model,
                () -> {
                    papers.fileScan(file(batch), found, PaperPages.name(file), PaperPages.bytes(file), person());
                    after.addFlashAttribute("done", "盖章扫描件已归档。");
                    return "redirect:/batches/" + batch.batchNumber() + "/papers";
                },
                () -> show(batch, model));
    }
}

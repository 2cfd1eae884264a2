package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smecluster.calendar.TypedDay;
import org.smecluster.law.Refusal;
import org.smecluster.paper.IssuedPaper;
import org.smecluster.paper.PaperFile;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.PaperService;
import org.smecluster.paper.PaperService.Content;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a case: looked at before they are issued, issued, read, and filed as they were sealed. */
@Controller
class PaperPages {

    static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final CasePages pages;
    private final CaseAccess access;
    private final PaperService papers;

    PaperPages(CasePages pages, CaseAccess access, PaperService papers) {
        this.pages = pages;
        this.access = access;
        this.papers = papers;
    }

    @GetMapping("/cases/{caseNumber}/papers/{kind}/{subject}/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable String caseNumber, @PathVariable String kind, @PathVariable String subject) {
        OpenCase file = access.open(caseNumber);
        return pdf(papers.preview(PaperFile.of(file.record()), kind(kind), subject, access.account())
                .orElseThrow(NotVisible::new));
    }

    @GetMapping("/cases/{caseNumber}/papers/{kind}/{subject}/docx")
    ResponseEntity<byte[]> docx(
            @PathVariable String caseNumber, @PathVariable String kind, @PathVariable String subject) {
        OpenCase file = access.open(caseNumber);
        return attachment(
                DOCX,
                papers.docx(PaperFile.of(file.record()), kind(kind), subject, access.account())
                        .orElseThrow(NotVisible::new));
    }

    private static PaperKind kind(String name) {
        return PaperKind.of(name).orElseThrow(NotVisible::new);
    }

    @PostMapping("/cases/{caseNumber}/papers/{kind}/{subject}")
    String issue(
            @PathVariable String caseNumber,
            @PathVariable String kind,
            @PathVariable String subject,
            CasePapers.Entry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        PaperKind wanted = kind(kind);
        if (!PaperService.issues(wanted, PaperFile.of(file.record()), access.account())) {
            throw new NotVisible();
        }
        model.addAttribute("paperOf", kind + "-" + subject);
        model.addAttribute("paperEntry", entry);
        return pages.attempt(file, CaseSection.PAPERS, request, response, model, () -> {
            if (!Boolean.TRUE.equals(entry.sure())) {
                throw new Refusal("请先勾选“我已看过预览”");
            }
            papers.issue(
                    PaperFile.of(file.record()),
                    wanted,
                    subject,
                    entry.documentNumber(),
                    TypedDay.read("成文日期", entry.documentDate()),
                    entry.seen(),
                    access.account());
            return CasePages.back(caseNumber, CaseSection.PAPERS, "已出具" + wanted.label() + "。盖章后请把扫描件归档。", after);
        });
    }

    @GetMapping("/cases/{caseNumber}/issued-papers/{paper}/pdf")
    ResponseEntity<byte[]> issuedPdf(@PathVariable String caseNumber, @PathVariable long paper) {
        OpenCase file = access.open(caseNumber);
        return pdf(papers.pdf(PaperFile.of(file.record()), issued(file, paper)));
    }

    /** Of whoever issues such papers; everybody else reads the PDF. */
    @GetMapping("/cases/{caseNumber}/issued-papers/{paper}/docx")
    ResponseEntity<byte[]> issuedDocx(@PathVariable String caseNumber, @PathVariable long paper) {
        OpenCase file = access.open(caseNumber);
        IssuedPaper found = issued(file, paper);
        if (!PaperService.issues(found.kind(), PaperFile.of(file.record()), access.account())) {
            throw new NotVisible();
        }
        return attachment(DOCX, papers.docx(PaperFile.of(file.record()), found));
    }

    @GetMapping("/cases/{caseNumber}/issued-papers/{paper}/scan")
    ResponseEntity<byte[]> scan(@PathVariable String caseNumber, @PathVariable long paper) {
        OpenCase file = access.open(caseNumber);
        return attachment(
                MediaType.APPLICATION_OCTET_STREAM,
                papers.scan(issued(file, paper)).orElseThrow(NotVisible::new));
    }

    @PostMapping("/cases/{caseNumber}/issued-papers/{paper}/scan")
    String fileScan(
            @PathVariable String caseNumber,
            @PathVariable long paper,
            @RequestParam(required = false) MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        IssuedPaper found = issued(open, paper);
        if (!PaperService.issues(found.kind(), PaperFile.of(open.record()), access.account())) {
            throw new NotVisible();
        }
        return pages.attempt(open, CaseSection.PAPERS, request, response, model, () -> {
            papers.fileScan(PaperFile.of(open.record()), found, name(file), bytes(file), access.account());
            return CasePages.back(caseNumber, CaseSection.PAPERS, "盖章扫描件已归档。", after);
        });
    }

    private IssuedPaper issued(OpenCase file, long paper) {
        return papers.issued(PaperFile.of(file.record()), paper, file.reading()).orElseThrow(NotVisible::new);
    }

    /** @throws Refusal where nothing was chosen */
    static String name(MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Refusal("请选择要上传的文件");
        }
        return file.getOriginalFilename();
    }

    /** @throws Refusal where it did not arrive whole */
    static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new Refusal("文件没有完整传到服务器，请重新上传");
        }
    }

    static ResponseEntity<byte[]> pdf(Content content) {
        ContentDisposition shown = ContentDisposition.inline()
                .filename(content.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .body(content.bytes());
    }

    static ResponseEntity<byte[]> attachment(MediaType type, Content content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        CaseUploads.disposition(content.fileName()).toString())
                .body(content.bytes());
    }
}

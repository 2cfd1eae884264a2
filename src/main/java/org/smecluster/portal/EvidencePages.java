package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceSealing;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.evidence.Proves;
import org.smecluster.evidence.ScanState;
import org.smecluster.evidence.Upload;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.MaterialReview;
import org.smecluster.law.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of evidence in a case: sent by the page's script, read by whoever may read the case. */
@Controller
class EvidencePages {

    /** Nothing of a file runs, wherever a browser shows it. */
    static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    /** The page that draws a PDF: our scripts and their decoders; no script of a document, no form, no frame. */
    private static final String DRAWS = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
            + "connect-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /**
     * How far an upload is, for the script of the page.
     *
     * @param received bytes that are there; the next piece begins behind them
     * @param done whether it is stored
     * @param file its id then; null before
     * @param problem why it was not taken; null as long as nothing is wrong
     */
    record Progress(long id, long received, long size, boolean done, Long file, String problem) {

        static Progress of(Upload upload) {
            return new Progress(
                    upload.id(),
                    upload.received(),
                    upload.size(),
                    upload.fileId() != null,
                    upload.fileId(),
                    upload.refused());
        }
    }

    private final CasePages pages;
    private final CaseAccess access;
    private final EvidenceIntake intake;
    private final EvidenceService evidence;
    private final CaseMaterials materials;
    private final MaterialReview review;
    private final EvidenceSealing sealing;

    EvidencePages(
            CasePages pages,
            CaseAccess access,
            EvidenceIntake intake,
            EvidenceService evidence,
            CaseMaterials materials,
            MaterialReview review,
            EvidenceSealing sealing) {
        this.pages = pages;
        this.access = access;
        this.intake = intake;
        this.evidence = evidence;
        this.materials = materials;
        this.review = review;
        this.sealing = sealing;
    }

    @PostMapping("/cases/{caseNumber}/evidence/confirmation")
    String confirm(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        return pages.attempt(file, CaseSection.EVIDENCE, request, response, model, () -> {
            if (!sure) {
                throw new Refusal("请先勾选确认不含国家秘密");
            }
            NoSecret.confirm(caseNumber, intake.confirm(caseNumber, access.account()));
            return CasePages.back(caseNumber, CaseSection.EVIDENCE, "已记录您的确认，现在可以上传。", after);
        });
    }

    /** Why a required material is not there; a blank reason is taken back. */
    @PostMapping("/cases/{caseNumber}/materials/{material}/absence")
    String explainAbsence(
            @PathVariable String caseNumber,
            @PathVariable String material,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        return pages.attempt(file, CaseSection.EVIDENCE, request, response, model, () -> {
            materials.explainAbsence(caseNumber, material, reason, access.account());
            return CasePages.back(
                    caseNumber, CaseSection.EVIDENCE, reason.isBlank() ? "已收回原因。" : "已保存原因，随材料提交。", after);
        });
    }

    /** A reviewer accepts a material, or does not, with a reason. */
    @PostMapping("/cases/{caseNumber}/materials/{material}/tick")
    String tick(
            @PathVariable String caseNumber,
            @PathVariable String material,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        return pages.attempt(file, CaseSection.EVIDENCE, request, response, model, () -> {
            review.tick(caseNumber, material, accepted, reason, access.account());
            return CasePages.back(caseNumber, CaseSection.EVIDENCE, "已记录对这一项材料的意见。", after);
        });
    }

    /** A reviewer accepts all that nobody of the level has said anything of. */
    @PostMapping("/cases/{caseNumber}/materials/acceptance")
    String acceptRest(
            @PathVariable String caseNumber,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        return pages.attempt(file, CaseSection.EVIDENCE, request, response, model, () -> {
            int accepted = review.acceptRest(caseNumber, access.account());
            return CasePages.back(
                    caseNumber,
                    CaseSection.EVIDENCE,
                    accepted == 0 ? "各项材料都已有意见，没有改动。" : "已认可其余" + accepted + "项材料，可以逐项改。",
                    after);
        });
    }

    @PostMapping("/cases/{caseNumber}/evidence-uploads")
    ResponseEntity<?> begin(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String material,
            @RequestParam(required = false) String condition,
            @RequestParam(required = false) Long replaces,
            @RequestParam String name,
            @RequestParam long size) {
        access.reading(caseNumber);
        return told(() -> intake.begin(
                caseNumber,
                proves(material, condition),
                replaces,
                name,
                size,
                NoSecret.confirmed(caseNumber),
                access.account()));
    }

    private static Proves proves(String material, String condition) {
        if (condition != null && !condition.isBlank()) {
            return Proves.condition(condition);
        }
        return MaterialKind.of(material).map(Proves::material).orElseThrow(() -> new Refusal("没有这一类材料，请刷新页面后重新选择"));
    }

    /** Where to go on after the connection broke. */
    @GetMapping("/cases/{caseNumber}/evidence-uploads/{upload}")
    ResponseEntity<?> progress(@PathVariable String caseNumber, @PathVariable long upload) {
        access.reading(caseNumber);
        return told(() -> intake.find(caseNumber, upload, access.account()).orElseThrow(NotVisible::new));
    }

    /** The body is there when this begins (security.inbound), and passes through without standing in memory. */
    @PutMapping("/cases/{caseNumber}/evidence-uploads/{upload}")
    ResponseEntity<?> receive(
            @PathVariable String caseNumber,
            @PathVariable long upload,
            @RequestParam long offset,
            HttpServletRequest request)
            throws IOException {
        access.reading(caseNumber);
        InputStream piece = request.getInputStream();
        long length = request.getContentLengthLong();
        return told(() -> intake.finish(
                intake.receive(caseNumber, upload, offset, piece, length, access.account())
                        .orElseThrow(NotVisible::new),
                access.account()));
    }

    private interface Step {
        Upload taken();
    }

    private static ResponseEntity<?> told(Step step) {
        try {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Progress.of(step.taken()));
        } catch (NotVisible none) {
            throw none;
        } catch (RuntimeException failure) {
            return Problem.of(failure).json();
        }
    }

    @PostMapping("/cases/{caseNumber}/evidence/{file}/removal")
    String takeBack(
            @PathVariable String caseNumber,
            @PathVariable long file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        return pages.attempt(open, CaseSection.EVIDENCE, request, response, model, () -> {
            evidence.takeBack(caseNumber, file, access.account());
            return CasePages.back(caseNumber, CaseSection.EVIDENCE, "已取回这个文件。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/evidence/{file}/seal")
    String proposeSeal(
            @PathVariable String caseNumber,
            @PathVariable long file,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        return pages.attempt(open, CaseSection.EVIDENCE, request, response, model, () -> {
            sealing.propose(found(open, file), reason, access.account());
            return CasePages.back(caseNumber, CaseSection.EVIDENCE, "已提请封存，由审定人员决定。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/evidence/{file}/seal/confirmation")
    String confirmSeal(
            @PathVariable String caseNumber,
            @PathVariable long file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        return pages.attempt(open, CaseSection.EVIDENCE, request, response, model, () -> {
            sealing.confirm(found(open, file), access.account());
            return CasePages.back(caseNumber, CaseSection.EVIDENCE, "已封存。此后任何人都不能打开这个文件，摘要保留。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/evidence/{file}/seal/refusal")
    String declineSeal(
            @PathVariable String caseNumber,
            @PathVariable long file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        return pages.attempt(open, CaseSection.EVIDENCE, request, response, model, () -> {
            sealing.decline(found(open, file), access.account());
            return CasePages.back(caseNumber, CaseSection.EVIDENCE, "已记录不同意封存。", after);
        });
    }

    private EvidenceFile found(OpenCase open, long file) {
        return evidence.find(open.caseNumber(), file, open.reading()).orElseThrow(NotVisible::new);
    }

    @GetMapping("/cases/{caseNumber}/evidence/{file}")
    void download(@PathVariable String caseNumber, @PathVariable long file, HttpServletResponse response)
            throws IOException {
        EvidenceFile found = served(caseNumber, file);
        send(
                found,
                "application/octet-stream",
                CaseUploads.disposition(found.type().saved(found.name())),
                response);
    }

    /** For the preview page alone: a picture under its own type, a PDF for the script that draws it. */
    @GetMapping("/cases/{caseNumber}/evidence/{file}/content")
    void content(@PathVariable String caseNumber, @PathVariable long file, HttpServletResponse response)
            throws IOException {
        EvidenceFile found = shown(caseNumber, file);
        if (found.type().picture()) {
            send(found, found.type().mediaType(), ContentDisposition.inline().build(), response);
        } else {
            send(
                    found,
                    "application/octet-stream",
                    CaseUploads.disposition(found.type().saved(found.name())),
                    response);
        }
    }

    @GetMapping("/cases/{caseNumber}/evidence/{file}/preview")
    String preview(
            @PathVariable String caseNumber, @PathVariable long file, HttpServletResponse response, Model model) {
        EvidenceFile found = shown(caseNumber, file);
        response.setHeader("Content-Security-Policy", DRAWS);
        model.addAttribute("file", found);
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute("size", CaseEvidence.size(found.size()));
        return "evidence/preview";
    }

    private EvidenceFile shown(String caseNumber, long file) {
        EvidenceFile found = served(caseNumber, file);
        if (!found.type().shown()) {
            throw new NotVisible();
        }
        return found;
    }

    /** @throws NotVisible also where a virus was found in it, or it is sealed; the page says so */
    private EvidenceFile served(String caseNumber, long file) {
        EvidenceFile found =
                evidence.find(caseNumber, file, access.reading(caseNumber)).orElseThrow(NotVisible::new);
        if (found.scan() == ScanState.INFECTED || found.sealed()) {
            throw new NotVisible();
        }
        return found;
    }

    private void send(EvidenceFile file, String type, ContentDisposition disposition, HttpServletResponse response)
            throws IOException {
        try (InputStream content = evidence.open(file)) {
            response.setContentType(type);
            response.setContentLengthLong(file.size());
            response.setHeader("Content-Disposition", disposition.toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", NOTHING_RUNS);
            content.transferTo(response.getOutputStream());
        }
    }
}

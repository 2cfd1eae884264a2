package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.ClusterWorkbooks.UploadedFile;
import org.smecluster.material.PreFill;
import org.smecluster.material.PreviousData.Source;
import org.smecluster.material.SummaryTable;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJob.State;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.material.WorkbookTemplate;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
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

/** The workbook of a case that has data filed: templates, uploads and what became of them. */
@Controller
class CaseUploads {

    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /**
     * How far an upload is, for the script of the page.
     *
     * @param percent 0 to 100
     * @param text what is being done, in words
     */
    record Progress(boolean running, int percent, String text) {}

    private final CasePages pages;
    private final CaseAccess access;
    private final WorkbookFiling uploads;
    private final WorkbookChecking checking;
    private final ClusterWorkbooks workbooks;
    private final PreFill preFill;
    private final Clock clock;

    CaseUploads(
            CasePages pages,
            CaseAccess access,
            WorkbookFiling uploads,
            WorkbookChecking checking,
            ClusterWorkbooks workbooks,
            PreFill preFill,
            Clock clock) {
        this.pages = pages;
        this.access = access;
        this.uploads = uploads;
        this.checking = checking;
        this.workbooks = workbooks;
        this.preFill = preFill;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNumber}/workbook")
    ResponseEntity<byte[]> download(@PathVariable String caseNumber, @RequestParam long version) {
        OpenCase file = access.withData(caseNumber);
        boolean readable = access.versions(file).stream()
                .anyMatch(each -> each.submission().id() == version);
        Optional<UploadedFile> uploaded = readable ? workbooks.file(version) : Optional.empty();
        return uploaded.map(each -> attachment(each.fileName(), each.content())).orElseThrow(NotVisible::new);
    }

    @GetMapping("/workbook-template")
    void template(@RequestParam(required = false) Integer year, HttpServletResponse response) throws IOException {
        access.account();
        int applicationYear = year == null ? LocalDate.now(clock).getYear() : year;
        if (applicationYear < 2023 || applicationYear > 2099) {
            throw new NotVisible();
        }
        response.setContentType(XLSX.toString());
        response.setHeader(
                "Content-Disposition",
                disposition(applicationYear + "年度集群申报数据表.xlsx").toString());
        WorkbookTemplate.write(applicationYear, response.getOutputStream());
    }

    /** The template filled with what the unit handed in last for the cluster; the unit's alone. */
    @GetMapping("/cases/{caseNumber}/workbook-template")
    void filledTemplate(@PathVariable String caseNumber, HttpServletResponse response) throws IOException {
        OpenCase file = access.withData(caseNumber);
        if (!access.isApplicant(file)) {
            throw new NotVisible();
        }
        Source source = preFill.source(
                        file.filed().applicantGroup(), file.filed().clusterName())
                .orElseThrow(NotVisible::new);
        int year = file.filed().applicationYear();
        response.setContentType(XLSX.toString());
        response.setHeader(
                "Content-Disposition",
                disposition(year + "年度集群申报数据表（预填自" + source.caseNumber() + "）.xlsx")
                        .toString());
        preFill.write(year, source, response.getOutputStream());
    }

    @PostMapping("/cases/{caseNumber}/workbook")
    String upload(
            @PathVariable String caseNumber,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.withData(caseNumber);
        return pages.attempt(open, CaseSection.UPLOAD, request, response, model, () -> {
            try (InputStream content = file.getInputStream()) {
                uploads.receive(caseNumber, file.getOriginalFilename(), content, file.getSize(), access.account());
            } catch (IOException unreadable) {
                throw new Refusal("文件没有完整传到服务器，请重新上传");
            }
            return CasePages.back(caseNumber, CaseSection.UPLOAD, "文件已收到，正在检查。", after);
        });
    }

    @GetMapping("/cases/{caseNumber}/upload-progress")
    ResponseEntity<Progress> progress(@PathVariable String caseNumber) {
        UploadJob job = uploadOf(access.withData(caseNumber));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Progress(
                        job.state().running(),
                        job.reached().percent(),
                        job.state() == State.CHECKING
                                ? job.reached().told()
                                : job.state().label()));
    }

    @GetMapping("/cases/{caseNumber}/annotated-workbook")
    ResponseEntity<FileSystemResource> annotated(@PathVariable String caseNumber, @RequestParam long upload) {
        UploadJob job = uploadOf(access.withData(caseNumber));
        if (job.id() != upload || !job.annotatable()) {
            throw new NotVisible();
        }
        Path file = checking.annotated(job);
        String name = job.fileName().replaceFirst("(?i)[.]xlsx$", "") + "（带批注）.xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header("Content-Disposition", disposition(name).toString())
                .body(new PassingFile(file));
    }

    /** Gone once it was sent. */
    private static final class PassingFile extends FileSystemResource {

        PassingFile(Path file) {
            super(file);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(getFile().toPath(), StandardOpenOption.DELETE_ON_CLOSE);
        }
    }

    @PostMapping("/cases/{caseNumber}/workbook/confirmation")
    String confirmUpload(
            @PathVariable String caseNumber,
            @RequestParam long upload,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.withData(caseNumber);
        return pages.attempt(open, CaseSection.UPLOAD, request, response, model, () -> {
            checking.confirm(
                    ofApplicant(open).submissionId(), upload, access.account().userId());
            return CasePages.back(caseNumber, CaseSection.UPLOAD, "已用新的数据表替换原有数据。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/workbook/discarding")
    String discardUpload(
            @PathVariable String caseNumber,
            @RequestParam long upload,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.withData(caseNumber);
        return pages.attempt(open, CaseSection.UPLOAD, request, response, model, () -> {
            checking.discard(ofApplicant(open).submissionId(), upload);
            return CasePages.back(caseNumber, CaseSection.UPLOAD, "已放弃这次上传，原有数据没有改变。", after);
        });
    }

    /** @throws NotVisible for others than the applicant unit */
    private UploadJob uploadOf(OpenCase file) {
        return uploads.latest(file.caseNumber(), access.account()).orElseThrow(NotVisible::new);
    }

    private UploadJob ofApplicant(OpenCase file) {
        if (!access.isApplicant(file)) {
            throw new Refusal(FiledCase.APPLICANT_ONLY);
        }
        return uploadOf(file);
    }

    private static ResponseEntity<byte[]> attachment(String fileName, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header("Content-Disposition", disposition(fileName).toString())
                .body(content);
    }

    /** A workbook that is made while it is sent. */
    static void send(SummaryTable table, HttpServletResponse response) throws IOException {
        response.setContentType(XLSX.toString());
        response.setHeader(
                "Content-Disposition", disposition(table.title() + ".xlsx").toString());
        table.write(response.getOutputStream());
    }

    static ContentDisposition disposition(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
    }
}

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
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.filing.FilingService;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.Refusal;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.ClusterWorkbooks.UploadedFile;
import org.smecluster.material.PreFill;
import org.smecluster.material.PreviousData.Source;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJob.State;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.material.WorkbookTemplate;
import org.smecluster.portal.CaseFileModel.Choice;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.registry.CaseKind;
import org.smecluster.renewal.RenewalService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: its file, as a page and as the content of Tasklist's tab, and what can be done to it beside its tasks. */
@Controller
class CasePages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /**
     * How far an upload is, for the script of the page.
     *
     * @param percent 0 to 100
     * @param text what is being done, in words
     */
    record Progress(boolean running, int percent, String text) {}

    /** The incident form as it was sent. */
    record Entry(
            String type, String level, String occurredOn, String enterpriseName, String enterpriseCode, String source) {

        /** @throws Refusal where a field is missing or cannot be read */
        Incident incident() {
            List<String> problems = new ArrayList<>();
            IncidentType kind = named(IncidentType.values(), type);
            IncidentLevel grade = named(IncidentLevel.values(), level);
            if (kind == null) {
                problems.add("请选择类型");
            }
            if (grade == null && !blank(level)) {
                problems.add("等级“" + level + "”不在可选范围内，请重新选择");
            }
            LocalDate day = null;
            try {
                day = blank(occurredOn) ? null : LocalDate.parse(occurredOn.strip());
            } catch (DateTimeParseException unreadable) {
                day = null;
            }
            if (day == null) {
                problems.add("请填写发生日期，格式为年-月-日，例如2025-06-30");
            }
            require("企业名称", enterpriseName, 200, problems);
            require("来源", source, 1000, problems);
            String code = blank(enterpriseCode) ? null : CreditCode.normalise(enterpriseCode);
            if (code != null && !CreditCode.isValid(code)) {
                problems.add("统一社会信用代码“" + code + "”不正确，请核对18位代码；不清楚的可以不填");
            }
            if (!problems.isEmpty()) {
                throw new Refusal(problems);
            }
            return new Incident(kind, grade, day, code, enterpriseName.strip(), source.strip());
        }

        private static void require(String label, String text, int longest, List<String> problems) {
            if (blank(text)) {
                problems.add("请填写" + label);
            } else if (text.strip().length() > longest) {
                problems.add(label + "不能超过" + longest + "字");
            }
        }

        private static boolean blank(String text) {
            return text == null || text.isBlank();
        }

        private static <E extends Enum<E>> E named(E[] values, String name) {
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final CaseAccess access;
    private final CaseFileModel layout;
    private final FilingService filing;
    private final RecognitionService recognition;
    private final RenewalService renewals;
    private final NoticeFile notices;
    private final WorkbookFiling uploads;
    private final WorkbookChecking checking;
    private final ClusterWorkbooks workbooks;
    private final PreFill preFill;
    private final Clock clock;

    CasePages(
            CaseAccess access,
            CaseFileModel layout,
            FilingService filing,
            RecognitionService recognition,
            RenewalService renewals,
            NoticeFile notices,
            WorkbookFiling uploads,
            WorkbookChecking checking,
            ClusterWorkbooks workbooks,
            PreFill preFill,
            Clock clock) {
        this.access = access;
        this.layout = layout;
        this.filing = filing;
        this.recognition = recognition;
        this.renewals = renewals;
        this.notices = notices;
        this.uploads = uploads;
        this.checking = checking;
        this.workbooks = workbooks;
        this.preFill = preFill;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNumber}")
    String file(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String section,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String list,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) Long before,
            @RequestParam(required = false) Long after,
            HttpServletRequest request,
            Model model) {
        OpenCase file = access.open(caseNumber);
        return show(
                file,
                CaseSection.of(section),
                new Choice(version, stage, list, page, before, after),
                Fragments.wanted(request),
                model);
    }

    /** The file as Tasklist's tab shows it at first. */
    String overview(String caseNumber, Model model) {
        return tab(caseNumber, CaseSection.OVERVIEW, model);
    }

    /** The same, opened at a section. */
    String tab(String caseNumber, CaseSection section, Model model) {
        return show(access.open(caseNumber), section, Choice.NONE, true, model);
    }

    /** The tab 案件资料 of each kind of case that has data filed. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        CaseTab recognitionTab(CasePages pages) {
            return CaseTab.of(CaseKind.RD, pages::overview);
        }

        @Bean
        CaseTab renewalTab(CasePages pages) {
            return CaseTab.of(CaseKind.FH, pages::overview);
        }
    }

    @GetMapping("/cases/{caseNumber}/print")
    String print(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String part,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) String stage,
            Model model) {
        layout.fillForPrint(model, access.open(caseNumber), version, stage);
        model.addAttribute("printedOn", LocalDate.now(clock));
        return "findings".equals(part) ? "case/print-findings" : "case/print";
    }

    /** The model that the case runs on, for the drawing of its progress. */
    @GetMapping(path = "/cases/{caseNumber}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String caseNumber) {
        return layout.diagram(access.open(caseNumber)).orElseThrow(NotVisible::new);
    }

    @GetMapping("/cases/{caseNumber}/workbook")
    ResponseEntity<byte[]> download(@PathVariable String caseNumber, @RequestParam long version) {
        OpenCase file = access.open(caseNumber);
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
        OpenCase file = access.open(caseNumber);
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
        OpenCase open = access.open(caseNumber);
        return attempt(open, CaseSection.UPLOAD, request, response, model, () -> {
            try (InputStream content = file.getInputStream()) {
                uploads.receive(caseNumber, file.getOriginalFilename(), content, file.getSize(), access.account());
            } catch (IOException unreadable) {
                throw new Refusal("文件没有完整传到服务器，请重新上传");
            }
            return back(caseNumber, CaseSection.UPLOAD, "文件已收到，正在检查。", after);
        });
    }

    /** The texts come as {@code explanation-<position of the warning>}. */
    @PostMapping("/cases/{caseNumber}/figures")
    String explainFigures(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        return attempt(open, CaseSection.FINDINGS, request, response, model, () -> {
            Map<Integer, String> explanations = new TreeMap<>();
            fields.forEach((name, text) -> {
                if (name.matches("explanation-[0-9]{1,4}")) {
                    explanations.put(Integer.valueOf(name.substring(name.indexOf('-') + 1)), text);
                }
            });
            filing.explainFigures(caseNumber, explanations, access.account());
            return back(caseNumber, CaseSection.FINDINGS, "已保存数据变动的说明，审查部门可以看到。", after);
        });
    }

    @GetMapping("/cases/{caseNumber}/upload-progress")
    ResponseEntity<Progress> progress(@PathVariable String caseNumber) {
        UploadJob job = uploadOf(access.open(caseNumber));
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
        UploadJob job = uploadOf(access.open(caseNumber));
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
        OpenCase open = access.open(caseNumber);
        return attempt(open, CaseSection.UPLOAD, request, response, model, () -> {
            checking.confirm(
                    ofApplicant(open).submissionId(), upload, access.account().userId());
            return back(caseNumber, CaseSection.UPLOAD, "已用新的数据表替换原有数据。", after);
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
        OpenCase open = access.open(caseNumber);
        return attempt(open, CaseSection.UPLOAD, request, response, model, () -> {
            checking.discard(ofApplicant(open).submissionId(), upload);
            return back(caseNumber, CaseSection.UPLOAD, "已放弃这次上传，原有数据没有改变。", after);
        });
    }

    /** @throws NotVisible for others than the applicant unit */
    private UploadJob uploadOf(OpenCase file) {
        return uploads.latest(file.caseNumber(), access.account()).orElseThrow(NotVisible::new);
    }

    private UploadJob ofApplicant(OpenCase file) {
        if (!access.isApplicant(file)) {
            throw new Refusal("只有申报主体的人员可以办理此事");
        }
        return uploadOf(file);
    }

    @PostMapping("/cases/{caseNumber}/incidents")
    String addIncident(
            @PathVariable String caseNumber,
            Entry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        model.addAttribute("entered", entry);
        return attempt(open, CaseSection.INCIDENTS, request, response, model, () -> {
            filing.addIncident(caseNumber, entry.incident(), access.account());
            return back(caseNumber, CaseSection.INCIDENTS, "已保存这一事项。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/incidents/{id}/removal")
    String removeIncident(
            @PathVariable String caseNumber,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        return attempt(open, CaseSection.INCIDENTS, request, response, model, () -> {
            filing.removeIncident(caseNumber, id, access.account());
            return back(caseNumber, CaseSection.INCIDENTS, "已删除这一事项。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/incidents/{id}/withdrawal")
    String takeBackIncident(
            @PathVariable String caseNumber,
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        return attempt(open, CaseSection.INCIDENTS, request, response, model, () -> {
            filing.takeBackIncident(caseNumber, id, reason, access.account());
            return back(caseNumber, CaseSection.INCIDENTS, "已撤回这一事项，登记和理由都保留，系统已重新评估。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/withdrawal")
    String withdraw(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        String page = attempt(open, CaseSection.WITHDRAWAL, request, response, model, () -> {
            if (!sure) {
                throw new Refusal("请先勾选“我确认撤回”");
            }
            withdraw(open, reason);
            return back(caseNumber, CaseSection.OVERVIEW, "已撤回，本案结束。", after);
        });
        model.addAttribute("reason", reason);
        return page;
    }

    private void withdraw(OpenCase file, String reason) {
        switch (file.kind()) {
            case RD -> recognition.withdraw(file.caseNumber(), access.account(), reason);
            case FH -> renewals.withdraw(file.caseNumber(), reason, access.account());
            default -> throw new NotVisible();
        }
    }

    /** An objection to what a case alone has had published. */
    @PostMapping("/cases/{caseNumber}/objections")
    String object(
            @PathVariable String caseNumber,
            NoticeFile.Entry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        model.addAttribute("entered", entry);
        return attempt(open, CaseSection.NOTICE, request, response, model, () -> {
            notices.register(caseNumber, entry);
            return back(caseNumber, CaseSection.NOTICE, "已登记异议。核实任务已发给自治区经办人员；裁定以前不作决定。", after);
        });
    }

    private String attempt(
            OpenCase file,
            CaseSection section,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<String> action) {
        return Attempt.of(
                response, model, action, () -> show(file, section, Choice.NONE, Fragments.wanted(request), model));
    }

    private String show(OpenCase file, CaseSection section, Choice choice, boolean fragment, Model model) {
        layout.fill(model, file, section, choice);
        model.addAttribute("fragment", fragment);
        return fragment ? "case/file :: file" : "case/page";
    }

    private static String back(String caseNumber, CaseSection section, String done, RedirectAttributes after) {
        return Attempt.done("/cases/" + caseNumber, section.key(), done, after);
    }

    private static ResponseEntity<byte[]> attachment(String fileName, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header("Content-Disposition", disposition(fileName).toString())
                .body(content);
    }

    private static ContentDisposition disposition(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
    }
}

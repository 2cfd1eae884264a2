package org.smecluster.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.indicator.CreditCode;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.Patent;
import org.smecluster.material.PreFill;
import org.smecluster.material.Standard;
import org.smecluster.material.UploadJob;
import org.smecluster.material.WorkbookSummary;
import org.smecluster.portal.CaseFileModel.Choice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The sections of a case file that show what was handed in: figures, lists, materials, the upload. */
@Component
class CaseData {

    /** Of each list; a list of thousands stands in the workbook, not on paper. */
    private static final int PRINTED_ROWS = 300;

    private final CaseAccess access;
    private final ClusterWorkbooks workbooks;
    private final WorkbookFiling filing;
    private final CaseMaterials materials;
    private final PreFill preFill;
    private final CaseEvidence evidence;
    private final CaseTicks ticks;
    private final CaseRecognition recognition;
    private final CaseDemands demands;

    CaseData(
            CaseAccess access,
            ClusterWorkbooks workbooks,
            WorkbookFiling filing,
            CaseMaterials materials,
            PreFill preFill,
            CaseEvidence evidence,
            CaseTicks ticks,
            CaseRecognition recognition,
            CaseDemands demands) {
        this.access = access;
        this.workbooks = workbooks;
        this.filing = filing;
        this.materials = materials;
        this.preFill = preFill;
        this.evidence = evidence;
        this.ticks = ticks;
        this.recognition = recognition;
        this.demands = demands;
    }

    boolean hasScores(OpenCase file) {
        return demands.scores().has(file);
    }

    void scores(Model model, OpenCase file) {
        demands.scores().fill(model, file);
    }

    void experts(Model model, OpenCase file) {
        demands.scores().compare(model, file);
    }

    private Optional<WorkbookSummary> workbook(Model model, Optional<FiledVersion> version) {
        Optional<WorkbookSummary> workbook =
                version.flatMap(each -> workbooks.summary(each.submission().id()));
        workbook.ifPresent(found -> model.addAttribute("workbook", found));
        model.addAttribute("workbookMissing", version.isEmpty() ? "申报单位尚未提交，提交后可在此查看数据。" : "还没有数据。请在“上传”中下载模板，填好后上传。");
        return workbook;
    }

    void figures(Model model, Optional<FiledVersion> version) {
        workbook(model, version).ifPresent(workbook -> figures(model, workbook));
    }

    /** Materials, figures and lists at once. */
    void print(Model model, OpenCase file, Optional<FiledVersion> version) {
        materials(model, file, version);
        demands.print(model, file, version);
        workbook(model, version).ifPresent(workbook -> {
            figures(model, workbook);
            model.addAttribute("rowCounts", workbook.rows());
            model.addAttribute("lists", excerpt(version.get().submission().id(), 0, PRINTED_ROWS));
        });
    }

    private static void figures(Model model, WorkbookSummary workbook) {
        model.addAttribute("years", workbook.reportingYears().all());
        model.addAttribute("figures", FigureRow.of(workbook.years()));
        model.addAttribute("basics", BasicFact.of(workbook.basics()));
    }

    void lists(Model model, Optional<FiledVersion> version, Choice choice) {
        workbook(model, version)
                .ifPresent(workbook -> lists(model, version.get().submission().id(), workbook, choice));
    }

    private void lists(Model model, long submissionId, WorkbookSummary workbook, Choice choice) {
        List<MaterialList> heads = excerpt(submissionId, 0, 0);
        MaterialList chosen = heads.stream()
                .filter(each -> each.key().equals(choice.list()))
                .findFirst()
                .orElse(heads.get(0));
        int total = workbook.rows(chosen.title());
        int number = Page.nearest(choice.page(), CaseFileModel.ROWS_PER_PAGE, total);
        MaterialList list =
                excerpt(submissionId, (number - 1) * CaseFileModel.ROWS_PER_PAGE, CaseFileModel.ROWS_PER_PAGE).stream()
                        .filter(each -> each.key().equals(chosen.key()))
                        .findFirst()
                        .orElseThrow();
        model.addAttribute("lists", heads);
        model.addAttribute("rowCounts", workbook.rows());
        model.addAttribute("list", list);
        model.addAttribute("rows", new Page<>(list.rows(), number, CaseFileModel.ROWS_PER_PAGE, total));
    }

    private List<MaterialList> excerpt(long submissionId, int from, int atMost) {
        ClusterWorkbook part = workbooks.excerpt(submissionId, from, atMost).orElseThrow();
        Set<CreditCode> owners = Stream.concat(
                        part.patents().stream().map(Patent::owner),
                        part.standards().stream().map(Standard::enterprise))
                .collect(Collectors.toSet());
        return MaterialList.of(part, workbooks.names(submissionId, owners));
    }

    void materials(Model model, OpenCase file, Optional<FiledVersion> version) {
        Optional<MaterialCheck> check = version.flatMap(each -> materials.of(each.submission()));
        if (check.isEmpty()) {
            model.addAttribute("materialsMissing", "申报单位尚未提交，提交后可在此查看材料清单。");
            return;
        }
        Map<String, MaterialList> lists = new LinkedHashMap<>();
        long submissionId = version.get().submission().id();
        (workbooks.exists(submissionId) ? excerpt(submissionId, 0, 1) : List.<MaterialList>of())
                .stream().filter(list -> !list.rows().isEmpty()).forEach(list -> lists.put(list.article(), list));
        model.addAttribute("materials", check.get());
        model.addAttribute("materialLines", MaterialLine.of(check.get(), lists, ticks.of(file, version)));
    }

    void evidence(Model model, OpenCase file, Optional<FiledVersion> version) {
        evidence.fill(model, file, version);
    }

    boolean hasEvidence(OpenCase file) {
        return evidence.has(file);
    }

    /** Of a section that only an application for recognition has. */
    void recognition(CaseSection section, Model model, OpenCase file) {
        recognition.fill(section, model, file);
    }

    boolean hasRecognition(CaseSection section, OpenCase file) {
        return recognition.has(section, file);
    }

    void demands(Model model, OpenCase file, CaseSection section, Optional<FiledVersion> version) {
        demands.fill(model, file, section, version);
    }

    boolean hasDemands(OpenCase file, CaseSection section) {
        return demands.has(file, section);
    }

    void upload(Model model, OpenCase file, Optional<FiledVersion> version) {
        filing.latest(file.caseNumber(), access.account()).ifPresent(job -> {
            model.addAttribute("upload", job);
            model.addAttribute("changes", changes(job));
            model.addAttribute("confirmUntil", CaseFileModel.minute(job.expiresAt()));
        });
        version.flatMap(each -> workbooks.fileNote(each.submission().id())).ifPresent(stored -> {
            model.addAttribute("uploaded", stored);
            model.addAttribute("uploadedAt", CaseFileModel.local(stored.uploadedAt()));
        });
        if (access.isApplicant(file)) {
            preFill.source(file.filed().applicantGroup(), file.filed().clusterName())
                    .ifPresent(source -> model.addAttribute("previous", source));
        }
        if (!file.filed().withApplicant()) {
            model.addAttribute("uploadClosed", "本案现为“" + file.filed().standing() + "”，材料已固定，不能上传。市级主管部门退回补正后，可重新上传。");
        } else if (version.filter(each -> !materials.opening(each.submission()).workbook())
                .isPresent()) {
            model.addAttribute("uploadClosed", "本次补正没有退回数据表的内容，数据表不能改动。退回的材料和原因见“佐证材料”。");
        }
    }

    private static List<MaterialChange> changes(UploadJob job) {
        return job.comparison() == null
                ? List.of()
                : job.comparison().changes().stream().map(MaterialChange::of).toList();
    }
}

package org.smecluster.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.calendar.Deadlines;
import org.smecluster.calendar.OpenDeadline;
import org.smecluster.casehistory.engine.CaseProgress;
import org.smecluster.casehistory.engine.CaseProgress.Step;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseProcedure.Part;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.EntryKind;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.filing.CaseIncident;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersions;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.indicator.CreditCode;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.Patent;
import org.smecluster.material.PreFill;
import org.smecluster.material.Standard;
import org.smecluster.material.UploadJob;
import org.smecluster.material.WorkbookSummary;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.review.ReadableChecks;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out the parts of a case file for the templates in {@code templates/case}. */
@Component
class CaseFileModel {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ROWS_PER_PAGE = 20;

    /** Of each list; a list of thousands stands in the workbook, not on paper. */
    private static final int PRINTED_ROWS = 300;

    /**
     * What the address chose; null where it chose nothing.
     *
     * @param version id of the submission shown
     * @param stage of the assessment shown
     * @param list key of the list shown
     * @param before id of the submission compared
     * @param after id of the submission that it is compared with
     */
    record Choice(Long version, String stage, String list, int page, Long before, Long after) {

        static final Choice NONE = new Choice(null, null, null, 1, null, null);
    }

    record Told(String at, String text) {}

    /** One entry for the template; see {@link CaseEntry} for the parts. */
    record EntryLine(
            String kind,
            String title,
            String text,
            Map<String, String> particulars,
            String article,
            String documentNumber,
            LocalDate documentDate,
            String author,
            String at) {

        static EntryLine of(CaseEntry entry) {
            return new EntryLine(
                    entry.kind().label(),
                    entry.title(),
                    entry.text(),
                    entry.particulars(),
                    entry.article(),
                    entry.documentNumber(),
                    entry.documentDate(),
                    entry.authorName(),
                    minute(entry.enteredAt()));
        }
    }

    record ExpertLine(String name, String recommendation, Integer score, String opinion, String status) {}

    private final CaseAccess access;
    private final CurrentUser user;
    private final CaseFindings findings;
    private final CaseVersions comparison;
    private final ClusterWorkbooks workbooks;
    private final WorkbookFiling filing;
    private final CaseMaterials materials;
    private final FiledVersions filed;
    private final NoticeFile notices;
    private final ReportTrends trends;
    private final PreFill preFill;
    private final Notifications notifications;
    private final Deadlines deadlines;
    private final Regions regions;
    private final CaseProgress progress;

    CaseFileModel(
            CaseAccess access,
            CurrentUser user,
            CaseFindings findings,
            CaseVersions comparison,
            ClusterWorkbooks workbooks,
            WorkbookFiling filing,
            CaseMaterials materials,
            FiledVersions filed,
            NoticeFile notices,
            ReportTrends trends,
            PreFill preFill,
            Notifications notifications,
            Deadlines deadlines,
            Regions regions,
            CaseProgress progress) {
        this.access = access;
        this.user = user;
        this.findings = findings;
        this.comparison = comparison;
        this.workbooks = workbooks;
        this.filing = filing;
        this.materials = materials;
        this.filed = filed;
        this.notices = notices;
        this.trends = trends;
        this.preFill = preFill;
        this.notifications = notifications;
        this.deadlines = deadlines;
        this.regions = regions;
        this.progress = progress;
    }

    /**
     * A section that the case does not have for the person is answered with the overview; but the notice, which tells
     * whether there is one, to the autonomous region alone.
     */
    void fill(Model model, OpenCase file, CaseSection wanted, Choice choice) {
        List<CaseSection> sections = sections(file);
        CaseSection section = sections.contains(wanted) || wanted == CaseSection.NOTICE ? wanted : CaseSection.OVERVIEW;
        record(model, file);
        model.addAttribute("filing", file.data().orElse(null));
        model.addAttribute("section", section);
        model.addAttribute("sections", sections);
        model.addAttribute("expertOnly", access.isExpertOnly());
        List<FiledVersion> versions = access.versions(file);
        Optional<FiledVersion> version = chosen(versions, choice.version());
        version.ifPresent(each -> {
            model.addAttribute("version", each.submission());
            model.addAttribute("versionLabel", label(each.submission()));
        });
        switch (section) {
            case OVERVIEW -> overview(model, file);
            case PROGRESS -> progress(model, file);
            case FINDINGS -> findings.fill(model, file, version, choice.stage(), choice.page(), ROWS_PER_PAGE);
            case TREND -> trends.fill(file.caseNumber(), model);
            case FIGURES -> workbook(model, version).ifPresent(workbook -> figures(model, workbook));
            case LISTS ->
                workbook(model, version)
                        .ifPresent(workbook ->
                                lists(model, version.get().submission().id(), workbook, choice));
            case MATERIALS -> materials(model, version);
            case OPINIONS -> opinions(model, file);
            case VERSIONS -> comparison.fill(model, versions, choice);
            case INCIDENTS -> incidents(model, file, version);
            case UPLOAD -> upload(model, file, version);
            case NOTICE -> notices.fill(model, file.caseNumber(), "/cases/" + file.caseNumber() + "/objections");
            case WITHDRAWAL -> {
                model.addAttribute(
                        "withdrawal", file.procedure().withdrawal(file.record()).orElseThrow(NotVisible::new));
                model.addAttribute("reason", "");
            }
        }
    }

    /** Everything at once, for print. */
    void fillForPrint(Model model, OpenCase file, Long versionId, String stage) {
        fill(model, file, CaseSection.OVERVIEW, new Choice(versionId, stage, null, 1, null, null));
        Optional<FiledVersion> version = chosen(access.versions(file), versionId);
        findings.fill(model, file, version, stage, 1, Integer.MAX_VALUE);
        workbook(model, version).ifPresent(workbook -> {
            figures(model, workbook);
            model.addAttribute("rowCounts", workbook.rows());
            model.addAttribute("lists", excerpt(version.get().submission().id(), 0, PRINTED_ROWS));
        });
    }

    /** What every case has, and what its procedure tells of it. */
    void record(Model model, OpenCase file) {
        CaseRecord record = file.record();
        model.addAttribute("file", file);
        model.addAttribute("record", record);
        model.addAttribute("applicantName", regions.nameOfGroup(record.applicantGroup()));
        model.addAttribute("cityName", regions.nameOfGroup(record.cityGroup()));
        model.addAttribute("openedAt", minute(record.openedAt()));
        model.addAttribute("facts", file.procedure().facts(record));
        model.addAttribute("nextStep", file.procedure().nextStep(record).orElse(null));
        model.addAttribute("staff", access.isStaff());
        model.addAttribute("entries", lines(file.entries()));
    }

    private static List<EntryLine> lines(List<CaseEntry> entries) {
        return entries.stream().map(EntryLine::of).toList();
    }

    private List<CaseSection> sections(OpenCase file) {
        return Arrays.stream(CaseSection.values())
                .filter(section -> switch (section) {
                    case UPLOAD -> hasData(file) && access.isApplicant(file);
                    case WITHDRAWAL ->
                        access.isApplicant(file)
                                && file.procedure().withdrawal(file.record()).isPresent();
                    case TREND -> has(file, Part.TREND) && hasData(file);
                    case MATERIALS -> hasData(file) && filed.asksForMaterials(file.caseNumber());
                    case OPINIONS -> has(file, Part.OPINIONS);
                    case FINDINGS, FIGURES, LISTS, VERSIONS, INCIDENTS -> hasData(file);
                    case NOTICE -> access.isProvince() && notices.isThere(file.caseNumber());
                    default -> true;
                })
                .toList();
    }

    private static boolean has(OpenCase file, Part part) {
        return file.procedure().parts().contains(part);
    }

    private static boolean hasData(OpenCase file) {
        return file.data().isPresent();
    }

    static Optional<FiledVersion> chosen(List<FiledVersion> versions, Long id) {
        if (id != null) {
            Optional<FiledVersion> wanted = versions.stream()
                    .filter(version -> version.submission().id() == id)
                    .findFirst();
            if (wanted.isEmpty()) {
                throw new NotVisible();
            }
            return wanted;
        }
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    private void overview(Model model, OpenCase file) {
        String caseNumber = file.caseNumber();
        model.addAttribute(
                "deadlines",
                deadlines.openOf(caseNumber).stream()
                        .map(CaseFileModel::deadline)
                        .distinct()
                        .toList());
        model.addAttribute(
                "notifications",
                notifications.ofCase(caseNumber, user.userId()).stream()
                        .filter(told -> user.groups().contains(told.groupId()))
                        .map(CaseFileModel::line)
                        .toList());
    }

    private void progress(Model model, OpenCase file) {
        progress.progress(file.process(), file.caseNumber()).ifPresent(found -> {
            model.addAttribute("progress", found);
            model.addAttribute("doneIds", joined(found.done(), Step::id, " "));
            model.addAttribute("currentIds", joined(found.current(), Step::id, " "));
            model.addAttribute(
                    "doneNames",
                    joined(
                            found.done().stream()
                                    .filter(step -> !step.name().isBlank())
                                    .toList(),
                            Step::name,
                            " → "));
        });
    }

    /** The model that the case runs on, as XML. */
    Optional<String> diagram(OpenCase file) {
        return progress.diagram(file.process(), file.caseNumber());
    }

    private static String joined(List<Step> steps, Function<Step, String> part, String between) {
        return steps.stream().map(part).collect(Collectors.joining(between));
    }

    private static String deadline(OpenDeadline open) {
        return "%s：%s 24:00%s（%s）"
                .formatted(
                        open.spec().kind().label(),
                        open.lastDay(),
                        open.provisional() ? "，暂定" : "",
                        open.spec().kind().basis());
    }

    private static Told line(Notification told) {
        return new Told(minute(told.toldAt()), told.text());
    }

    private Optional<WorkbookSummary> workbook(Model model, Optional<FiledVersion> version) {
        Optional<WorkbookSummary> workbook =
                version.flatMap(each -> workbooks.summary(each.submission().id()));
        workbook.ifPresent(found -> model.addAttribute("workbook", found));
        model.addAttribute("workbookMissing", version.isEmpty() ? "申报单位尚未提交，提交后可在此查看数据。" : "还没有数据。请在“上传”中下载模板，填好后上传。");
        return workbook;
    }

    private static void figures(Model model, WorkbookSummary workbook) {
        model.addAttribute("years", workbook.reportingYears().all());
        model.addAttribute("figures", FigureRow.of(workbook.years()));
        model.addAttribute("basics", BasicFact.of(workbook.basics()));
    }

    private void lists(Model model, long submissionId, WorkbookSummary workbook, Choice choice) {
        List<MaterialList> heads = excerpt(submissionId, 0, 0);
        MaterialList chosen = heads.stream()
                .filter(each -> each.key().equals(choice.list()))
                .findFirst()
                .orElse(heads.get(0));
        int total = workbook.rows(chosen.title());
        int number = Page.nearest(choice.page(), ROWS_PER_PAGE, total);
        MaterialList list = excerpt(submissionId, (number - 1) * ROWS_PER_PAGE, ROWS_PER_PAGE).stream()
                .filter(each -> each.key().equals(chosen.key()))
                .findFirst()
                .orElseThrow();
        model.addAttribute("lists", heads);
        model.addAttribute("rowCounts", workbook.rows());
        model.addAttribute("list", list);
        model.addAttribute("rows", new Page<>(list.rows(), number, ROWS_PER_PAGE, total));
    }

    private List<MaterialList> excerpt(long submissionId, int from, int atMost) {
        ClusterWorkbook part = workbooks.excerpt(submissionId, from, atMost).orElseThrow();
        Set<CreditCode> owners = Stream.concat(
                        part.patents().stream().map(Patent::owner),
                        part.standards().stream().map(Standard::enterprise))
                .collect(Collectors.toSet());
        return MaterialList.of(part, workbooks.names(submissionId, owners));
    }

    private void materials(Model model, Optional<FiledVersion> version) {
        Optional<MaterialCheck> check = version.flatMap(each -> materials.of(each.submission()));
        if (check.isEmpty()) {
            model.addAttribute(
                    "materialsMissing",
                    version.isEmpty() ? "申报单位尚未提交，提交后可在此查看材料清单。" : "这一版提交时系统还没有记录材料清单，请按当年通知核对报送的材料。");
            return;
        }
        Map<String, MaterialList> lists = new LinkedHashMap<>();
        long submissionId = version.get().submission().id();
        (workbooks.exists(submissionId) ? excerpt(submissionId, 0, 1) : List.<MaterialList>of())
                .stream().filter(list -> !list.rows().isEmpty()).forEach(list -> lists.put(list.article(), list));
        model.addAttribute("materials", check.get());
        model.addAttribute("materialLines", MaterialLine.of(check.get(), lists));
    }

    private void opinions(Model model, OpenCase file) {
        model.addAttribute(
                "opinions",
                lines(file.entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.OPINION)
                        .toList()));
        ReadableChecks checks = file.checks();
        model.addAttribute(
                "expertOpinions",
                checks.experts().stream().map(CaseFileModel::line).toList());
        model.addAttribute("expertsAsked", checks.asked());
        model.addAttribute("expertsAnswered", checks.answered());
        model.addAttribute("expertsHidden", checks.asked() > checks.experts().size());
        model.addAttribute("inspection", checks.inspection().orElse(null));
    }

    private static ExpertLine line(ExpertOpinion opinion) {
        return new ExpertLine(
                opinion.expertName(),
                opinion.recommendation() == null
                        ? null
                        : opinion.recommendation().label(),
                opinion.score(),
                opinion.opinion(),
                opinion.given() ? minute(opinion.givenAt()) + "提交" : "尚未提交");
    }

    private void incidents(Model model, OpenCase file, Optional<FiledVersion> version) {
        boolean inHand = access.isApplicant(file)
                && file.filed().withApplicant()
                && version.isPresent()
                && !version.get().submission().frozen();
        model.addAttribute("incidents", version.map(FiledVersion::incidents).orElse(List.of()));
        model.addAttribute(
                "noIncidents",
                version.map(each -> each.submission().noIncidents()).orElse(false));
        model.addAttribute("mayDeclare", inHand);
        model.addAttribute(
                "mayTakeBack",
                version.map(FiledVersion::incidents).orElse(List.of()).stream()
                        .filter(entry ->
                                access.isReviewer(file) && !file.closed() && entry.mayBeTakenBackBy(access.account()))
                        .map(CaseIncident::id)
                        .toList());
        model.addAttribute(
                "mayEnter", inHand || access.isReviewer(file) && file.filed().underReview());
        model.addAttribute("incidentTypes", IncidentType.values());
        model.addAttribute("incidentLevels", IncidentLevel.values());
    }

    private void upload(Model model, OpenCase file, Optional<FiledVersion> version) {
        filing.latest(file.caseNumber(), access.account()).ifPresent(job -> {
            model.addAttribute("upload", job);
            model.addAttribute("changes", changes(job));
            model.addAttribute("confirmUntil", minute(job.expiresAt()));
        });
        version.flatMap(each -> workbooks.fileNote(each.submission().id())).ifPresent(stored -> {
            model.addAttribute("uploaded", stored);
            model.addAttribute("uploadedAt", local(stored.uploadedAt()));
        });
        if (access.isApplicant(file)) {
            preFill.source(file.filed().applicantGroup(), file.filed().clusterName())
                    .ifPresent(source -> model.addAttribute("previous", source));
        }
        if (!file.filed().withApplicant()) {
            model.addAttribute("uploadClosed", "本案现为“" + file.filed().standing() + "”，材料已固定，不能上传。市级主管部门退回补正后，可重新上传。");
        }
    }

    private static List<MaterialChange> changes(UploadJob job) {
        return job.comparison() == null
                ? List.of()
                : job.comparison().changes().stream().map(MaterialChange::of).toList();
    }

    static String label(SubmissionVersion version) {
        return version.frozen() ? "第" + version.round() + "次提交" : "填报中的版本（第" + version.round() + "次，尚未提交）";
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    static String minute(Instant instant) {
        return instant == null
                ? ""
                : local(instant).toString().replace('T', ' ').substring(0, 16);
    }
}

package org.smecluster.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseProcedure.Part;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.EntryKind;
import org.smecluster.filing.CaseIncident;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersions;
import org.smecluster.filing.SubmissionVersion;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out the parts of a case file for the templates in {@code templates/case}. */
@Component
class CaseFileModel {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int ROWS_PER_PAGE = 20;

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
                    entry.told(),
                    entry.article(),
                    entry.documentNumber(),
                    entry.documentDate(),
                    entry.authorName(),
                    minute(entry.enteredAt()));
        }
    }

    private final CaseAccess access;
    private final CaseFindings findings;
    private final CaseVersions comparison;
    private final CaseData data;
    private final CaseStanding standing;
    private final FiledVersions filed;
    private final NoticeFile notices;
    private final ReportTrends trends;
    private final Regions regions;

    CaseFileModel(
            CaseAccess access,
            CaseFindings findings,
            CaseVersions comparison,
            CaseData data,
            CaseStanding standing,
            FiledVersions filed,
            NoticeFile notices,
            ReportTrends trends,
            Regions regions) {
        this.access = access;
        this.findings = findings;
        this.comparison = comparison;
        this.data = data;
        this.standing = standing;
        this.filed = filed;
        this.notices = notices;
        this.trends = trends;
        this.regions = regions;
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
            case OVERVIEW -> standing.overview(model, file);
            case PROGRESS -> standing.progress(model, file);
            case FINDINGS -> findings.fill(model, file, version, choice.stage(), choice.page(), ROWS_PER_PAGE);
            case TREND -> trends.fill(file.caseNumber(), model);
            case FIGURES -> data.figures(model, version);
            case LISTS -> data.lists(model, version, choice);
            case MATERIALS -> data.materials(model, file, version);
            case EVIDENCE -> data.evidence(model, file, version);
            case SECTORS, VERIFICATION, OTHER_CITIES -> data.recognition(section, model, file);
            case QUESTIONS, CLAUSES -> data.demands(model, file, section, version);
            case SCORES -> data.scores(model, file);
            case OPINIONS -> opinions(model, file);
            case PAPERS -> standing.papers().fill(model, file);
            case VERSIONS -> comparison.fill(model, versions, choice);
            case INCIDENTS -> incidents(model, file, version);
            case UPLOAD -> data.upload(model, file, version);
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
        data.print(model, file, version);
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

    /** Those that the case has for the person. */
    List<CaseSection> sections(OpenCase file) {
        return Arrays.stream(CaseSection.values())
                .filter(section -> switch (section) {
                    case UPLOAD -> hasData(file) && access.isApplicant(file);
                    case WITHDRAWAL ->
                        access.isApplicant(file)
                                && file.procedure().withdrawal(file.record()).isPresent();
                    case TREND -> has(file, Part.TREND) && hasData(file);
                    case MATERIALS -> hasData(file) && filed.asksForMaterials(file.caseNumber());
                    case EVIDENCE -> data.hasEvidence(file);
                    case SECTORS, VERIFICATION, OTHER_CITIES -> data.hasRecognition(section, file);
                    case QUESTIONS, CLAUSES -> hasData(file) && data.hasDemands(file, section);
                    case SCORES -> data.hasScores(file);
                    case OPINIONS -> has(file, Part.OPINIONS);
                    case PAPERS -> standing.papers().has(file);
                    case FINDINGS, FIGURES, LISTS, VERSIONS, INCIDENTS -> hasData(file);
                    case NOTICE ->
                        access.isProvince() && notices.of(file.caseNumber()).isPresent();
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

    private void opinions(Model model, OpenCase file) {
        model.addAttribute(
                "opinions",
                lines(file.entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.OPINION)
                        .toList()));
        data.experts(model, file);
        model.addAttribute("inspection", file.checks().inspection().orElse(null));
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

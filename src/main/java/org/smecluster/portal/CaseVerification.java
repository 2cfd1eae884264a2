package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.evidence.Occasion;
import org.smecluster.evidence.Proves;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersion.StageAssessment;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.recognition.SiteFinding;
import org.smecluster.recognition.SiteVerification;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The city's verification on site: its screens, the section of the case file, and the paper. */
@Component
class CaseVerification {

    /** The screen of day and people, and the one of what is missing; the eight items stand between. */
    static final int FIRST = 0;

    static final int LAST = ConditionItem.values().length + 1;

    private static final List<Outcome> CHOICES = List.of(Outcome.MET, Outcome.NOT_MET, Outcome.NEEDS_EXPLANATION);

    /**
     * What a person typed on a screen; null what its form does not have.
     *
     * @param people names, apart by any of 、，；or a blank
     * @param revision that the page showed
     */
    record Entry(String verifiedOn, String people, String note, String judgement, String seen, int revision) {}

    /**
     * What the applicant claims.
     *
     * @param explanation null where nothing was explained
     * @param files how many of the applicant prove it
     */
    record Claim(FindingLine finding, String explanation, long files) {}

    /**
     * An item of 第十一条 as it is seen, and as it is being filled in.
     *
     * @param judgement name of the outcome, as chosen; null before
     * @param files of the verification
     */
    record Screen(
            SiteFinding row,
            String judgement,
            String seen,
            int revision,
            List<Claim> claims,
            List<CaseEvidence.Line> files) {

        public int number() {
            return row.item().number();
        }

        public String article() {
            return row.item().article().toString();
        }

        public String label() {
            return row.item().label();
        }

        /** 一 to 八. */
        public String digit() {
            String article = article();
            return article.substring(article.indexOf('(') + 1, article.length() - 1);
        }

        public String sign() {
            return CaseVerification.sign(row.judgement());
        }

        public String savedAt() {
            return CaseFileModel.minute(row.savedAt());
        }
    }

    private final CaseAccess access;
    private final OnSiteVerification verification;
    private final EvidenceService evidence;
    private final Clock clock;

    CaseVerification(CaseAccess access, OnSiteVerification verification, EvidenceService evidence, Clock clock) {
        this.access = access;
        this.verification = verification;
        this.evidence = evidence;
        this.clock = clock;
    }

    static String sign(Outcome judgement) {
        if (judgement == null) {
            return "";
        }
        return switch (judgement) {
            case MET -> "✓";
            case NOT_MET -> "✕";
            default -> "？";
        };
    }

    /** Whether the person fills it in now. */
    boolean fills(OpenCase file) {
        return access.account().groups().contains(file.record().cityGroup()) && verification.isOpen(file.caseNumber());
    }

    /** Once completed it is read by all who read the case; before, by the city. */
    boolean has(OpenCase file) {
        return completed(file).isPresent() || fills(file);
    }

    private Optional<SiteVerification> completed(OpenCase file) {
        return verification.find(file.caseNumber()).filter(SiteVerification::completed);
    }

    boolean isCompleted(OpenCase file) {
        return completed(file).isPresent();
    }

    /** @throws NotVisible where there is none for the person */
    void fill(Model model, OpenCase file) {
        fill(model, file, FIRST, null);
    }

    /**
     * @param part of which the person entered something; the first, where nothing
     * @param entry null where what is saved is shown
     */
    void fill(Model model, OpenCase file, int part, Entry entry) {
        boolean fills = fills(file);
        SiteVerification found = verification
                .find(file.caseNumber())
                .filter(each -> each.completed() || fills)
                .orElseThrow(NotVisible::new);
        Map<Proves, List<CaseEvidence.Line>> files = CaseEvidence.lines(
                evidence.files(file.caseNumber(), file.reading()).stream()
                        .filter(each -> each.occasion() == Occasion.VERIFICATION)
                        .toList(),
                evidence.intake(file.record(), access.account()));
        Map<String, List<Claim>> claims = claims(file);
        model.addAttribute("verification", found);
        model.addAttribute("verificationOpen", fills);
        model.addAttribute(
                "screens",
                found.rows().stream()
                        .map(row -> screen(row, part, entry, claims, files))
                        .toList());
        model.addAttribute("scans", files.getOrDefault(Proves.material(MaterialKind.OTHER_EVIDENCE), List.of()));
        model.addAttribute("completedAt", CaseFileModel.minute(found.completedAt()));
        if (fills) {
            boolean ofHead = entry != null && part == FIRST;
            model.addAttribute("verifiedOn", ofHead ? entry.verifiedOn() : Objects.toString(found.verifiedOn(), ""));
            model.addAttribute("people", ofHead ? entry.people() : String.join("、", found.people()));
            model.addAttribute("note", ofHead ? entry.note() : found.note());
            model.addAttribute("headRevision", ofHead ? entry.revision() : found.revision());
            model.addAttribute("gaps", verification.gaps(file.caseNumber()));
            model.addAttribute("part", part);
            model.addAttribute("choices", CHOICES);
            model.addAttribute("today", LocalDate.now(clock));
            model.addAttribute("evidenceConfirmed", NoSecret.confirmed(file.caseNumber()) != null);
            model.addAttribute("evidenceStatement", EvidenceIntake.NO_STATE_SECRET);
            model.addAttribute("evidenceAccepted", FileType.accepted());
        }
    }

    private static Screen screen(
            SiteFinding row,
            int part,
            Entry entry,
            Map<String, List<Claim>> claims,
            Map<Proves, List<CaseEvidence.Line>> files) {
        boolean typed = entry != null && part == row.item().number();
        String saved = row.judgement() == null ? null : row.judgement().name();
        return new Screen(
                row,
                typed ? entry.judgement() : saved,
                typed ? entry.seen() : row.seen(),
                typed ? entry.revision() : row.revision(),
                claims.getOrDefault(row.item().table(), List.of()),
                files.getOrDefault(Proves.condition(row.item().table()), List.of()));
    }

    /** By the latest assessment that the person may read, by table. */
    private Map<String, List<Claim>> claims(OpenCase file) {
        List<FiledVersion> versions = access.versions(file);
        if (versions.isEmpty()) {
            return Map.of();
        }
        FiledVersion version = versions.get(versions.size() - 1);
        List<StageAssessment> assessments = access.assessments(file, version);
        if (assessments.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> files = evidence.files(file.caseNumber(), file.reading()).stream()
                .filter(each -> each.occasion().ofUnit() && each.current() && each.condition() != null)
                .collect(Collectors.groupingBy(EvidenceFile::condition, Collectors.counting()));
        return assessments.get(assessments.size() - 1).assessment().findings().stream()
                .collect(Collectors.groupingBy(
                        Finding::decision,
                        Collectors.mapping(finding -> claim(finding, version, files), Collectors.toList())));
    }

    private static Claim claim(Finding finding, FiledVersion version, Map<String, Long> files) {
        String explained = Stream.concat(
                        Stream.of(finding.code()), finding.inputs().stream().map(Finding.Input::code))
                .distinct()
                .map(version.declarations()::explanation)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
        return new Claim(
                FindingLine.of(finding),
                explained.isEmpty() ? null : explained,
                files.getOrDefault(finding.code(), 0L));
    }

    /** Rows to be filled in by hand where nothing is judged. */
    void fillForPrint(Model model, OpenCase file, boolean blank) {
        fill(model, file);
        model.addAttribute("blank", blank);
        model.addAttribute("printedOn", LocalDate.now(clock));
        model.addAttribute("signers", IntStream.rangeClosed(1, 3).boxed().toList());
    }
}

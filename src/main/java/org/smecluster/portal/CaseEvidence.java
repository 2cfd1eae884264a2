package org.smecluster.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Condition;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceSeal;
import org.smecluster.evidence.EvidenceSealing;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.EvidenceTopics;
import org.smecluster.evidence.FileType;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.evidence.Occasion;
import org.smecluster.evidence.Proves;
import org.smecluster.evidence.ScanState;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.MaterialCheck;
import org.smecluster.filing.MaterialTick;
import org.smecluster.filing.MaterialTick.Level;
import org.smecluster.region.StaffGroup;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The section 佐证材料 of a case file: files by kind of material and by condition. Those of the verification on site stand
 * with it ({@link CaseVerification}).
 */
@Component
class CaseEvidence {

    private static final double KILO = 1024;

    /**
     * What files are evidence of, with those that there are.
     *
     * @param material code; null of a condition
     * @param condition code; null of a kind of material
     * @param sent whether the person may add files to it
     * @param ticks what reviewers said of it, as far as the person may know
     * @param ticking as which level the person goes through it now; null where not
     * @param asked what 第十三条 asks of it in the version; null of a condition, and where nothing is asked
     */
    record Item(
            String label,
            String article,
            String material,
            String condition,
            boolean sent,
            List<Line> files,
            ApplicationMaterial asked,
            List<Tick> ticks,
            Level ticking) {

        /** Whether the person may say why nothing is there. */
        public boolean explained() {
            return sent && asked != null && asked.missing();
        }
    }

    /** What a reviewer said of an item. @param reason null where it is accepted */
    record Tick(String label, boolean accepted, String reason, String by, String at) {

        static Tick of(MaterialTick tick) {
            return new Tick(
                    tick.label(),
                    tick.accepted(),
                    tick.reason(),
                    tick.tickedByName() + (tick.carried() ? "（上一版，未改动）" : ""),
                    CaseFileModel.minute(tick.tickedAt()));
        }
    }

    /**
     * A file in its latest version.
     *
     * @param earlier versions, the latest first
     * @param sent whether it is of what the person hands in now
     * @param seal asked for or in force, for the region to know; null for others and where there is none
     */
    record Line(EvidenceFile file, List<EvidenceFile> earlier, boolean sent, EvidenceSeal seal) {

        public String size() {
            return CaseEvidence.size(file.size());
        }

        public String at() {
            return CaseFileModel.minute(file.uploadedAt());
        }

        public int version() {
            return earlier.size() + 1;
        }

        public boolean served() {
            return file.scan() != ScanState.INFECTED && !file.sealed();
        }

        /** Null where nothing is to be said. */
        public String scan() {
            return switch (file.scan()) {
                case CLEAN -> null;
                case UNSCANNED -> file.scanNote() == null ? "未扫描" : "未扫描：" + file.scanNote();
                case INFECTED -> "有病毒：" + file.scanNote();
            };
        }
    }

    private final CaseAccess access;
    private final EvidenceService evidence;
    private final AssessmentService assessment;
    private final CaseMaterials materials;
    private final CaseTicks ticks;
    private final EvidenceSealing sealing;
    private final List<EvidenceTopics> topics;

    CaseEvidence(
            CaseAccess access,
            EvidenceService evidence,
            AssessmentService assessment,
            CaseMaterials materials,
            CaseTicks ticks,
            EvidenceSealing sealing,
            List<EvidenceTopics> topics) {
        this.access = access;
        this.evidence = evidence;
        this.assessment = assessment;
        this.materials = materials;
        this.ticks = ticks;
        this.sealing = sealing;
        this.topics = topics;
    }

    boolean has(OpenCase file) {
        return file.data().isPresent()
                || intake(file).isPresent()
                || !files(file).isEmpty();
    }

    private Optional<Intake> intake(OpenCase file) {
        return evidence.intake(file.record(), access.account())
                .filter(intake -> intake.occasion() != Occasion.VERIFICATION);
    }

    private List<EvidenceFile> files(OpenCase file) {
        return evidence.files(file.caseNumber(), file.reading()).stream()
                .filter(each -> each.occasion() != Occasion.VERIFICATION)
                .toList();
    }

    void fill(Model model, OpenCase file, Optional<FiledVersion> version) {
        List<EvidenceFile> files = files(file);
        Optional<Intake> intake = intake(file);
        Map<Long, EvidenceSeal> seals = sealing.ofCase(file.caseNumber(), file.reading()).stream()
                .collect(Collectors.toMap(EvidenceSeal::fileId, seal -> seal));
        Map<Proves, List<Line>> lines = lines(files, intake, seals);
        List<Condition> conditions = conditions(file);
        Map<String, ApplicationMaterial> asked = asked(version);
        Map<String, List<Tick>> said = ticks.of(file, version);
        Optional<Level> ticking = ticks.levelNow(file, version);
        model.addAttribute(
                "evidenceMaterials",
                Stream.of(MaterialKind.values())
                        .filter(kind -> file.data().isPresent()
                                || kind == MaterialKind.OTHER_EVIDENCE
                                || lines.containsKey(Proves.material(kind)))
                        .map(kind -> new Item(
                                kind.label(),
                                kind.article().toString(),
                                kind.code(),
                                null,
                                takes(intake, Proves.material(kind)) && kind != MaterialKind.RECOMMENDATION_LETTER,
                                lines.getOrDefault(Proves.material(kind), List.of()),
                                asked.get(kind.code()),
                                said.getOrDefault(kind.code(), List.of()),
                                ticking.filter(level ->
                                                level == Level.REGION || kind != MaterialKind.RECOMMENDATION_LETTER)
                                        .filter(level -> asked.containsKey(kind.code()))
                                        .orElse(null)))
                        .toList());
        model.addAttribute(
                "evidenceConditions",
                conditions.stream()
                        .map(each -> new Item(
                                each.label(),
                                each.article(),
                                null,
                                each.code(),
                                takes(intake, Proves.condition(each.code())),
                                lines.getOrDefault(Proves.condition(each.code()), List.of()),
                                null,
                                List.of(),
                                null))
                        .collect(Collectors.groupingBy(Item::article, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute(
                "evidenceCount", lines.values().stream().mapToInt(List::size).sum());
        model.addAttribute(
                "evidenceSize",
                size(files.stream().mapToLong(EvidenceFile::size).sum()));
        model.addAttribute(
                "evidenceLimited", intake.filter(now -> !now.closed().isEmpty()).isPresent());
        model.addAttribute("evidenceLargestFile", evidence.largestFile());
        model.addAttribute("evidenceLargestCase", evidence.largestCase());
        model.addAttribute("evidenceSeals", access.account().groups().contains(StaffGroup.OFFICERS));
        model.addAttribute("evidenceDecides", access.account().groups().contains(StaffGroup.LEADERS));
        model.addAttribute("evidenceTicking", ticking.orElse(null));
        List<ApplicationMaterial> unsaid = ticks.unsaid(version, ticking);
        model.addAttribute("evidenceUnsaid", unsaid.size());
        model.addAttribute(
                "evidenceUnsaidMissing",
                unsaid.stream().filter(ApplicationMaterial::missing).count());
        model.addAttribute("evidenceIntake", intake.orElse(null));
        model.addAttribute("evidenceConfirmed", NoSecret.confirmed(file.caseNumber()) != null);
        model.addAttribute("evidenceStatement", EvidenceIntake.NO_STATE_SECRET);
        model.addAttribute("evidenceAccepted", FileType.accepted());
        model.addAttribute("evidenceNamed", FileType.NAMED);
    }

    /** Those of the assessment and what else the case asks evidence of, together by article. */
    private List<Condition> conditions(OpenCase file) {
        return Stream.concat(
                        assessment.inCase(file.caseNumber()).conditions().stream(),
                        topics.stream()
                                .flatMap(each -> each.topics(file.caseNumber()).stream())
                                .map(topic -> new Condition(topic.code(), topic.label(), topic.article(), null)))
                .toList();
    }

    private Map<String, ApplicationMaterial> asked(Optional<FiledVersion> version) {
        return version.flatMap(each -> materials.of(each.submission())).map(MaterialCheck::materials).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(ApplicationMaterial::code, material -> material));
    }

    private static boolean takes(Optional<Intake> intake, Proves proves) {
        return intake.filter(now -> now.takes(proves)).isPresent();
    }

    /** Without their seals. */
    static Map<Proves, List<Line>> lines(List<EvidenceFile> files, Optional<Intake> intake) {
        return lines(files, intake, Map.of());
    }

    private static Map<Proves, List<Line>> lines(
            List<EvidenceFile> files, Optional<Intake> intake, Map<Long, EvidenceSeal> seals) {
        Map<Long, EvidenceFile> byId = files.stream().collect(Collectors.toMap(EvidenceFile::id, file -> file));
        return files.stream()
                .filter(file -> !byId.containsKey(file.replacedBy()))
                .map(file -> new Line(
                        file,
                        earlier(file, byId),
                        intake.filter(now -> now.occasion().sender()
                                        == file.occasion().sender())
                                .filter(now -> now.takes(file.proves()))
                                .isPresent(),
                        seals.get(file.id())))
                .collect(Collectors.groupingBy(line -> line.file().proves()));
    }

    private static List<EvidenceFile> earlier(EvidenceFile latest, Map<Long, EvidenceFile> byId) {
        List<EvidenceFile> earlier = new ArrayList<>();
        for (EvidenceFile each = byId.get(latest.replaces()); each != null; each = byId.get(each.replaces())) {
            earlier.add(each);
        }
        return earlier;
    }

    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " 字节";
        }
        return bytes < KILO * KILO ? Math.round(bytes / KILO) + " kB" : "%.1f MB".formatted(bytes / KILO / KILO);
    }
}

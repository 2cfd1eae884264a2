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
import org.smecluster.evidence.EvidenceService;
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
     * @param asked what 第十三条 asks of it in the version; null of a condition, and where nothing is asked
     */
    record Item(
            String label,
            String article,
            String material,
            String condition,
            boolean sent,
            List<Line> files,
            ApplicationMaterial asked) {

        /** Whether the person may say why nothing is there. */
        public boolean explained() {
            return sent && asked != null && asked.missing();
        }
    }

    /**
     * A file in its latest version.
     *
     * @param earlier versions, the latest first
     * @param sent whether it is of what the person hands in now
     */
    record Line(EvidenceFile file, List<EvidenceFile> earlier, boolean sent) {

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
            return file.scan() != ScanState.INFECTED;
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

    CaseEvidence(CaseAccess access, EvidenceService evidence, AssessmentService assessment, CaseMaterials materials) {
        this.access = access;
        this.evidence = evidence;
        this.assessment = assessment;
        this.materials = materials;
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
        Map<Proves, List<Line>> lines = lines(files, intake);
        List<Condition> conditions = assessment.conditions();
        boolean sent = intake.isPresent();
        Map<String, ApplicationMaterial> asked = asked(version);
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
                                sent && kind != MaterialKind.RECOMMENDATION_LETTER,
                                lines.getOrDefault(Proves.material(kind), List.of()),
                                asked.get(kind.code())))
                        .toList());
        model.addAttribute(
                "evidenceConditions",
                conditions.stream()
                        .map(each -> new Item(
                                each.label(),
                                each.article(),
                                null,
                                each.code(),
                                sent,
                                lines.getOrDefault(Proves.condition(each.code()), List.of()),
                                null))
                        .collect(Collectors.groupingBy(Item::article, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute(
                "evidenceCount", lines.values().stream().mapToInt(List::size).sum());
        model.addAttribute(
                "evidenceSize",
                size(files.stream().mapToLong(EvidenceFile::size).sum()));
        model.addAttribute("evidenceIntake", intake.orElse(null));
        model.addAttribute("evidenceConfirmed", NoSecret.confirmed(file.caseNumber()) != null);
        model.addAttribute("evidenceStatement", EvidenceIntake.NO_STATE_SECRET);
        model.addAttribute("evidenceAccepted", FileType.accepted());
        model.addAttribute("evidenceNamed", FileType.NAMED);
    }

    private Map<String, ApplicationMaterial> asked(Optional<FiledVersion> version) {
        return version.flatMap(each -> materials.of(each.submission())).map(MaterialCheck::materials).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(ApplicationMaterial::code, material -> material));
    }

    static Map<Proves, List<Line>> lines(List<EvidenceFile> files, Optional<Intake> intake) {
        Map<Long, EvidenceFile> byId = files.stream().collect(Collectors.toMap(EvidenceFile::id, file -> file));
        return files.stream()
                .filter(file -> !byId.containsKey(file.replacedBy()))
                .map(file -> new Line(
                        file,
                        earlier(file, byId),
                        intake.filter(now -> now.occasion().sender()
                                        == file.occasion().sender())
                                .isPresent()))
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

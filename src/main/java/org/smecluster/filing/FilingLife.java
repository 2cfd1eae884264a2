package org.smecluster.filing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.FindingWording;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.assessment.Stage;
import org.smecluster.filing.MaterialTick.Level;
import org.smecluster.law.Article;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.ClusterWorkbooks.FileNote;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.CasesOfCluster;
import org.smecluster.registry.ClusterCase;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifeDocuments;
import org.smecluster.registry.LifeEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifeSource;
import org.springframework.stereotype.Component;

/** What was submitted in a cluster's cases, the workbook with it, and every assessment that was made of it. */
@Component
class FilingLife implements LifeSource, LifeDocuments {

    private static final String SYSTEM = "系统";

    private final CasesOfCluster cases;
    private final Submissions submissions;
    private final Assessments assessments;
    private final ClusterWorkbooks workbooks;
    private final MaterialChecks checks;
    private final Clock clock;

    FilingLife(
            CasesOfCluster cases,
            Submissions submissions,
            Assessments assessments,
            ClusterWorkbooks workbooks,
            MaterialChecks checks,
            Clock clock) {
        this.cases = cases;
        this.submissions = submissions;
        this.assessments = assessments;
        this.workbooks = workbooks;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public List<LifeEntry> of(ClusterRecord cluster) {
        Map<Long, SubmissionVersion> versions =
                versions(cluster).stream().collect(Collectors.toMap(SubmissionVersion::id, Function.identity()));
        Map<Long, FileNote> files = workbooks.fileNotes(versions.keySet());
        List<LifeEntry> entries = new ArrayList<>();
        versions.values().stream()
                .filter(SubmissionVersion::frozen)
                .forEach(version -> entries.add(submitted(version, files.get(version.id()))));
        assessments
                .ofSubmissions(versions.keySet())
                .forEach(stored -> entries.add(assessed(stored, versions.get(stored.submissionId()))));
        Map<String, Boolean> closed = cases.of(cluster).stream()
                .collect(Collectors.toMap(ClusterCase::caseNumber, each -> each.closedAt() != null));
        checks.everyTick(versions.keySet()).stream()
                .collect(Collectors.groupingBy(
                        tick -> new Going(tick.submissionId(), tick.level(), tick.tickedByName(), day(tick.tickedAt())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((going, ticks) -> {
                    SubmissionVersion version = versions.get(going.submissionId());
                    entries.add(gone(going, ticks, version, closed.getOrDefault(version.caseNumber(), true)));
                });
        return entries;
    }

    /** What one reviewer said of a version's materials on one day. */
    private record Going(long submissionId, Level level, String by, LocalDate on) {}

    private LifeEntry gone(Going going, List<MaterialTick> ticks, SubmissionVersion version, boolean closed) {
        MaterialCheck check = checks.find(version.id()).orElse(new MaterialCheck(0, List.of()));
        Map<String, String> particulars = new LinkedHashMap<>();
        ticks.forEach(tick -> particulars.put(
                check.find(tick.code()).map(ApplicationMaterial::cited).orElse(tick.code()),
                tick.label() + (tick.reason() == null ? "" : "：" + tick.reason())));
        LifeEntry entry = new LifeEntry(
                going.on(),
                ticks.get(ticks.size() - 1).tickedAt(),
                "材料核对",
                going.level().label() + "核对第" + version.round() + "版材料",
                "逐项核对" + particulars.size() + "类材料。",
                particulars,
                Article.of(12, going.level() == Level.CITY ? 2 : 3).toString(),
                version.caseNumber(),
                null,
                going.by(),
                null);
        return entry.readBy(
                going.level() == Level.CITY ? LifeReader.internal(closed) : LifeReader.deliberation(closed));
    }

    private List<SubmissionVersion> versions(ClusterRecord cluster) {
        return submissions.ofCases(
                cases.of(cluster).stream().map(ClusterCase::caseNumber).toList());
    }

    private LifeEntry submitted(SubmissionVersion version, FileNote file) {
        Map<String, String> particulars = new LinkedHashMap<>();
        if (file != null) {
            particulars.put("数据表", file.fileName());
        }
        checks.find(version.id()).ifPresent(check -> {
            particulars.put(
                    "材料",
                    "有"
                            + check.materials().stream()
                                    .filter(ApplicationMaterial::held)
                                    .map(ApplicationMaterial::cited)
                                    .collect(Collectors.joining("、")));
            check.missing().stream()
                    .filter(missing -> missing.absence() != null)
                    .forEach(missing -> particulars.put(missing.cited(), "暂不能提供：" + missing.absence()));
        });
        particulars.put("第十条所列情形", version.noIncidents() ? "确认近三年未发生" : "有申报，见评估");
        if (version.explanation() != null && !version.explanation().isBlank()) {
            particulars.put("说明", version.explanation());
        }
        return new LifeEntry(
                day(version.submittedAt()),
                version.submittedAt(),
                "数据提交",
                version.round() == 1 ? "提交数据和声明" : "提交补正，第" + version.round() + "版",
                "第" + version.round() + "版数据和声明提交，此后不再改动。",
                particulars,
                article(version.caseNumber()),
                version.caseNumber(),
                null,
                version.submittedByName(),
                null);
    }

    private LifeEntry assessed(Assessments.Stored stored, SubmissionVersion version) {
        Assessment assessment = stored.assessment();
        Map<String, String> particulars = new LinkedHashMap<>();
        assessment.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.MET)
                .forEach(finding -> particulars.put(finding.label() + " " + finding.article(), missed(finding)));
        int number = 0;
        for (IncidentFinding finding : assessment.incidents()) {
            particulars.put("第十条情形" + ++number, incident(finding));
        }
        return new LifeEntry(
                day(assessment.at()),
                assessment.at(),
                "评估",
                label(stored.stage()) + "："
                        + Outcome.valueOf(assessment.overall()).label(),
                counted(assessment),
                particulars,
                Article.of(11).toString(),
                version.caseNumber(),
                null,
                SYSTEM,
                rules(assessment));
    }

    private static String label(Stage stage) {
        String sort =
                switch (stage.kind()) {
                    case CHECK -> "提交前核对";
                    case REVIEW -> "审查评估";
                    case REREVIEW -> "复审评估";
                    case ANNUAL -> "年度报送评估";
                };
        return sort + "第" + stage.number() + "次";
    }

    private static String counted(Assessment assessment) {
        Map<Outcome, Long> counts =
                assessment.findings().stream().collect(Collectors.groupingBy(Finding::outcome, Collectors.counting()));
        StringBuilder text = new StringBuilder("共" + assessment.findings().size() + "项条件");
        for (Outcome outcome : Outcome.values()) {
            text.append("，")
                    .append(outcome.label())
                    .append(counts.getOrDefault(outcome, 0L))
                    .append("项");
        }
        Boolean vetoed = assessment.vetoed();
        return text + "；第十条" + (vetoed == null ? "待人工判断。" : vetoed ? "有否决情形。" : "未被否决。");
    }

    private static String missed(Finding finding) {
        String shortfall = FindingWording.shortfall(finding);
        String reason = FindingWording.reason(finding);
        return finding.outcome().label() + "，为" + FindingWording.value(finding) + "，要求" + finding.requirement()
                + (shortfall == null ? "" : "，差距" + shortfall)
                + (reason == null ? "" : "（" + reason + "）");
    }

    private static String incident(IncidentFinding finding) {
        Incident incident = finding.incident();
        return incident.type().label()
                + (incident.level() == null ? "" : "（" + incident.level().label() + "）") + "，"
                + incident.enterpriseName() + "，" + incident.occurredOn() + "，"
                + (finding.vetoed() == null ? "待人工判断" : finding.vetoed() ? "否决" : "不否决");
    }

    /** By the article that each table carries out, for their names are the policy owner's. */
    private static String rules(Assessment assessment) {
        Map<String, TreeSet<Integer>> versions = new LinkedHashMap<>();
        assessment.findings().forEach(finding -> versions.computeIfAbsent(finding.article(), article -> new TreeSet<>())
                .add(finding.decisionVersion()));
        assessment.incidents().forEach(finding -> versions.computeIfAbsent(
                        finding.article(), article -> new TreeSet<>())
                .add(finding.decisionVersion()));
        String tables = versions.values().stream().distinct().count() == 1
                ? "各项条件决策表" + inWords(versions.values().iterator().next())
                : versions.entrySet().stream()
                        .map(each -> each.getKey() + "决策表" + inWords(each.getValue()))
                        .collect(Collectors.joining("，"));
        return "决策表“基本条件”第" + assessment.overallVersion() + "版" + (versions.isEmpty() ? "" : "，" + tables);
    }

    private static String inWords(TreeSet<Integer> versions) {
        return versions.stream().map(version -> "第" + version + "版").collect(Collectors.joining("、"));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private static String article(String caseNumber) {
        CaseKind kind = CaseKind.of(caseNumber).orElse(CaseKind.RD);
        return switch (kind) {
            case FH -> Article.of(14).toString();
            case BS -> Article.of(16).toString();
            default -> Article.of(13).toString();
        };
    }

    @Override
    public List<LifeDocument> documentsOf(ClusterRecord cluster) {
        List<SubmissionVersion> versions = versions(cluster);
        Map<Long, FileNote> files =
                workbooks.fileNotes(versions.stream().map(SubmissionVersion::id).toList());
        return versions.stream()
                .filter(version -> version.frozen() && files.containsKey(version.id()))
                .map(version -> new LifeDocument(
                        version.caseNumber(),
                        "数据表-第" + version.round() + "版-"
                                + files.get(version.id()).fileName(),
                        "第" + version.round() + "版数据表，原件",
                        version.submittedAt(),
                        LifeReader.UNIT,
                        () -> new ByteArrayInputStream(
                                workbooks.file(version.id()).orElseThrow().content())))
                .toList();
    }
}

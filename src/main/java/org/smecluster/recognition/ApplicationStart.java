package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.filing.Filing;
import org.smecluster.filing.Submissions;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an application begins: who may apply, in which batch, until when. */
@Service
@Transactional
public class ApplicationStart {

    private final Applications applications;
    private final Filing filing;
    private final Submissions submissions;
    private final ClusterRegistry registry;
    private final Batches batches;
    private final Units units;
    private final ClusterExtents extents;
    private final ApplicationCases cases;
    private final Clock clock;

    ApplicationStart(
            Applications applications,
            Filing filing,
            Submissions submissions,
            ClusterRegistry registry,
            Batches batches,
            Units units,
            ClusterExtents extents,
            ApplicationCases cases,
            Clock clock) {
        this.applications = applications;
        this.filing = filing;
        this.submissions = submissions;
        this.registry = registry;
        this.batches = batches;
        this.units = units;
        this.extents = extents;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Opens an application in the batch that accepts today, with its first, empty version.
     *
     * @throws Refusal where the starter stands for no one unit, no batch accepts, the form contradicts itself or the
     *     unit has an open application for the cluster
     */
    @LegalBasis(article = 12, item = 1)
    @LegalBasis(article = 13)
    public Application open(ApplicationForm entered, Account starter) {
        Unit unit = unitOf(starter);
        Batch batch = acceptingToday();
        ApplicationForm form =
                entered.clusterNumber() == null ? entered : entered.about(inPool(entered.clusterNumber(), unit));
        List<String> others = form.crossCounty() ? otherCounties(form, unit) : List.of();
        ApplicantType type = ApplicantType.of(unit);
        form.checkFor(type, others);
        Extent extent = form.crossCounty() ? extents.read(form, unit, others) : null;
        applications.openOf(batch.id(), unit.code(), form.clusterName()).ifPresent(open -> {
            throw new Refusal("本单位在批次" + batch.batchNumber() + "中已为“" + form.clusterName() + "”申报（案号"
                    + open.caseNumber() + "，" + open.state().label() + "），请在该案中办理，或先撤回后重新申报");
        });
        CaseRecord opened = cases.open(
                new NewCase(
                        CaseKind.RD,
                        knownAs(form, unit),
                        form.clusterName(),
                        unit.group(),
                        units.cityOf(unit.code()).group(),
                        batch.batchNumber(),
                        ApplicationState.DRAFT.label()),
                batch.year(),
                starter);
        Application application = applications.insert(new Application(
                0,
                opened.caseNumber(),
                batch.id(),
                batch.year(),
                unit.code(),
                opened.applicantGroup(),
                opened.cityGroup(),
                type,
                form.clusterName(),
                form.leadingIndustry(),
                form.crossCounty(),
                others,
                extent == null ? null : largest(extent, unit),
                form.designatedByCity(),
                form.designationDocument(),
                null,
                null,
                ApplicationState.DRAFT,
                null,
                clock.instant(),
                null,
                0,
                null,
                form.clusterNumber()));
        if (extent != null) {
            extents.save(application.id(), extent);
        }
        openVersion(application);
        String fromPool =
                form.clusterNumber() == null ? "" : "，由培育库集群" + form.clusterNumber() + "申报，沿用其名称和主导产业；认定后编号不变（第六条）";
        cases.add(
                application,
                CaseEntry.of(
                                EntryKind.APPLICATION,
                                "opened",
                                "提出认定申报",
                                unit.name() + "在批次" + batch.batchNumber() + "中发起申报" + fromPool)
                        .under(Article.of(12, 1))
                        .with("集群名称", form.clusterName())
                        .with("主导产业", form.leadingIndustry())
                        .with("申报主体", unit.name() + "（" + type.label() + "）")
                        .with("各县（市、区）产值", extent == null ? null : extents.outputs(extent))
                        .with("相邻情况", extent == null ? null : extents.doubt(extent))
                        .with("申报通知", batch.noticeNumber() + "（批次" + batch.batchNumber() + "）"),
                starter);
        return application;
    }

    /** The cluster of the registry that the case is about; null where the registry knows none. */
    private String knownAs(ApplicationForm form, Unit unit) {
        return form.clusterNumber() != null
                ? form.clusterNumber()
                : registry.named(unit.group(), form.clusterName())
                        .map(ClusterRecord::clusterNumber)
                        .orElse(null);
    }

    /** Locked, so that no second application begins meanwhile. */
    @LegalBasis(article = 6)
    private ClusterRecord inPool(String clusterNumber, Unit unit) {
        registry.find(clusterNumber)
                .filter(known -> known.applicantGroup().equals(unit.group()))
                .orElseThrow(() -> new Refusal("本单位没有编号为" + clusterNumber + "的集群，请在集群名录中核对培育库集群编号；不从培育库申报的，不填此项"));
        ClusterRecord cluster = registry.lock(clusterNumber);
        whyNot(cluster).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        return cluster;
    }

    /** Why the unit's cluster cannot be applied for from the pool; empty where it can. */
    @LegalBasis(article = 6)
    Optional<String> whyNot(ClusterRecord cluster) {
        String named = "集群“" + cluster.name() + "”（" + cluster.clusterNumber() + "）";
        if (cluster.state() != ClusterState.CULTIVATED) {
            return Optional.of(named + "现为“" + cluster.state().label() + "”，不在培育库中，不能从培育库申报（第六条）");
        }
        return applications
                .openFor(cluster.clusterNumber())
                .map(open -> named + "已在申报（案号" + open.caseNumber() + "，"
                        + open.state().label() + "），请在该案中办理，或先撤回后重新申报");
    }

    /** Why nobody can apply today; empty where the window of a batch is open. */
    @LegalBasis(article = 13)
    Optional<String> whyNotToday() {
        LocalDate today = LocalDate.now(clock);
        return batches.acceptingOn(today).isPresent() ? Optional.empty() : Optional.of(notAccepting(today));
    }

    /** With the declarations that the cluster handed in last, where it is known and handed in any. */
    private void openVersion(Application application) {
        Optional.ofNullable(application.poolCluster())
                .flatMap(submissions::latestOfCluster)
                .ifPresentOrElse(
                        earlier -> filing.openFrom(application.caseNumber(), earlier.id()),
                        () -> filing.open(application.caseNumber()));
    }

    private Unit unitOf(Account starter) {
        List<Unit> own = starter.groups().stream()
                .flatMap(group -> units.ofGroup(group).stream())
                .filter(unit -> !unit.level().recommends())
                .toList();
        if (own.isEmpty()) {
            throw new Refusal("您的账号不属于任何县级主管部门、园区管委会或运营管理机构，不能作为申报主体（第十二条(一)）。请使用申报主体的账号登录，或联系系统管理员调整所在的组");
        }
        if (own.size() > 1) {
            throw new Refusal("您的账号同时属于" + own.stream().map(Unit::name).collect(Collectors.joining("、"))
                    + "，无法确定申报主体。请联系系统管理员，使账号只属于一个申报单位");
        }
        return own.get(0);
    }

    private Batch acceptingToday() {
        LocalDate today = LocalDate.now(clock);
        return batches.acceptingOn(today).orElseThrow(() -> new Refusal(notAccepting(today)));
    }

    private String notAccepting(LocalDate today) {
        String refused = "今天（" + today + "）不在申报期内，不能发起申报（第十三条）。";
        Optional<Batch> next = batches.all().stream()
                .filter(batch ->
                        batch.state() == BatchState.OPEN && batch.windowStart().isAfter(today))
                .min(Comparator.comparing(Batch::windowStart));
        if (next.isPresent()) {
            return refused + "下一批次的申报期为" + window(next.get()) + "，请届时申报";
        }
        return batches.all().stream()
                .max(Comparator.comparing(Batch::windowEnd))
                .map(last -> refused + "最近一批次的申报期为" + window(last) + "，已经结束，请留意自治区工业和信息化厅的下一次通知")
                .orElse(refused + "目前还没有开设批次，请留意自治区工业和信息化厅的通知");
    }

    private static String window(Batch batch) {
        return batch.windowStart() + "至" + batch.windowEnd() + "（" + batch.noticeNumber() + "，" + batch.batchNumber()
                + "）";
    }

    private Boolean largest(Extent extent, Unit unit) {
        return extents.countyOf(unit).map(own -> extent.isLargest(own.code())).orElse(null);
    }

    private List<String> otherCounties(ApplicationForm form, Unit unit) {
        String own = extents.countyOf(unit).map(Unit::code).orElse("");
        return form.involvedCounties().stream()
                .filter(code -> !code.equals(own))
                .distinct()
                .sorted()
                .toList();
    }

    /** Last moment of the first version: the end of the batch's window. */
    @LegalBasis(article = 13)
    public LocalDate lastDayToSubmit(Application application) {
        return batches.find(application.batchId()).orElseThrow().windowEnd();
    }

    /**
     * Keeps what the table said of the applicant.
     *
     * @throws Refusal where it could not say: what cannot be judged is neither eligible nor ineligible
     */
    @LegalBasis(article = 12, item = 1)
    public void recordEligibility(long applicationId, Boolean eligible, String reason) {
        if (eligible == null) {
            throw new Refusal(reason);
        }
        applications.eligibility(applicationId, eligible, reason);
    }
}

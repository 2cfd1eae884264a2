package org.smecluster.cultivation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.Forwarding;
import org.smecluster.casework.NewCase;
import org.smecluster.cultivation.CultivationPlan.Work;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.registry.PoolAdmission;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Admission to the cultivation pool, the yearly progress in it, and leaving it. */
@Service
@Transactional
@LegalBasis(article = 5)
@LegalBasis(article = 6)
public class CultivationService {

    private static final Article BASIS = Article.of(6);

    private final ClusterRegistry registry;
    private final PoolApplications applications;
    private final Casework casework;
    private final Cases cases;
    private final Notifications notifications;
    private final Units units;
    private final Remedies remedies;
    private final Clock clock;

    CultivationService(
            ClusterRegistry registry,
            PoolApplications applications,
            Casework casework,
            Cases cases,
            Notifications notifications,
            Units units,
            Remedies remedies,
            Clock clock) {
        this.registry = registry;
        this.applications = applications;
        this.casework = casework;
        this.cases = cases;
        this.notifications = notifications;
        this.units = units;
        this.remedies = remedies;
        this.clock = clock;
    }

    /**
     * Opens an application for the pool.
     *
     * @throws Refusal where the person is of no county or park, the cluster is another's, in the pool or recognised, has a
     *     number already that is not given, or is being applied for
     */
    public CaseRecord open(PoolApplication application, Account by) {
        Unit unit = units.all().stream()
                .filter(each -> !each.level().recommends() && by.groups().contains(each.group()))
                .findFirst()
                .orElseThrow(() -> new Refusal("入库由县（市、区）或园区申请（第六条），您不在其中"));
        if (application.clusterNumber() != null) {
            ClusterRecord known = registry.find(application.clusterNumber())
                    .filter(cluster -> cluster.applicantGroup().equals(unit.group()))
                    .orElseThrow(() -> new Refusal("本单位没有编号为" + application.clusterNumber() + "的集群，请核对集群名录"));
            whyNot(known).ifPresent(reason -> {
                throw new Refusal(reason);
            });
        }
        refuseTwice(application, unit.group());
        CaseRecord opened = casework.open(
                new NewCase(
                        CaseKind.PY,
                        application.clusterNumber(),
                        application.clusterName(),
                        unit.group(),
                        units.cityOf(unit.code()).group(),
                        null,
                        "待填报规划和培育工作"),
                by);
        applications.insert(opened.caseNumber(), application);
        casework.add(
                opened.caseNumber(),
                CaseEntry.of(EntryKind.APPLICATION, "request", "申请入库", application.profile())
                        .under(BASIS)
                        .with("主导产业", application.leadingIndustry())
                        .with("上年总产值（亿元）", application.latestOutput())
                        .with("企业数（家）", application.enterpriseCount()),
                by);
        return opened;
    }

    /** Why the unit's cluster cannot be applied for; empty where it can. */
    Optional<String> whyNot(ClusterRecord known) {
        if (!registry.permits(ClusterRight.CULTIVATION, known)) {
            return Optional.of("集群“" + known.name() + "”现为“" + known.state().label() + "”，不需要再申请入库（第六条）");
        }
        return cases.open(CaseKind.PY, known.clusterNumber()).stream()
                .findFirst()
                .map(CultivationService::openAlready);
    }

    private static String openAlready(CaseRecord open) {
        return "集群“" + open.clusterName() + "”的入库申请已在办理（" + open.caseNumber() + "），不能重复申请";
    }

    /** A cluster has one number for life, and one application at a time. */
    private void refuseTwice(PoolApplication application, String unit) {
        if (application.clusterNumber() == null) {
            registry.all().stream()
                    .filter(cluster -> cluster.applicantGroup().equals(unit)
                            && cluster.name().equals(application.clusterName()))
                    .findFirst()
                    .ifPresent(known -> {
                        throw new Refusal("本单位的集群“" + known.name() + "”已有编号" + known.clusterNumber() + "（"
                                + known.state().label() + "），终身不变，请在“原集群编号”中填写");
                    });
        }
        cases.openOf(CaseKind.PY, unit).stream()
                .filter(each -> application.clusterNumber() == null
                        && each.clusterName().equals(application.clusterName()))
                .findFirst()
                .ifPresent(open -> {
                    throw new Refusal(openAlready(open));
                });
    }

    /** The six lines as last entered, for the form after a return; empty before. */
    @Transactional(readOnly = true)
    public Map<CultivationLine, Work> lines(String caseNumber) {
        return applications.lines(caseNumber);
    }

    public void enterPlan(String caseNumber, CultivationPlan plan, Account by) {
        applications.put(caseNumber, plan);
        CaseEntry entry = CaseEntry.of(EntryKind.APPLICATION, "plan", "发展规划和培育工作", plan.developmentPlan())
                .under(Article.of(5));
        for (CultivationLine line : CultivationLine.values()) {
            entry = entry.with(
                    line.article() + " " + line.label(), plan.lines().get(line).inWords());
        }
        casework.say(caseNumber, entry, by);
    }

    public void guide(String caseNumber, Forwarding forwarding, String opinion, Account by) {
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.OPINION, "city", "市级意见", opinion)
                        .under(BASIS)
                        .with("处理", forwarding == Forwarding.FORWARD ? "转报自治区" : "退回完善"),
                by);
    }

    /**
     * @param admitted whether the cluster is to enter the pool
     * @throws Refusal where it is to, and has been recognised or admitted meanwhile
     */
    public void decide(String caseNumber, boolean admitted, String decision, String reason, Account by) {
        String number = casework.get(caseNumber).clusterNumber();
        if (admitted && number != null) {
            ClusterRecord cluster = registry.lock(number);
            if (!registry.permits(ClusterRight.CULTIVATION, cluster)) {
                throw new Refusal(
                        "集群“" + cluster.name() + "”现为“" + cluster.state().label() + "”，不能再入库；请选择“不予入库”并写明情况");
            }
        }
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, "decision", "入库决定", reason)
                        .under(BASIS)
                        .with("决定", decision)
                        .bearing(
                                admitted
                                        ? null
                                        : remedies.of(
                                                DecisionKind.POOL_REFUSED,
                                                casework.get(caseNumber).cityGroup())),
                by);
    }

    /** Enters the cluster in the pool and tells its unit and city. @return its number for life */
    public String admit(String caseNumber) {
        CaseRecord record = casework.get(caseNumber);
        Unit unit = units.ofGroup(record.applicantGroup()).orElseThrow();
        Unit city = units.cityOf(unit.code());
        ClusterRecord admitted = registry.admit(new PoolAdmission(
                caseNumber,
                record.clusterNumber(),
                record.clusterName(),
                applications.leadingIndustry(caseNumber),
                units.countyOf(unit.code()).map(Unit::code).orElse(city.code() + "00"),
                city.code(),
                unit.group(),
                today()));
        casework.name(caseNumber, admitted.clusterNumber());
        casework.stand(caseNumber, "在库培育");
        notifications.tell(
                record.parties(),
                caseNumber,
                "admitted",
                "集群“%s”已纳入自治区集群培育库，编号%s（第六条）。".formatted(record.clusterName(), admitted.clusterNumber()));
        return admitted.clusterNumber();
    }

    /**
     * @param year that the progress is of; it is told once
     * @param leaves whether the unit asks to leave the pool
     */
    public void reportProgress(
            String caseNumber, int year, BigDecimal latestOutput, String progress, boolean leaves, Account by) {
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.APPLICATION, "progress-" + year, "年度培育进展", progress)
                        .under(Article.of(5))
                        .with("年度", year)
                        .with("当年总产值（亿元）", latestOutput)
                        .with("意愿", leaves ? "申请出库" : "继续培育"),
                by);
    }

    /** @throws Refusal where a cluster that has been recognised meanwhile is to be removed: its case ends by that */
    public void reviewProgress(String caseNumber, boolean removed, String opinion, Account by) {
        ClusterRecord cluster = registry.get(casework.get(caseNumber).clusterNumber());
        if (removed && cluster.state().inForce()) {
            throw new Refusal("集群“" + cluster.name() + "”已被认定，不需要出库；请选择“继续培育”，本案随即以认定办结");
        }
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.OPINION, "review", "进展审阅", opinion)
                        .under(BASIS)
                        .with("处理", removed ? "出库" : "继续培育"),
                by);
        if (!removed) {
            casework.stand(caseNumber, "在库培育");
        }
    }

    /** Takes the cluster out of the pool, closes the case and tells its unit and city. */
    public void leave(String caseNumber, String reason) {
        CaseRecord record = casework.get(caseNumber);
        registry.leavePool(record.clusterNumber(), today(), reason, caseNumber);
        casework.close(caseNumber, "LEFT", "已出库", reason);
        notifications.tell(
                record.parties(), caseNumber, "left", "集群“%s”已从自治区集群培育库出库。%s".formatted(record.clusterName(), reason));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.smecluster.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.smecluster.engine.StandIns;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deputies for absence: entered, ended early, and asked after whenever one acts. */
@Service
@Transactional
public class DeputyService implements StandIns {

    private static final int LONGEST_REASON = 200;
    private static final Set<Role> WITH_DEPUTIES =
            Set.of(Role.APPLICANT, Role.CITY, Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER);

    private final Deputyships deputyships;
    private final Departures departures;
    private final Accounts accounts;
    private final Clock clock;
    private final int longestDays;

    DeputyService(
            Deputyships deputyships,
            Departures departures,
            Accounts accounts,
            Clock clock,
            @Value("${smecluster.deputies.longest-days:60}") int longestDays) {
        this.deputyships = deputyships;
        this.departures = departures;
        this.accounts = accounts;
        this.clock = clock;
        this.longestDays = longestDays;
    }

    /** What stands against it, by field: {@code absent}, {@code deputy}, {@code from}, {@code until}, {@code reason}. */
    @Transactional(readOnly = true)
    public Map<String, String> problems(DeputyEntry entry) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<Account> absent = account(entry.absent());
        if (absent.isEmpty() || delegable(absent.get()).isEmpty()) {
            problems.put("absent", "请选择被代办人：县（市、区）、园区、市级或自治区的工作人员");
        } else {
            checkDeputy(absent.get(), entry, problems);
        }
        checkDays(entry, problems);
        if (entry.reason() == null || entry.reason().isBlank()) {
            problems.put("reason", "请填写事由，例如“出差”“休假”");
        } else if (entry.reason().strip().length() > LONGEST_REASON) {
            problems.put("reason", "事由不能超过" + LONGEST_REASON + "字");
        }
        if (!problems.containsKey("from") && !problems.containsKey("until") && !problems.containsKey("absent")) {
            checkOverlaps(entry, problems);
        }
        return problems;
    }

    @LegalBasis(article = 12, item = 3)
    private void checkDeputy(Account absent, DeputyEntry entry, Map<String, String> problems) {
        Optional<Account> deputy = account(entry.deputy());
        if (deputy.isEmpty()) {
            problems.put("deputy", "请选择代办人");
        } else if (deputy.get().userId().equals(absent.userId())) {
            problems.put("deputy", "代办人不能是本人，请选择本单位同岗位的另一位工作人员");
        } else if (departures.closed(deputy.get().userId())) {
            problems.put("deputy", deputy.get().displayName() + "的账号已停用，不能代办，请另选");
        } else if (shared(absent, deputy.get()).isEmpty()) {
            problems.put("deputy", whyNot(absent, deputy.get()));
        }
    }

    private static String whyNot(Account absent, Account deputy) {
        if (is(absent, Role.PROVINCE_LEADER)) {
            return "审定由自治区审定人员决定（第十二条(三)），只能由另一位审定人员代办";
        }
        if (is(deputy, Role.PROVINCE_LEADER)) {
            return "审定人员不代办他人的工作（第十二条(三)），请选择本单位同岗位的工作人员";
        }
        return deputy.displayName() + "不是本单位同岗位的工作人员，不能代办，请另选";
    }

    private void checkDays(DeputyEntry entry, Map<String, String> problems) {
        if (entry.from() == null) {
            problems.put("from", "请填写开始日期，格式为年-月-日");
        }
        if (entry.until() == null) {
            problems.put("until", "请填写结束日期，格式为年-月-日");
        } else if (entry.until().isBefore(today())) {
            problems.put("until", "结束日期已经过去，请改正");
        } else if (entry.from() != null && entry.until().isBefore(entry.from())) {
            problems.put("until", "结束日期早于开始日期，请改正");
        } else if (entry.from() != null && ChronoUnit.DAYS.between(entry.from(), entry.until()) >= longestDays) {
            problems.put("until", "一次授权最长" + longestDays + "天，请缩短；离岗时间更长的，请系统管理员办理移交");
        }
    }

    private void checkOverlaps(DeputyEntry entry, Map<String, String> problems) {
        deputyships.of(entry.absent()).stream()
                .filter(other -> other.absent().equals(entry.absent()) && other.overlaps(entry.from(), entry.until()))
                .findFirst()
                .ifPresent(other ->
                        problems.put("from", "与" + other.from() + "至" + other.until() + "的授权重叠，请调整日期，或先撤销那一项"));
        if (!problems.containsKey("deputy")) {
            deputyships.of(entry.deputy()).stream()
                    .filter(other ->
                            other.absent().equals(entry.deputy()) && other.overlaps(entry.from(), entry.until()))
                    .findFirst()
                    .ifPresent(other -> problems.put(
                            "deputy",
                            name(entry.deputy()) + "在" + other.from() + "至" + other.until() + "也委托了他人代办，请另选"));
        }
    }

    /** @throws Refusal with all of {@link #problems}, or where it is neither one's own nor entered by an administrator */
    public long enter(DeputyEntry entry, Account by) {
        requireMayDecideFor(entry.absent(), by);
        if (entry.absent() != null) {
            deputyships.lock(entry.absent());
        }
        Map<String, String> problems = problems(entry);
        if (!problems.isEmpty()) {
            throw new Refusal(List.copyOf(problems.values()));
        }
        return deputyships.insert(entry, by.userId());
    }

    /** Ends it before its last day; one that is over or revoked stays as it is. */
    public void revoke(long id, Account by) {
        Deputyship deputyship = deputyships.find(id).orElseThrow(() -> new Refusal("没有这项代办授权，请刷新页面"));
        requireMayDecideFor(deputyship.absent(), by);
        if (deputyship.open(today())) {
            deputyships.revoke(id, by.userId());
        }
    }

    /** Whether the person may decide on deputies of the absent one. */
    public boolean mayDecideFor(String absent, Account by) {
        return by.userId().equals(absent) || is(by, Role.ADMINISTRATOR);
    }

    private void requireMayDecideFor(String absent, Account by) {
        if (!mayDecideFor(absent, by)) {
            throw new Refusal("代办授权只能由本人或系统管理员登记和撤销");
        }
    }

    /** Whether the deputy may act for the absent one today, both being still of one unit and role. */
    @Transactional(readOnly = true)
    public boolean standsInFor(String deputy, String absent) {
        return absentOnesOf(deputy).contains(absent);
    }

    /** For whom the person may act today. */
    @Transactional(readOnly = true)
    public Set<String> absentOnesOf(String deputy) {
        LocalDate today = today();
        Set<String> absent = new TreeSet<>();
        for (Deputyship each : deputyships.of(deputy)) {
            if (each.deputy().equals(deputy) && each.stands(today) && sharesGroup(each)) {
                absent.add(each.absent());
            }
        }
        return absent;
    }

    private boolean sharesGroup(Deputyship deputyship) {
        return accounts.find(deputyship.absent())
                .flatMap(absent -> accounts.find(deputyship.deputy()).map(deputy -> shared(absent, deputy)))
                .filter(shared -> !shared.isEmpty())
                .isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<Deputyship> find(long id) {
        return deputyships.find(id);
    }

    @Transactional(readOnly = true)
    public List<Deputyship> of(String userId) {
        return deputyships.of(userId);
    }

    @Transactional(readOnly = true)
    public List<Deputyship> open() {
        return deputyships.open(today());
    }

    /** Who can be the person's deputy. */
    @Transactional(readOnly = true)
    public List<Account> candidates(Account absent) {
        List<Account> found = new ArrayList<>();
        for (String group : delegable(absent)) {
            for (Account member : accounts.inGroup(group)) {
                if (!member.userId().equals(absent.userId())
                        && !departures.closed(member.userId())
                        && !found.contains(member)) {
                    found.add(member);
                }
            }
        }
        return found;
    }

    public void acted(String taskId, String taskName, String caseNumber, String absent, String deputy) {
        deputyships.acted(taskId, taskName, caseNumber, absent, deputy);
    }

    @Transactional(readOnly = true)
    public List<DeputyAct> acts(String userId, int most) {
        return deputyships.acts(userId, most);
    }

    /** As shown on screen; the id of one who is gone. */
    public String name(String userId) {
        return accounts.find(userId).map(Account::displayName).orElse(userId);
    }

    private static List<String> shared(Account absent, Account deputy) {
        return delegable(absent).stream().filter(delegable(deputy)::contains).toList();
    }

    private static List<String> delegable(Account account) {
        return account.groups().stream()
                .filter(group -> Role.of(group).filter(WITH_DEPUTIES::contains).isPresent())
                .toList();
    }

    private static boolean is(Account account, Role role) {
        return account.groups().stream()
                .anyMatch(group -> Role.of(group).filter(role::equals).isPresent());
    }

    private Optional<Account> account(String userId) {
        return userId == null || userId.isBlank() ? Optional.empty() : accounts.find(userId);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

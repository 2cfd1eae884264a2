package org.smecluster.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the roster of experts. What it says of an expert's county and enterprises decides who may judge which cluster,
 * so that it is checked before it is kept.
 */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class ExpertRoster {

    private final Experts experts;
    private final Checks checks;
    private final ReviewProcedures procedures;
    private final Accounts accounts;
    private final Units units;

    ExpertRoster(Experts experts, Checks checks, ReviewProcedures procedures, Accounts accounts, Units units) {
        this.experts = experts;
        this.checks = checks;
        this.procedures = procedures;
        this.accounts = accounts;
        this.units = units;
    }

    /**
     * @param expert as typed: no field null but the county, which may also be empty, and is then refused
     * @throws Refusal with everything that stands against it
     */
    public void add(Expert expert) {
        List<String> reasons = check(expert);
        if (find(expert.userId()).isPresent()) {
            reasons.add("账号“" + expert.userId() + "”已在名册中，请在名册里点“修改”");
        }
        keep(expert, reasons);
    }

    /** @throws Refusal with everything that stands against it */
    public void alter(Expert expert) {
        List<String> reasons = check(expert);
        if (find(expert.userId()).isEmpty()) {
            reasons.add("账号“" + expert.userId() + "”不在名册中，可能已被他人删除，请重新添加");
        }
        keep(expert, reasons);
    }

    /**
     * Opinions given stay with their cases.
     *
     * @throws Refusal while an opinion of the expert is outstanding
     */
    public void remove(String userId) {
        Expert expert = find(userId).orElseThrow(() -> new Refusal("账号“" + userId + "”不在名册中，可能已被他人删除"));
        List<String> outstanding = checks.assignedTo(userId).stream()
                .filter(caseNumber -> checks.experts(caseNumber).stream()
                        .anyMatch(asked -> asked.expertId().equals(userId) && !asked.given() && !asked.declined()))
                .filter(caseNumber -> procedures
                        .find(caseNumber)
                        .filter(reviewed -> !reviewed.closed())
                        .isPresent())
                .toList();
        if (!outstanding.isEmpty()) {
            throw new Refusal(expert.name() + "还有评审意见未提交（" + String.join("、", outstanding) + "），请在提交后再从名册中删除");
        }
        experts.remove(userId);
    }

    @Transactional(readOnly = true)
    public Optional<Expert> find(String userId) {
        return experts.all().stream()
                .filter(expert -> expert.userId().equals(userId))
                .findFirst();
    }

    private void keep(Expert expert, List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        experts.put(expert);
    }

    private List<String> check(Expert expert) {
        List<String> reasons = new ArrayList<>();
        checkAccount(expert.userId(), reasons);
        checkText("姓名", expert.name(), 60, reasons);
        checkText("单位", expert.organisation(), 200, reasons);
        if ("".equals(expert.countyCode())) {
            reasons.add("请选择工作或居住的县（市、区）；不在宁夏的，选“宁夏以外”");
        } else if (expert.countyCode() != null
                && units.counties().stream().map(Unit::code).noneMatch(expert.countyCode()::equals)) {
            reasons.add("所在县（市、区）“" + expert.countyCode() + "”不在本区的县级单位之列，请重新选择");
        }
        expert.ties().stream()
                .filter(code -> !CreditCode.isValid(code))
                .sorted()
                .forEach(code -> reasons.add("统一社会信用代码“" + code + "”不正确，请核对18位代码"));
        return reasons;
    }

    private void checkAccount(String userId, List<String> reasons) {
        if (userId.isBlank()) {
            reasons.add("请填写账号");
            return;
        }
        Optional<Account> account = accounts.find(userId);
        if (account.isEmpty()) {
            reasons.add("没有账号“" + userId + "”，请核对，或请系统管理员先建立账号");
        } else if (!account.get().groups().contains(StaffGroup.EXPERTS)) {
            reasons.add("账号“" + userId + "”（" + account.get().displayName() + "）不在专家组，请系统管理员先将其加入专家组（expert）");
        }
    }

    private static void checkText(String label, String text, int longest, List<String> reasons) {
        if (text.isBlank()) {
            reasons.add("请填写" + label);
        } else if (text.length() > longest) {
            reasons.add(label + "不能超过" + longest + "字");
        }
    }
}

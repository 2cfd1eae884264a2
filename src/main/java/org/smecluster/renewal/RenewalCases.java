package org.smecluster.renewal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.CaseRecord;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** Reviews as cases: how they are withdrawn, which is free to the unit (第十四条). */
@Component
class RenewalCases implements CaseProcedure {

    private static final Withdrawal WITHDRAWAL = new Withdrawal(
            "撤回申请",
            "复核是自愿的（第十四条）：审定决定或者公示开始以前，申报主体可以撤回。撤回后本案结束，不能恢复；有效期届满前，以及届满后复核轮次截止以前，可以重新申请；轮次已截止的，认定随即失效。已提交的材料和意见继续存档。");

    private final RenewalService renewals;

    RenewalCases(RenewalService renewals) {
        this.renewals = renewals;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.FH;
    }

    @Override
    public String title(CaseRecord record) {
        return "期满复核案件";
    }

    @Override
    public String process(CaseRecord record) {
        return "renewalReview";
    }

    @Override
    public String paper() {
        return "期满复核申请表";
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.OPINIONS);
    }

    @Override
    public Optional<Withdrawal> withdrawal(CaseRecord record) {
        return renewals.withdrawable(record.caseNumber()) ? Optional.of(WITHDRAWAL) : Optional.empty();
    }

    @Override
    public void withdraw(String caseNumber, String reason, Account by) {
        renewals.withdraw(caseNumber, reason, by);
    }
}

package org.smecluster.change;

import java.util.List;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.change.ChangeFilings.Filing;
import org.smecluster.law.LegalBasis;
import org.smecluster.paper.CaseFacts;
import org.smecluster.paper.PaperDesk;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.springframework.stereotype.Component;

/** The receipt for a change, once it is entered in the registry. */
@Component
@LegalBasis(article = 15)
class ChangePapers implements PaperDesk {

    private final CaseFacts cases;
    private final Casework casework;
    private final ChangeFilings filings;

    ChangePapers(CaseFacts cases, Casework casework, ChangeFilings filings) {
        this.cases = cases;
        this.casework = casework;
        this.filings = filings;
    }

    @Override
    public boolean makes(String number) {
        return PaperDesk.isOf(CaseKind.BG, number);
    }

    @Override
    public List<PaperDraft> drafts(String caseNumber) {
        CaseRecord record = cases.record(caseNumber);
        return casework.entries(caseNumber).stream()
                .filter(entry -> entry.isOf("region"))
                .reduce((earlier, later) -> later)
                .filter(entry -> record.closed() && entry.concludes(Registration.REGISTER))
                .map(entry -> List.of(receipt(record, entry, filings.get(caseNumber))))
                .orElse(List.of());
    }

    private PaperDraft receipt(CaseRecord record, CaseEntry decision, Filing filing) {
        return PaperDraft.of(
                PaperKind.CHANGE_RECEIPT,
                "1",
                null,
                cases.of(record)
                        .with("集群编号", record.clusterNumber())
                        .with("变动事项", filing.kind().label())
                        .with("变动日期", filing.changedOn())
                        .with("变动后", filing.newValue())
                        .with("提交日期", filing.submittedOn())
                        .with("备案截止", filing.lastDay() == null ? "没有期限" : filing.lastDay())
                        .with("是否按时", filing.lastDay() == null ? null : filing.late(filing.submittedOn()) ? "逾期" : "按时")
                        .with(
                                "是否重大变动",
                                filing.significance() == null
                                        ? null
                                        : filing.significance().label())
                        .with("意见", decision.text())
                        .with("经办人", decision.authorName())
                        .with("登记日期", CaseFacts.day(record.closedAt())));
    }
}

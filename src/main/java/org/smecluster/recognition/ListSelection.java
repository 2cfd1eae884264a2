package org.smecluster.recognition;

import java.time.Clock;
import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.recognition.Selections.Selection;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 择优: a leader decides on each re-reviewed application of a batch, beside the task, until that task is completed. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class ListSelection {

    private static final String LEADER = "province-leader";
    private static final int LONGEST_REASON = 1000;

    private final Batches batches;
    private final Applications applications;
    private final Selections selections;
    private final Clock clock;

    ListSelection(Batches batches, Applications applications, Selections selections, Clock clock) {
        this.batches = batches;
        this.applications = applications;
        this.selections = selections;
        this.clock = clock;
    }

    /** By case number. */
    @Transactional(readOnly = true)
    public List<Selection> of(long batchId) {
        return selections.ofBatch(batchId);
    }

    /**
     * Enters or changes the decision on one application.
     *
     * @param reason wanted where it is not selected
     * @throws Refusal for others than a leader, outside the selection, and where the reason is missing
     */
    public void decide(long batchId, String caseNumber, boolean selected, String reason, Account by) {
        Batch batch = batches.find(batchId).orElseThrow();
        if (!by.groups().contains(LEADER)) {
            throw new Refusal("只有自治区审定人员可以选定集群");
        }
        if (batch.state() != BatchState.SELECTING) {
            throw new Refusal("批次" + batch.batchNumber() + "现为“" + batch.state().label() + "”，不在审定期间，不能选定");
        }
        boolean reReviewed = applications
                .byCaseNumber(caseNumber)
                .filter(application -> application.batchId() == batchId)
                .filter(application -> application.state() == ApplicationState.RE_REVIEWED)
                .isPresent();
        if (!reReviewed) {
            throw new Refusal("案号" + caseNumber + "不在本批次复审办结的申报之中，请刷新比较表后重新选择");
        }
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (!selected && why == null) {
            throw new Refusal("未选定的，请写明理由（将告知申报单位）");
        }
        if (why != null && why.length() > LONGEST_REASON) {
            throw new Refusal("理由最多" + LONGEST_REASON + "字，现为" + why.length() + "字，请删减");
        }
        selections.put(batchId, new Selection(caseNumber, selected, why, by.userId(), clock.instant()));
    }
}

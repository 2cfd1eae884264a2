package org.smecluster.support;

import java.time.LocalDate;
import org.smecluster.casework.Cases;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.paper.IssuedPaper;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFile;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.PaperService;
import org.smecluster.paper.Papers;
import org.smecluster.security.Account;
import org.springframework.context.ApplicationContext;

/** Papers issued in a case. */
public final class PaperOnFile {

    private final ApplicationContext context;

    public PaperOnFile(ApplicationContext context) {
        this.context = context;
    }

    public PaperFile record(String caseNumber) {
        return PaperFile.of(context.getBean(Cases.class).find(caseNumber).orElseThrow());
    }

    public PaperDraft draft(String caseNumber, PaperKind kind, Account by) {
        return context.getBean(PaperService.class).drafts(record(caseNumber), by).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A picture as its sealed copy. */
    public void fileScan(String caseNumber, long id, Account by) {
        PaperService papers = context.getBean(PaperService.class);
        IssuedPaper paper = context.getBean(Papers.class).find(id).orElseThrow();
        papers.fileScan(record(caseNumber), paper, "盖章件.png", EvidenceSamples.picture("png"), by);
    }

    /** @return its id */
    public long issue(String caseNumber, PaperKind kind, String number, LocalDate day, Account by) {
        PaperDraft draft = draft(caseNumber, kind, by);
        return context.getBean(PaperService.class)
                .issue(record(caseNumber), kind, draft.subject(), number, day, PaperService.seen(draft), by);
    }
}

package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.smecluster.paper.IssuedPaper;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperFile;
import org.smecluster.paper.PaperService;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section 文书 of a case file. */
@Component
class CasePapers {

    /** What a person typed to issue a paper; null what the form does not have. */
    record Entry(String documentNumber, String documentDate, String seen, Boolean sure) {}

    /**
     * A paper that can be made.
     *
     * @param seen what its preview shows, for the form that issues it
     */
    record Draft(PaperDraft draft, String seen, String number, String day) {}

    /** @param mine whether the person issues such papers, and so files its sealed copy and takes the docx */
    record Issued(IssuedPaper paper, String at, String scannedAt, boolean mine) {}

    private final CaseAccess access;
    private final PaperService papers;
    private final Clock clock;

    CasePapers(CaseAccess access, PaperService papers, Clock clock) {
        this.access = access;
        this.papers = papers;
        this.clock = clock;
    }

    /** Whoever makes papers in the case, and whoever has some to read. */
    boolean has(OpenCase file) {
        return papers.knows(PaperFile.of(file.record()))
                && (!file.reading().guest() && !file.reading().ofUnit()
                        || !issued(file).isEmpty());
    }

    private List<IssuedPaper> issued(OpenCase file) {
        return papers.issued(PaperFile.of(file.record()), file.reading());
    }

    void fill(Model model, OpenCase file) {
        String number = file.record().caseNumber();
        fill(model, PaperFile.of(file.record()), issued(file), "/cases/" + number);
    }

    /** The papers of a batch, for the region. */
    void fill(Model model, PaperFile batch) {
        fill(model, batch, papers.ofBatch(batch), "/batches/" + batch.number());
    }

    private void fill(Model model, PaperFile file, List<IssuedPaper> issued, String base) {
        Account person = access.account();
        model.addAttribute("paperBase", base);
        model.addAttribute(
                "paperDrafts",
                papers.drafts(file, person).stream()
                        .map(draft -> draft(draft, model))
                        .toList());
        model.addAttribute(
                "papers",
                issued.stream()
                        .map(paper -> new Issued(
                                paper,
                                CaseFileModel.minute(paper.issuedAt()),
                                CaseFileModel.minute(paper.scannedAt()),
                                PaperService.issues(paper.kind(), file, person)))
                        .toList());
    }

    /** With what was typed where it was refused. */
    private Draft draft(PaperDraft draft, Model model) {
        boolean typed = draft.id().equals(model.getAttribute("paperOf"));
        Entry entry = typed ? (Entry) model.getAttribute("paperEntry") : null;
        return new Draft(
                draft,
                PaperService.seen(draft),
                entry == null ? "" : Objects.toString(entry.documentNumber(), ""),
                entry == null ? LocalDate.now(clock).toString() : Objects.toString(entry.documentDate(), ""));
    }
}

package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.smecluster.paper.IssuedPaper;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperService;
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
    record Draft(PaperDraft draft, String seen, String number, String day) {

        public String id() {
            return draft.kind().name() + "-" + draft.subject();
        }
    }

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
        return papers.knows(file.record().kind())
                && (!file.reading().guest() && !file.reading().ofUnit()
                        || !issued(file).isEmpty());
    }

    private List<IssuedPaper> issued(OpenCase file) {
        return papers.issued(file.record(), file.reading());
    }

    void fill(Model model, OpenCase file) {
        model.addAttribute(
                "paperDrafts",
                papers.drafts(file.record(), access.account()).stream()
                        .map(draft -> draft(draft, model))
                        .toList());
        model.addAttribute(
                "papers",
                issued(file).stream()
                        .map(paper -> new Issued(
                                paper,
                                CaseFileModel.minute(paper.issuedAt()),
                                CaseFileModel.minute(paper.scannedAt()),
                                PaperService.issues(paper.kind(), file.record(), access.account())))
                        .toList());
    }

    /** With what was typed where it was refused. */
    private Draft draft(PaperDraft draft, Model model) {
        String id = draft.kind().name() + "-" + draft.subject();
        boolean typed = id.equals(model.getAttribute("paperOf"));
        Entry entry = typed ? (Entry) model.getAttribute("paperEntry") : null;
        return new Draft(
                draft,
                PaperService.seen(draft),
                entry == null ? "" : Objects.toString(entry.documentNumber(), ""),
                entry == null ? LocalDate.now(clock).toString() : Objects.toString(entry.documentDate(), ""));
    }
}

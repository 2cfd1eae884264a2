package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smecluster.clause.ClauseClaim;
import org.smecluster.clause.ClauseClaims;
import org.smecluster.clause.ClauseReview;
import org.smecluster.filing.FiledVersion;
import org.smecluster.law.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Clause by clause: what the unit declares and what reviewers judge, saved as it goes. */
@Controller
class ClausePages {

    private static final String STATEMENT = "statement-";

    private final CasePages pages;
    private final CaseAccess access;
    private final ClauseClaims claims;
    private final ClauseReview review;

    ClausePages(CasePages pages, CaseAccess access, ClauseClaims claims, ClauseReview review) {
        this.pages = pages;
        this.access = access;
        this.claims = claims;
        this.review = review;
    }

    /** The texts come as {@code statement-<code>}. */
    @PostMapping("/cases/{caseNumber}/clauses/declarations")
    String declare(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.withData(caseNumber);
        model.addAttribute(CaseClauses.TYPED, fields);
        return pages.attempt(file, CaseSection.CLAUSES, request, response, model, () -> {
            Map<String, String> statements = new TreeMap<>();
            fields.forEach((name, text) -> {
                if (name.startsWith(STATEMENT)) {
                    statements.put(name.substring(STATEMENT.length()), text);
                }
            });
            claims.state(caseNumber, statements, access.account());
            return CasePages.back(caseNumber, CaseSection.CLAUSES, "已保存逐条声明，随材料提交。", after);
        });
    }

    /** @param rest what is judged of the clauses of which nothing is chosen; empty: nothing */
    @PostMapping("/cases/{caseNumber}/clauses/judgements")
    String judge(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) Outcome rest,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.withData(caseNumber);
        model.addAttribute(CaseClauses.TYPED, fields);
        return pages.attempt(file, CaseSection.CLAUSES, request, response, model, () -> {
            List<FiledVersion> versions = access.versions(file);
            List<ClauseClaim> judged = versions.isEmpty()
                    ? List.of()
                    : claims.of(versions.get(versions.size() - 1).submission());
            review.judge(caseNumber, CaseClauses.entries(judged, fields, rest), access.account());
            return CasePages.back(caseNumber, CaseSection.CLAUSES, "已保存逐条判断。", after);
        });
    }
}

package org.smecluster.clause;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.assessment.Declarations;
import org.smecluster.casework.Casework;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.filing.CaseMaterials;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.Filing;
import org.smecluster.filing.FilingProcedures;
import org.smecluster.filing.Opening;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the unit declares of each clause, in words or with files, and that nothing is submitted while one is not. */
@Service
@Transactional
@LegalBasis(article = 11)
public class ClauseClaims {

    private static final int LONGEST = 2000;
    private static final String OTHER_EVIDENCE = "otherEvidence";

    private final ClauseTable table;
    private final Clauses clauses;
    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final CaseMaterials materials;
    private final EvidenceService evidence;
    private final Casework casework;
    private final Clock clock;

    ClauseClaims(
            ClauseTable table,
            Clauses clauses,
            FilingProcedures procedures,
            Submissions submissions,
            CaseMaterials materials,
            EvidenceService evidence,
            Casework casework,
            Clock clock) {
        this.table = table;
        this.clauses = clauses;
        this.procedures = procedures;
        this.submissions = submissions;
        this.materials = materials;
        this.evidence = evidence;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * Of a frozen version what was kept when it was frozen, of an open one as it stands now.
     *
     * @return empty where the case goes without
     */
    @Transactional(readOnly = true)
    public List<ClauseClaim> of(SubmissionVersion version) {
        return version.frozen() ? clauses.claims(version.id()) : now(version);
    }

    @Transactional(readOnly = true)
    public boolean asked(SubmissionVersion version) {
        return version.frozen()
                ? !clauses.claims(version.id()).isEmpty()
                : table.asked(version.caseNumber()).isPresent();
    }

    private List<ClauseClaim> now(SubmissionVersion version) {
        return table.asked(version.caseNumber())
                .map(rows -> {
                    Map<String, String> said = clauses.statements(version.id());
                    Map<String, Long> files = evidence.heldOfConditions(version.caseNumber());
                    Declarations declared = submissions.declarations(version.id());
                    return rows.clauses().stream()
                            .map(clause -> claim(
                                    clause,
                                    declared,
                                    said.get(clause.code()),
                                    files.getOrDefault(clause.code(), 0L).intValue(),
                                    rows.version()))
                            .toList();
                })
                .orElse(List.of());
    }

    private static ClauseClaim claim(
            Clause clause, Declarations declared, String said, int files, int decisionVersion) {
        Claim claim;
        String statement = said;
        if (!clause.onForm()) {
            claim = said == null && files == 0 ? Claim.UNDECLARED : Claim.STATED;
        } else if (clause.presumes() != null && Boolean.FALSE.equals(declared.value(clause.presumes()))) {
            claim = Claim.NOT_APPLICABLE;
            statement = declared.explanation(clause.presumes());
        } else {
            claim = Claim.of(declared.value(clause.declaration()));
            statement = declared.explanation(clause.declaration());
        }
        return new ClauseClaim(
                clause.code(),
                clause.label(),
                clause.words(),
                clause.article(),
                clause.onForm(),
                claim,
                statement,
                files,
                decisionVersion);
    }

    /** Codes of the clauses of which the unit may say something now: of a correction those that the city did not find met. */
    @Transactional(readOnly = true)
    public Set<String> open(SubmissionVersion version) {
        if (version.frozen()) {
            return Set.of();
        }
        boolean all = materials.opening(version).all();
        Set<String> doubted = all ? Set.of() : doubted(before(version));
        return now(version).stream()
                .filter(claim -> !claim.onForm())
                .map(ClauseClaim::code)
                .filter(code -> all || doubted.contains(code))
                .collect(Collectors.toSet());
    }

    private Set<String> doubted(SubmissionVersion reviewed) {
        Set<String> met = clauses.judgements(List.of(reviewed.id())).stream()
                .filter(each -> each.judge() == Judge.CITY && each.judgement() == Outcome.MET)
                .map(ClauseJudgement::code)
                .collect(Collectors.toSet());
        return clauses.claims(reviewed.id()).stream()
                .map(ClauseClaim::code)
                .filter(code -> !met.contains(code))
                .collect(Collectors.toSet());
    }

    private SubmissionVersion before(SubmissionVersion version) {
        return submissions.ofCase(version.caseNumber()).stream()
                .filter(each -> each.round() == version.round() - 1)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The unit declares clauses of the version in hand.
     *
     * @param statements by code; a blank one takes back what was said
     * @throws Refusal where the person is not of the unit or has nothing in hand, or a clause may not be changed
     */
    public void state(String caseNumber, Map<String, String> statements, Account by) {
        FiledCase filed = procedures.of(caseNumber).lock(caseNumber);
        filed.refuseUnlessApplicant(by);
        SubmissionVersion version = Filing.inHand(filed, submissions);
        Map<String, String> before = clauses.statements(version.id());
        Set<String> open = open(version);
        Map<String, String> changed = new HashMap<>();
        for (ClauseClaim claim : now(version)) {
            String said = statements.containsKey(claim.code()) ? text(claim, statements.get(claim.code())) : null;
            if (!statements.containsKey(claim.code()) || same(said, before.get(claim.code()))) {
                continue;
            }
            if (!open.contains(claim.code())) {
                throw new Refusal(
                        claim.cited() + (claim.onForm() ? "在“填报数据与声明”中声明，请在那里修改" : "市级已判断为“符合”，本次补正没有退回，不能改动"));
            }
            changed.put(claim.code(), said);
        }
        if (!changed.isEmpty()) {
            clauses.state(version.id(), changed, by, clock.instant());
            casework.step(caseNumber, "clausesStated", "逐条声明", "填写第十一条" + changed.size() + "条的逐条声明", by);
        }
    }

    private static boolean same(String now, String before) {
        return now == null ? before == null : now.equals(before);
    }

    private static String text(ClauseClaim claim, String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        if (said.strip().length() > LONGEST) {
            throw new Refusal(
                    claim.cited() + "的声明至多" + LONGEST + "字，现有" + said.strip().length() + "字");
        }
        return said.strip();
    }

    /** What still stands against submitting the version, a sentence each. */
    @Transactional(readOnly = true)
    public List<String> gaps(SubmissionVersion version) {
        return of(version).stream()
                .filter(ClauseClaim::undeclared)
                .map(claim -> claim.cited() + "还没有声明")
                .toList();
    }

    /** Keeps the clauses of a version that is being frozen; of a correction the city's word of what was left as it was. */
    public void keep(SubmissionVersion version) {
        List<ClauseClaim> claims = now(version);
        if (claims.isEmpty()) {
            return;
        }
        clauses.keep(version.id(), claims);
        Opening opening = version.round() == 1 ? null : materials.opening(version);
        if (opening != null && !opening.all() && !opening.has(OTHER_EVIDENCE)) {
            clauses.carryJudgements(before(version).id(), version.id());
        }
    }

    /** What was said stands in the correction until it is said otherwise. */
    public void carryOver(SubmissionVersion reviewed, SubmissionVersion correction) {
        clauses.copyStatements(reviewed.id(), correction.id());
    }
}

package org.smecluster.filing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.filing.ApplicationMaterial.Provider;
import org.smecluster.filing.MaterialTick.Level;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** City and autonomous region go through the materials one by one: accepted, or not, with a reason. */
@Service
@Transactional
@LegalBasis(article = 12, item = 2)
@LegalBasis(article = 12, item = 3)
@LegalBasis(article = 13)
public class MaterialReview {

    private static final int LONGEST_REASON = 1000;

    private final FilingProcedures procedures;
    private final Submissions submissions;
    private final MaterialChecks checks;
    private final Clock clock;

    MaterialReview(FilingProcedures procedures, Submissions submissions, MaterialChecks checks, Clock clock) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.checks = checks;
        this.clock = clock;
    }

    /** As which level the person may go through the materials now; empty where not. */
    @Transactional(readOnly = true)
    public Optional<Level> levelOf(String caseNumber, Account by) {
        return procedures
                .find(caseNumber)
                .flatMap(procedure -> procedure.find(caseNumber).flatMap(filed -> level(procedure, filed, by)));
    }

    private static Optional<Level> level(FilingProcedure procedure, FiledCase filed, Account by) {
        return procedure.reviewing(filed).filter(level -> by.groups()
                .contains(level == Level.CITY ? filed.cityGroup() : StaffGroup.OFFICERS));
    }

    /**
     * @param code of the material in the version under review
     * @param reason why it is not accepted, of which the unit is told where the city returns it; not read where it is
     * @throws Refusal where it is not the person's turn, or the reason is missing
     */
    public void tick(String caseNumber, String code, boolean accepted, String reason, Account by) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        Level level = requireLevel(procedure, filed, by);
        SubmissionVersion version = submissions.latest(caseNumber).orElseThrow();
        ApplicationMaterial material = checks.find(version.id())
                .flatMap(check -> check.find(code))
                .filter(found -> level == Level.REGION || found.providedBy() == Provider.APPLICANT)
                .orElseThrow(() -> new Refusal("没有这一类材料，请刷新页面后重新选择"));
        String said =
                accepted ? null : GivenReason.of(reason, level.refusal() + material.cited() + "的原因", LONGEST_REASON);
        checks.tick(version.id(), code, level, accepted, said, by, clock.instant());
    }

    /**
     * Accepts what nobody of the person's level has said anything of yet; each can be changed afterwards, as long as it is under
     * review.
     *
     * @return how many
     * @throws Refusal where it is not the person's turn
     */
    public int acceptRest(String caseNumber, Account by) {
        FilingProcedure procedure = procedures.of(caseNumber);
        FiledCase filed = procedure.lock(caseNumber);
        Level level = requireLevel(procedure, filed, by);
        SubmissionVersion version = submissions.latest(caseNumber).orElseThrow();
        List<ApplicationMaterial> rest = unsaid(version, level);
        rest.forEach(material -> checks.tick(version.id(), material.code(), level, true, null, by, clock.instant()));
        return rest.size();
    }

    /** What nobody of the level has said anything of. */
    @Transactional(readOnly = true)
    public List<ApplicationMaterial> unsaid(SubmissionVersion version, Level level) {
        Set<String> said = checks.ticks(version.id()).stream()
                .filter(tick -> tick.level() == level)
                .map(MaterialTick::code)
                .collect(Collectors.toSet());
        return checks.find(version.id()).map(MaterialCheck::materials).orElse(List.of()).stream()
                .filter(material -> level == Level.REGION || material.providedBy() == Provider.APPLICANT)
                .filter(material -> !said.contains(material.code()))
                .toList();
    }

    private static Level requireLevel(FilingProcedure procedure, FiledCase filed, Account by) {
        return level(procedure, filed, by).orElseThrow(() -> new Refusal("本案现为“" + filed.standing() + "”，现在不由您逐项核对材料"));
    }

    /** What was said of the version, the latest of each level, by material. */
    @Transactional(readOnly = true)
    public Map<String, List<MaterialTick>> ticks(SubmissionVersion version) {
        return checks.ticks(version.id()).stream().collect(Collectors.groupingBy(MaterialTick::code));
    }

    /** Whether the city is still at it: until then what it says is not for the unit. */
    @Transactional(readOnly = true)
    public boolean cityIsAtIt(String caseNumber) {
        return procedures
                .find(caseNumber)
                .flatMap(procedure -> procedure.find(caseNumber).flatMap(procedure::reviewing))
                .filter(level -> level == Level.CITY)
                .isPresent();
    }

    /**
     * @param conclusion the city's, in words
     * @throws Refusal naming each material that the city has returned, and each that is missing for a reason that it has not
     *     accepted
     */
    @Transactional(readOnly = true)
    public void requireAccepted(SubmissionVersion version, String conclusion) {
        Map<String, MaterialTick> said = checks.ticks(version.id()).stream()
                .filter(tick -> tick.level() == Level.CITY)
                .collect(Collectors.toMap(MaterialTick::code, tick -> tick));
        List<String> reasons = new ArrayList<>();
        for (ApplicationMaterial material :
                checks.find(version.id()).map(MaterialCheck::materials).orElse(List.of())) {
            MaterialTick tick = said.get(material.code());
            if (tick != null && !tick.accepted()) {
                reasons.add(material.cited() + "已标为退回（" + tick.reason() + "），结论不能为“" + conclusion
                        + "”：请选择退回补正，或在“案件资料—佐证材料”的这一项改为认可");
            } else if (tick == null && material.missing() && material.absence() != null) {
                reasons.add(
                        material.cited() + "没有提供，申报主体写明的原因还没有认可，结论不能为“" + conclusion + "”：请在“案件资料—佐证材料”的这一项认可，或退回补正");
            }
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }
}

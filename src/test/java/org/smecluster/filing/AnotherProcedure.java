package org.smecluster.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;
import org.smecluster.review.ReviewProcedure;
import org.smecluster.review.ReviewedCase;
import org.springframework.stereotype.Component;

/** A procedure made for tests: what a second user of filing and checks has to provide, and no more. */
@Component
class AnotherProcedure implements FilingProcedure {

    static final CaseKind KIND = CaseKind.AL;

    private final Map<String, FiledCase> cases = new HashMap<>();
    private final List<String> recorded = new ArrayList<>();

    void open(FiledCase filed) {
        recorded.clear();
        cases.put(filed.caseNumber(), filed);
    }

    List<String> recorded() {
        return recorded;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public Optional<FiledCase> find(String caseNumber) {
        return Optional.ofNullable(cases.get(caseNumber));
    }

    @Override
    public List<String> casesOf(String applicantGroup, String clusterName) {
        return cases.values().stream()
                .filter(each -> each.applicantGroup().equals(applicantGroup)
                        && each.clusterName().equals(clusterName))
                .map(FiledCase::caseNumber)
                .toList();
    }

    @Override
    public FiledCase lock(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new Refusal("没有案号为" + caseNumber + "的案件"));
    }

    @Override
    public void submitted(FiledCase filed, SubmissionVersion version) {
        recorded.add("submitted-" + version.round());
        cases.put(
                filed.caseNumber(),
                new FiledCase(
                        filed.caseNumber(),
                        filed.clusterName(),
                        filed.applicantGroup(),
                        filed.cityGroup(),
                        filed.applicationYear(),
                        AnotherProcedureTest.TODAY,
                        "核查中",
                        false,
                        true,
                        false));
    }

    @Override
    public void incidentEntered(FiledCase filed) {
        recorded.add("assessedAgain");
    }

    @Override
    public boolean asksForMaterials() {
        return false;
    }

    /** The same cases at the checks. */
    @Component
    static class Checked implements ReviewProcedure {

        private final AnotherProcedure procedure;

        Checked(AnotherProcedure procedure) {
            this.procedure = procedure;
        }

        @Override
        public CaseKind kind() {
            return KIND;
        }

        @Override
        public Optional<ReviewedCase> find(String caseNumber) {
            return procedure
                    .find(caseNumber)
                    .map(filed -> new ReviewedCase(
                            caseNumber,
                            "640221",
                            List.of(),
                            filed.submittedOn(),
                            filed.standing(),
                            filed.underReview(),
                            false));
        }

        @Override
        public ReviewedCase lock(String caseNumber) {
            return find(caseNumber).orElseThrow();
        }
    }
}

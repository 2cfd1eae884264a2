package org.smecluster.filing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.MaterialKind;
import org.smecluster.filing.MaterialTick.Level;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Component;

/**
 * A return that names items opens them and what is required and missing; everything else of the version stays as it was
 * reviewed. One that names none opens all.
 */
@Component
@LegalBasis(article = 12, item = 2)
class OpenedItems {

    private final Submissions submissions;
    private final MaterialChecks checks;
    private final MaterialTable table;
    private final EvidenceService evidence;

    OpenedItems(Submissions submissions, MaterialChecks checks, MaterialTable table, EvidenceService evidence) {
        this.submissions = submissions;
        this.checks = checks;
        this.table = table;
        this.evidence = evidence;
    }

    /** Codes that the city returned of a version that it reviewed. */
    Set<String> returned(SubmissionVersion reviewed) {
        return checks.ticks(reviewed.id()).stream()
                .filter(tick -> tick.level() == Level.CITY && !tick.accepted())
                .map(MaterialTick::code)
                .collect(Collectors.toSet());
    }

    Opening of(SubmissionVersion version) {
        Optional<SubmissionVersion> reviewed = before(version);
        Set<String> returned = reviewed.map(this::returned).orElse(Set.of());
        if (returned.isEmpty()) {
            return Opening.ALL;
        }
        Set<String> missing = new HashSet<>();
        checks.find(reviewed.get().id()).ifPresent(check -> add(missing, check));
        add(missing, table.of(version));
        Set<String> codes = new HashSet<>(returned);
        codes.addAll(missing);
        // what was missing is no longer once a file is there, and its file may be taken back or replaced all the same
        evidence.pending(version.caseNumber()).stream().map(MaterialKind::code).forEach(codes::add);
        boolean workbook = returned.stream().anyMatch(MaterialTable::inWorkbook)
                || missing.stream()
                        .anyMatch(code -> MaterialTable.sheetAlone(code).isPresent());
        return new Opening(false, codes, workbook);
    }

    private static void add(Set<String> missing, MaterialCheck check) {
        check.missing().stream().map(ApplicationMaterial::code).forEach(missing::add);
    }

    /** What a correction of named items left as the city accepted it; empty where it may have changed everything. */
    Optional<Set<String>> untouched(SubmissionVersion version, MaterialCheck now) {
        Opening opening = of(version);
        if (opening.all()) {
            return Optional.empty();
        }
        Optional<MaterialCheck> reviewed = before(version).flatMap(each -> checks.find(each.id()));
        return Optional.of(now.materials().stream()
                .filter(material -> !opening.has(material.code()) || sameReason(material, reviewed))
                .map(ApplicationMaterial::code)
                .collect(Collectors.toSet()));
    }

    private static boolean sameReason(ApplicationMaterial now, Optional<MaterialCheck> reviewed) {
        return now.absence() != null
                && reviewed.flatMap(check -> check.find(now.code()))
                        .filter(before -> now.absence().equals(before.absence()))
                        .isPresent();
    }

    private Optional<SubmissionVersion> before(SubmissionVersion version) {
        return version.round() == 1
                ? Optional.empty()
                : submissions.ofCase(version.caseNumber()).stream()
                        .filter(each -> each.round() == version.round() - 1)
                        .findFirst();
    }
}

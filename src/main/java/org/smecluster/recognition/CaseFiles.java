package org.smecluster.recognition;

import java.util.Optional;
import org.smecluster.casework.Cases;
import org.smecluster.filing.FiledVersions;
import org.smecluster.region.RegionalScope;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.LifeReader;
import org.smecluster.review.ReadableChecks;
import org.smecluster.review.ReviewService;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The case as a person may read it. A county or park reads its own, a city those of its units, the autonomous region
 * all, an expert the material of those that he or she was asked to judge. What the region deliberates (experts,
 * inspection, conclusion) is the region's own until the case is decided; experts read nothing of each other before all
 * have answered.
 */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    private final Applications applications;
    private final Opinions opinions;
    private final FiledVersions versions;
    private final ReviewService review;
    private final Batches batches;
    private final Cases cases;
    private final Units units;

    CaseFiles(
            Applications applications,
            Opinions opinions,
            FiledVersions versions,
            ReviewService review,
            Batches batches,
            Cases cases,
            Units units) {
        this.applications = applications;
        this.opinions = opinions;
        this.versions = versions;
        this.review = review;
        this.batches = batches;
        this.cases = cases;
        this.units = units;
    }

    /** Empty where there is no such case or the reader may not see it. */
    public Optional<CaseFile> find(String caseNumber, Account reader) {
        return applications.byCaseNumber(caseNumber).flatMap(application -> read(application, reader));
    }

    private Optional<CaseFile> read(Application application, Account reader) {
        RegionalScope scope = RegionalScope.of(reader.groups(), units);
        boolean inScope = scope.covers(application.applicantGroup());
        if (!inScope && !review.isAsked(application.caseNumber(), reader.userId())) {
            return Optional.empty();
        }
        boolean open = scope.wholeRegion() || inScope && application.state().closed();
        ReadableChecks checks = review.readable(application.caseNumber(), scope, open, reader);
        return Optional.of(new CaseFile(
                application,
                batches.find(application.batchId()).orElseThrow(),
                units.find(application.applicantCode()).map(Unit::name).orElse(application.applicantCode()),
                versions.of(application.caseNumber()),
                opinions.ofApplication(application.id()).stream()
                        .filter(opinion -> open || opinion.stage() != OpinionStage.RE_REVIEW)
                        .toList(),
                checks.experts(),
                checks.asked(),
                checks.answered(),
                checks.inspection(),
                cases.entries(application.caseNumber()).stream()
                        .filter(entry -> entry.readBy(scope.wholeRegion() ? LifeReader.REGION : LifeReader.UNIT, open))
                        .toList()));
    }
}

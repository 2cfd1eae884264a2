package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.Cases;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersions;
import org.smecluster.review.ReadableChecks;
import org.smecluster.review.ReviewService;
import org.smecluster.security.Account;
import org.springframework.context.ApplicationContext;

/** All that a person may read of a case of recognition, as it stands. */
record ReadCase(
        Application application,
        List<FiledVersion> versions,
        List<Opinion> opinions,
        List<CaseEntry> entries,
        ReadableChecks checks) {

    static Optional<ReadCase> of(ApplicationContext context, String caseNumber, Account reader) {
        Cases cases = context.getBean(Cases.class);
        Application application =
                context.getBean(Applications.class).byCaseNumber(caseNumber).orElseThrow();
        return context.getBean(CaseScope.class)
                .of(cases.find(caseNumber).orElseThrow(), reader)
                .map(reading -> new ReadCase(
                        application,
                        context.getBean(FiledVersions.class).of(caseNumber),
                        context.getBean(Opinions.class).ofApplication(application.id()),
                        cases.entries(caseNumber).stream()
                                .filter(reading::reads)
                                .toList(),
                        context.getBean(ReviewService.class).readable(caseNumber, reading, reader)));
    }

    FiledVersion latest() {
        return versions.get(versions.size() - 1);
    }
}

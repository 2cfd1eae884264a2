package org.smecluster.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.filing.ApplicationMaterial;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.MaterialTick;
import org.smecluster.filing.MaterialTick.Level;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.portal.CaseEvidence.Tick;
import org.springframework.stereotype.Component;

/** What reviewers said of the materials of a version, as far as the person may know. */
@Component
class CaseTicks {

    private final CaseAccess access;
    private final MaterialReview review;

    CaseTicks(CaseAccess access, MaterialReview review) {
        this.access = access;
        this.review = review;
    }

    /** By material. Of a version in hand what was said of the one before it, for that is what is to be corrected. */
    Map<String, List<Tick>> of(OpenCase file, Optional<FiledVersion> shown) {
        Map<String, List<MaterialTick>> said = shown.flatMap(version -> reviewed(file, version.submission()))
                .map(review::ticks)
                .orElse(Map.of());
        boolean cityDecided = !said.isEmpty() && !review.cityIsAtIt(file.caseNumber());
        Map<String, List<Tick>> told = new LinkedHashMap<>();
        said.forEach((code, ticks) -> told.put(
                code,
                ticks.stream()
                        .filter(tick -> known(file.reading(), tick, cityDecided))
                        .map(Tick::of)
                        .toList()));
        return told;
    }

    private static Optional<SubmissionVersion> reviewed(OpenCase file, SubmissionVersion version) {
        return version.frozen()
                ? Optional.of(version)
                : file.versions().stream()
                        .map(FiledVersion::submission)
                        .filter(each -> each.round() == version.round() - 1)
                        .findFirst();
    }

    /** The unit learns what the city says once the city has decided; what the region deliberates is its own as long. */
    private static boolean known(Reading reading, MaterialTick tick, boolean cityDecided) {
        if (reading.guest()) {
            return false;
        }
        return tick.level() == Level.REGION ? reading.deliberation() : !reading.ofUnit() || cityDecided;
    }

    /** As which level the person goes through the materials of the version now: the latest, under review. */
    Optional<Level> levelNow(OpenCase file, Optional<FiledVersion> shown) {
        return shown.map(FiledVersion::submission)
                .filter(version -> version.frozen()
                        && version.id()
                                == file.versions()
                                        .get(file.versions().size() - 1)
                                        .submission()
                                        .id())
                .flatMap(version -> review.levelOf(file.caseNumber(), access.account()));
    }

    /** What is still to be said as that level; empty where it is nobody's turn. */
    List<ApplicationMaterial> unsaid(Optional<FiledVersion> shown, Optional<Level> ticking) {
        return ticking.flatMap(level -> shown.map(version -> review.unsaid(version.submission(), level)))
                .orElse(List.of());
    }
}

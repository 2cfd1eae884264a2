package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.filing.FiledVersion;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.review.SiteInspection;

/**
 * All that one person may read of a case.
 *
 * @param batch the batch it was made in
 * @param versions by round; the latest may still be open
 * @param opinions in the order in which they were given
 * @param expertOpinions those that the person may read; empty where none was asked for, or none may be read yet
 * @param expertsAsked how many experts were asked
 * @param expertsAnswered how many of them have answered
 * @param inspection empty where none was made, or the person may not read it
 */
public record CaseFile(
        Application application,
        Batch batch,
        String applicantName,
        List<FiledVersion> versions,
        List<Opinion> opinions,
        List<ExpertOpinion> expertOpinions,
        int expertsAsked,
        int expertsAnswered,
        Optional<SiteInspection> inspection,
        List<CaseEntry> entries) {

    public CaseFile {
        versions = List.copyOf(versions);
        opinions = List.copyOf(opinions);
        expertOpinions = List.copyOf(expertOpinions);
        entries = List.copyOf(entries);
    }

    public FiledVersion latest() {
        return versions.get(versions.size() - 1);
    }
}

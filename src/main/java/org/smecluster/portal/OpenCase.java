package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.FiledVersion;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.CaseFile;
import org.smecluster.registry.CaseKind;
import org.smecluster.review.ReadableChecks;

/**
 * A case with data filed, of whatever procedure, as the current person may read it.
 *
 * @param closed whether nothing more happens in the case
 * @param withdrawable whether its unit may still withdraw it
 * @param versions by round; the latest may still be open
 * @param recognition what a recognition has besides; empty for another procedure
 */
record OpenCase(
        FiledCase filed,
        CaseKind kind,
        boolean closed,
        boolean withdrawable,
        List<FiledVersion> versions,
        ReadableChecks checks,
        Optional<CaseFile> recognition) {

    public String caseNumber() {
        return filed.caseNumber();
    }

    /** Null where it is no recognition. */
    Application application() {
        return recognition.map(CaseFile::application).orElse(null);
    }

    /** The heading of its page. */
    public String title() {
        return switch (kind) {
            case RD -> "认定申报案件";
            case FH -> "期满复核案件";
            case BS -> "年度报送案件";
            default -> kind.label() + "案件";
        };
    }

    /** What its data are called on paper. */
    public String paper() {
        return switch (kind) {
            case RD -> "申报表";
            case FH -> "期满复核申请表";
            case BS -> "年度发展情况报送表";
            default -> kind.label() + "数据表";
        };
    }

    /** The process that it runs on. */
    String process() {
        return switch (kind) {
            case RD -> "clusterRecognition";
            case FH -> "renewalReview";
            case BS -> "annualReport";
            default -> "";
        };
    }
}

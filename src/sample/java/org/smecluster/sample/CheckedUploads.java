package org.smecluster.sample;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.smecluster.filing.WorkbookFiling;
import org.smecluster.material.UploadJob;
import org.smecluster.material.UploadJob.State;
import org.smecluster.material.WorkbookChecking;
import org.smecluster.security.Account;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Workbooks handed in as a unit does it, checked at once, whether or not uploads are looked after in the background. */
@Component
@Profile("!production & !test")
public final class CheckedUploads {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final WorkbookFiling uploads;
    private final WorkbookChecking checking;

    public CheckedUploads(WorkbookFiling uploads, WorkbookChecking checking) {
        this.uploads = uploads;
        this.checking = checking;
    }

    /**
     * Takes a workbook in, unless one is being checked already, and has it checked.
     *
     * @return the upload as the checking left it; one that takes the place of another is confirmed
     */
    public UploadJob take(String caseNumber, String fileName, byte[] content, Account by) {
        if (uploads.latest(caseNumber, by)
                .filter(earlier -> earlier.state().running())
                .isEmpty()) {
            uploads.receive(caseNumber, fileName, new ByteArrayInputStream(content), content.length, by);
        }
        while (latest(caseNumber, by).state().running()) {
            if (!checking.checkNext()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
        UploadJob checked = latest(caseNumber, by);
        if (checked.state() == State.PENDING) {
            checking.confirm(checked.submissionId(), checked.id(), by.userId());
        }
        return latest(caseNumber, by);
    }

    private UploadJob latest(String caseNumber, Account by) {
        return uploads.latest(caseNumber, by).orElseThrow();
    }
}

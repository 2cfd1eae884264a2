package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.filing.FiledCase;
import org.smecluster.filing.FiledVersion;
import org.smecluster.review.ReadableChecks;

/**
 * A case as the current person may read it.
 *
 * @param data what filing knows of it; empty where no data are filed in it
 * @param versions by round; the latest may still be open
 * @param entries those that the person may read, in the order in which they were entered
 */
record OpenCase(
        CaseRecord record,
        CaseProcedure procedure,
        Reading reading,
        Optional<FiledCase> data,
        List<FiledVersion> versions,
        ReadableChecks checks,
        List<CaseEntry> entries) {

    public String caseNumber() {
        return record.caseNumber();
    }

    public boolean closed() {
        return record.closed();
    }

    /** @throws NotVisible where no data are filed in the case */
    FiledCase filed() {
        return data.orElseThrow(NotVisible::new);
    }

    /** The heading of its page. */
    public String title() {
        return procedure.title(record);
    }

    /** What its data are called on paper. */
    public String paper() {
        return procedure.paper();
    }

    /** The process that it runs on. */
    String process() {
        return procedure.process(record);
    }
}

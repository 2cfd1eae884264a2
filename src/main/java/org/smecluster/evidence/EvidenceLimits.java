package org.smecluster.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much evidence is taken.
 *
 * @param file the largest file
 * @param ofCase all files of a case, with those on their way and earlier versions
 * @param filesOfCase how many files a case may have, as above
 * @param unfinished how long after its last piece an upload may be resumed
 * @param unscannedHoldsBack whether nothing is submitted as long as a file is not scanned
 */
@ConfigurationProperties("smecluster.evidence")
record EvidenceLimits(
        @DefaultValue("50MB") DataSize file,
        @DefaultValue("500MB") DataSize ofCase,
        @DefaultValue("2000") int filesOfCase,
        @DefaultValue("24h") Duration unfinished,
        @DefaultValue("false") boolean unscannedHoldsBack) {

    /** The longest piece, and the longest row that holds one. */
    static final int PIECE = 1024 * 1024;

    /** The shortest piece but the last: a bad line sends less at a time, nobody makes a million rows. */
    static final int LEAST_PIECE = 64 * 1024;
}

package org.smecluster.national;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.smecluster.law.LegalBasis;
import org.smecluster.security.Account;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.Startable;
import org.springframework.stereotype.Component;

/** Of which year clusters can be recommended: one whose monitoring is concluded. */
@Component
@LegalBasis(article = 16)
class NationalStart implements Startable {

    /** Reports of older years recommend nobody any more. */
    private static final int LATEST = 3;

    private final NationalService national;
    private final Clock clock;

    NationalStart(NationalService national, Clock clock) {
        this.national = national;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "nationalRecommendation";
    }

    @Override
    public String deed() {
        return "启动";
    }

    @Override
    public String field() {
        return "reportYear";
    }

    @Override
    public List<StartOption> options(Account person) {
        int thisYear = LocalDate.now(clock).getYear();
        return IntStream.rangeClosed(1, LATEST)
                .map(back -> thisYear - back)
                .mapToObj(year -> new StartOption(
                        String.valueOf(year),
                        year + "年度",
                        year + "年度的年报（第十六条）",
                        null,
                        national.whyNot(year).orElse(null)))
                .toList();
    }
}

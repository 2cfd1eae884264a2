package org.smecluster.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.smecluster.evidence.AlteredContents;
import org.springframework.stereotype.Service;

/**
 * Holds chain, rows, evidence and the heads that left the database against each other. What it finds was changed by somebody who
 * went past the application: nothing of it is repaired here.
 */
@Service
public class ChainCheck {

    private final ChainStore store;
    private final AlteredContents contents;

    ChainCheck(ChainStore store, AlteredContents contents) {
        this.store = store;
        this.contents = contents;
    }

    /** @param entries that were read @param problems Chinese sentences; none: all is as it was entered */
    public record Result(long entries, int heads, long contents, List<String> problems) {}

    /** @param heads lines of the file of day's ends; others than such lines are told */
    public Result check(List<String> heads) {
        List<String> problems = new ArrayList<>();
        Links links = new Links(problems);
        store.forEach(links::next);
        int held = 0;
        for (String line : heads) {
            if (!line.isBlank()) {
                Optional<ChainHead> head = ChainHead.of(line);
                head.ifPresentOrElse(each -> against(each, problems), () -> problems.add("日末端文件中的这一行读不懂：" + line));
                held += head.isPresent() ? 1 : 0;
            }
        }
        for (String source : store.sources()) {
            store.differences(source).forEach(difference -> problems.add(sentence(difference)));
        }
        long read = contents.check(name -> problems.add("佐证材料的内容与存入时不同：" + name));
        return new Result(links.count, held, read, problems);
    }

    private void against(ChainHead head, List<String> problems) {
        boolean same = store.entry(head.number())
                .filter(entry -> MessageDigest.isEqual(entry.hash(), head.hash()))
                .isPresent();
        if (!same) {
            problems.add(head.day() + "的末端（第" + head.number() + "条）与留存的不同：这一条以前的链被整体改写或者截断");
        }
    }

    private static String sentence(ChainStore.Difference difference) {
        String row = difference.source() + " 第" + difference.key() + "行"
                + (difference.caseNumber() == null ? "" : "（案件" + difference.caseNumber() + "）");
        return switch (difference.kind()) {
            case CHANGED -> row + "与记入审计链第" + difference.number() + "条时不同：被改动过";
            case GONE -> row + "已不存在，审计链第" + difference.number() + "条记有它：被删除";
            case NEVER_CHAINED -> row + "没有记入审计链：绕过本系统加入";
            case TWICE -> row + "在审计链中记了不止一次：有人向链中补记";
        };
    }

    private static final class Links {

        private final List<String> problems;
        private long count;
        private byte[] previous = ChainEntry.BEGINNING;

        Links(List<String> problems) {
            this.problems = problems;
        }

        void next(ChainEntry entry) {
            count++;
            if (entry.number() != count) {
                problems.add("审计链第" + count + "条至第" + (entry.number() - 1) + "条缺失");
                count = entry.number();
            } else if (!MessageDigest.isEqual(entry.previous(), previous)) {
                problems.add(
                        "审计链第" + entry.number() + "条没有接在上一条之后（" + HexFormat.of().formatHex(previous, 0, 4) + "…）");
            }
            if (!entry.isWhole()) {
                problems.add("审计链第" + entry.number() + "条自身被改动");
            }
            previous = entry.hash();
        }
    }
}

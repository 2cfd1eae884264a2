package org.smecluster.publicnotice;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.document.Notifications;
import org.smecluster.evidence.Letter;
import org.smecluster.evidence.LetterFiles;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Throttle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes objections from the public page, and tells their senders what became of them. What is taken is stored when its receipt is
 * given, and holds its cluster until an officer has entered it or said why not. What is not signed is a lead and holds nothing.
 */
@Service
@LegalBasis(article = 12, item = 3)
public class ObjectionCounter {

    public static final int MOST_FILES = 3;
    public static final int MEGABYTES_OF_FILE = 5;

    private static final String OBJECTION = "objection";
    private static final String LOOK_UP = "objectionLookUp";
    private static final int LOOK_UPS_OF_ADDRESS = 60;
    private static final int GUESSES_OF_NUMBER = 10;

    /** Of the last day: whoever has not objected yet is not refused for what others at the same address did. */
    private static final LocalTime LAST_HOUR = LocalTime.of(23, 0);

    static final String UNSIGNED = "没有署名，不作为异议办理，作为线索转有关人员核查（第十二条(三)）。";

    /** A file as it was sent. */
    public record Sent(String name, InputStream content) {}

    private final OnlineObjections online;
    private final NoticeService notices;
    private final Notices stored;
    private final LetterFiles letters;
    private final Throttle throttle;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int ofAddress;

    ObjectionCounter(
            OnlineObjections online,
            NoticeService notices,
            Notices stored,
            LetterFiles letters,
            Throttle throttle,
            Notifications notifications,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${smecluster.objections.per-hour-of-address:10}") int ofAddress) {
        this.online = online;
        this.notices = notices;
        this.stored = stored;
        this.letters = letters;
        this.throttle = throttle;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
        this.ofAddress = ofAddress;
    }

    /** Why the notice takes none online now; empty where it does. */
    public Optional<String> whyNot(Notice notice) {
        if (notice.contact() == null) {
            return Optional.of("这次公示没有开通在线提出异议，请按公示所列的其他方式提出");
        }
        if (notice.periodEnded() || today().isAfter(notice.endsOn())) {
            return Optional.of(
                    "公示期已于" + notice.endsOn() + " 24:00届满，不再受理对这次公示的异议（第十二条(三)）。对已公布的集群有意见的，可以书面向自治区工业和信息化厅反映");
        }
        return Optional.empty();
    }

    /**
     * Takes one in. The same form sent twice gets the same receipt.
     *
     * @param network where it came from, as {@link Throttle#network()}
     * @return once it is stored
     * @throws Refusal where something is missing, a file is nothing that is taken in, or the period is over
     * @throws TooManyObjections where too many came from there
     */
    public Receipt receive(long noticeId, OnlineObjectionEntry entry, List<Sent> files, String network) {
        String secret = Receipt.isSecret(entry.secret()) ? entry.secret() : Receipt.drawSecret();
        Optional<OnlineObjection> before = online.ofSecret(Receipt.sha256(secret));
        if (before.isPresent()) {
            return new Receipt(before.get().receiptNumber(), secret);
        }
        entry.check();
        requireOpen(noticeId);
        if (files.size() > MOST_FILES) {
            throw new Refusal("最多附" + MOST_FILES + "个文件，现为" + files.size() + "个。请合并成一个PDF后重新选择");
        }
        requireTurn(network, entry, noticeId);
        List<LetterFiles.Read> read = new ArrayList<>();
        try {
            for (Sent file : files) {
                read.add(letters.read(file.name(), file.content(), (long) MEGABYTES_OF_FILE << 20));
            }
            return transactions.execute(status -> store(noticeId, entry, read, secret));
        } catch (RuntimeException notStored) {
            throttle.takeBack(OBJECTION, network);
            throw notStored;
        } finally {
            read.forEach(LetterFiles.Read::close);
        }
    }

    private Notice requireOpen(long noticeId) {
        Notice notice = notices.find(noticeId).orElseThrow(() -> new Refusal("没有这个公示，请从公示页面进入"));
        whyNot(notice).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        return notice;
    }

    private void requireTurn(String network, OnlineObjectionEntry entry, long noticeId) {
        Optional<Instant> later = throttle.take(OBJECTION, network, ofAddress);
        if (later.isEmpty()) {
            return;
        }
        Notice notice = requireOpen(noticeId);
        ZonedDateTime lastHour = notice.endsOn().atTime(LAST_HOUR).atZone(clock.getZone());
        boolean first = !entry.unsigned() && !online.isFrom(noticeId, entry.objectorName(), entry.contact());
        Instant now = clock.instant();
        if (first && !now.isBefore(lastHour.toInstant())) {
            return;
        }
        Instant again = first && lastHour.toInstant().isBefore(later.get()) ? lastHour.toInstant() : later.get();
        Instant over = notice.endsOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        throw new TooManyObjections(again, again.isBefore(over));
    }

    private Receipt store(long noticeId, OnlineObjectionEntry entry, List<LetterFiles.Read> files, String secret) {
        stored.keepOpen(noticeId);
        Notice notice = requireOpen(noticeId);
        NoticeItem item = notices.openItems(notice).stream()
                .filter(candidate -> candidate.caseNumber().equals(entry.caseNumber()))
                .findFirst()
                .orElseThrow(() -> new Refusal("名单中没有这个集群，或者对它的异议已经处理完毕，请从名单中选择"));
        List<Long> kept = files.stream().map(letters::keep).toList();
        Receipt receipt = new Receipt(Receipt.drawNumber(), secret);
        Instant now = clock.instant();
        online.insert(
                new OnlineObjection(
                        0,
                        receipt.number(),
                        noticeId,
                        item.caseNumber(),
                        entry.unsigned() ? null : entry.objectorName(),
                        entry.unsigned() ? null : entry.contact(),
                        entry.grounds(),
                        now,
                        LocalDate.ofInstant(now, clock.getZone()),
                        entry.unsigned() ? AdmissionState.LEAD : AdmissionState.RECEIVED,
                        entry.unsigned() ? UNSIGNED : null,
                        null,
                        null,
                        null,
                        null),
                Receipt.sha256(secret),
                kept);
        notifications.tell(
                StaffGroup.OFFICERS,
                item.caseNumber(),
                (entry.unsigned() ? "onlineLead-" : "onlineObjection-") + noticeId + "-" + today(),
                "“" + notice.title() + "”：收到在线提交的" + (entry.unsigned() ? "线索" : "异议") + "，请在“待登记的异议”中办理（"
                        + Article.of(12, 3) + "）。");
        return receipt;
    }

    /**
     * What became of it.
     *
     * @param number as typed, in groups or not, as the secret
     * @return empty where the two do not belong together
     * @throws TooManyObjections after too many wrong ones
     */
    public Optional<ObjectionStanding> lookUp(String number, String secret, String network) {
        String digits = Receipt.digits(number);
        stop(throttle.take(LOOK_UP, network, LOOK_UPS_OF_ADDRESS));
        stop(throttle.take(LOOK_UP, "number " + digits, GUESSES_OF_NUMBER));
        Optional<OnlineObjection> found = online.ofSecret(Receipt.sha256(Receipt.digits(secret)))
                .filter(each -> each.receiptNumber().equals(digits));
        found.ifPresent(right -> {
            throttle.takeBack(LOOK_UP, network);
            throttle.takeBack(LOOK_UP, "number " + digits);
        });
        return found.map(this::standing);
    }

    private static void stop(Optional<Instant> later) {
        later.ifPresent(again -> {
            throw new TooManyObjections(again, true);
        });
    }

    private ObjectionStanding standing(OnlineObjection objection) {
        Notice notice = notices.find(objection.noticeId()).orElseThrow();
        Objection entered = objection.objectionId() == null ? null : notices.objection(objection.objectionId());
        boolean ruled = entered != null && entered.ruling() != null;
        String state = objection.state().label();
        String explanation =
                switch (objection.state()) {
                    case RECEIVED -> "自治区工业和信息化厅已收到，正在核对署名和理由是否齐全。登记或者不予登记以前，所涉及的集群不会公布。";
                    case NOT_ADMITTED -> "没有登记，原因如下。公示期没有满的，补全后可以重新提出。";
                    case LEAD -> "作为线索留存核查，不按异议程序裁定。";
                    case ADMITTED -> "";
                };
        if (ruled) {
            state = entered.ruling().outcome().label();
            explanation = entered.ruling() == Ruling.UPHELD ? "经核实，裁定异议成立，所涉及的集群不予认定。" : "经核实，裁定异议不成立，所涉及的集群继续办理。";
        } else if (entered != null) {
            state = entered.facts() == null ? "核实中" : "等待裁定";
            explanation = "异议已登记。经办人员核实以后由审定人员裁定，裁定以前所涉及的集群不会公布。";
        }
        return new ObjectionStanding(
                objection.spokenNumber(),
                notice.title(),
                notice.id(),
                notice.items().stream()
                        .filter(item -> item.caseNumber().equals(objection.caseNumber()))
                        .map(NoticeItem::clusterName)
                        .findFirst()
                        .orElseThrow(),
                objection.receivedAt(),
                state,
                explanation,
                ruled ? entered.rulingReason() : objection.reason(),
                ruled ? entered.ruledAt() : objection.decidedAt(),
                objection.grounds(),
                letters.find(online.files(objection.id())).stream()
                        .map(Letter::name)
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

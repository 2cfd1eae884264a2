package org.smecluster.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.document.Audience;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes messages of the notices in the queue, and hands them over one by one. Several nodes may do it at once. */
@Service
public class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private static final LocalTime DIGEST_AT = LocalTime.of(17, 0);
    private static final int NOTICES_AT_ONCE = 100;

    /** Longer than any carrier waits. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(5);

    /** After each failed attempt; after the last it has failed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private final Outbox outbox;
    private final MailAddresses addresses;
    private final RouteTable routes;
    private final Accounts accounts;
    private final List<Carrier> carriers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Dispatch(
            Outbox outbox,
            MailAddresses addresses,
            RouteTable routes,
            Accounts accounts,
            List<Carrier> carriers,
            TransactionTemplate transaction,
            Clock clock) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.routes = routes;
        this.accounts = accounts;
        this.carriers = carriers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the operator has configured the way. */
    public boolean open(Channel channel) {
        return carriers.stream().anyMatch(carrier -> carrier.channel() == channel && carrier.open());
    }

    /** Everything that is due now. */
    public void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> expand()))) {
            LOG.debug("notices became messages");
        }
        Instant stale = clock.instant().minus(GIVEN_UP_AFTER);
        for (Carrier carrier : carriers) {
            outbox.abandoned(carrier.channel(), stale, carrier.abandoned(), "发送途中系统停止，不能确定是否已经发出", clock.instant());
        }
        for (Optional<Message> next = claim(); next.isPresent(); next = claim()) {
            send(next.get());
        }
    }

    private Optional<Message> claim() {
        return transaction.execute(status -> outbox.claim(clock.instant()));
    }

    /** @return whether there was anything in the queue */
    private boolean expand() {
        List<Told> notices = outbox.take(NOTICES_AT_ONCE);
        List<Route> wanted = notices.isEmpty()
                ? List.of()
                : routes.all().stream().filter(Route::wanted).toList();
        for (Told notice : notices) {
            Reader reader = Reader.of(notice.group());
            for (Channel channel : Channel.values()) {
                if (open(channel) && wanted.contains(new Route(notice.topic(), reader, channel, true))) {
                    add(notice, channel);
                }
            }
        }
        return !notices.isEmpty();
    }

    private void add(Told notice, Channel channel) {
        if (channel == Channel.PLATFORM) {
            outbox.add(notice, channel, notice.group(), clock.instant(), false);
            return;
        }
        for (MailAddress address : addresses.of(members(notice.group()))) {
            if (address.mode() != MailMode.NONE) {
                boolean digest = address.mode() == MailMode.DIGEST;
                outbox.add(notice, channel, address.userId(), digest ? nextDigest() : clock.instant(), digest);
            }
        }
    }

    private List<String> members(String group) {
        return Audience.personOf(group).map(List::of).orElseGet(() -> accounts.inGroup(group).stream()
                .map(Account::userId)
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private Instant nextDigest() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime today = now.with(DIGEST_AT);
        return (now.isBefore(today) ? today : today.plusDays(1)).toInstant();
    }

    /** Outside of any transaction: that it is under way stands in the database before anything leaves. */
    private void send(Message message) {
        Carrier.Result result = carriers.stream()
                .filter(carrier -> carrier.channel() == message.channel())
                .findFirst()
                .filter(Carrier::open)
                .map(carrier -> carrier.carry(message, outbox.notices(message.id())))
                .orElse(Carrier.Result.again("没有配置" + message.channel().label() + "，配置后自动再试"));
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            switch (result.kind()) {
                case SENT -> outbox.sent(message.id(), now);
                case MAYBE -> outbox.end(message.id(), MessageState.MAYBE, result.problem(), now);
                case NEVER -> outbox.end(message.id(), MessageState.FAILED, result.problem(), now);
                case AGAIN -> {
                    if (message.attempts() > PAUSES.size()) {
                        outbox.end(message.id(), MessageState.FAILED, result.problem(), now);
                    } else {
                        outbox.postpone(message.id(), result.problem(), now.plus(PAUSES.get(message.attempts() - 1)));
                    }
                }
            }
        });
        if (result.kind() != Carrier.Result.Kind.SENT) {
            LOG.warn("Message {} by {}: {}", message.id(), message.channel(), result.problem());
        }
    }
}

package org.smecluster.message;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say of messages: where they want them, and an administrator what becomes of one that did not go. */
@Service
@Transactional
public class Mailing {

    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");

    private final Outbox outbox;
    private final MailAddresses addresses;
    private final Clock clock;

    Mailing(Outbox outbox, MailAddresses addresses, Clock clock) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<MailAddress> address(String userId) {
        return addresses.find(userId);
    }

    /** @throws Refusal where it is no address */
    public void put(String mail, MailMode mode, Account by) {
        String address = mail == null ? "" : mail.strip();
        if (address.length() > 254 || !MAIL.matcher(address).matches()) {
            throw new Refusal("“" + address + "”不是电子邮箱地址，应为名称@域名，例如 zhangsan@nx.gov.cn");
        }
        addresses.put(new MailAddress(by.userId(), address, mode), clock.instant());
    }

    @Transactional(readOnly = true)
    public Map<MessageState, Long> counts() {
        return outbox.counts();
    }

    @Transactional(readOnly = true)
    public List<Message> list(List<MessageState> states, int from, int most) {
        return outbox.list(states, from, most);
    }

    /** @throws Refusal where somebody else, or the system, has dealt with it since */
    public void again(UUID message) {
        if (!outbox.again(message, clock.instant())) {
            throw new Refusal("这条消息已不是“可能已发送”或“发送失败”，请刷新页面");
        }
    }

    /** @throws Refusal as {@link #again} */
    public void arrived(UUID message) {
        if (!outbox.arrived(message, clock.instant())) {
            throw new Refusal("这条消息已不是“可能已发送”，请刷新页面");
        }
    }
}

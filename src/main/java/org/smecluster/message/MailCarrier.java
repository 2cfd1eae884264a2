package org.smecluster.message;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By SMTP. Once the server may have taken the text, nothing is tried again by itself. */
@Component
class MailCarrier implements Carrier {

    private final ObjectProvider<JavaMailSender> sender;
    private final MessageSettings settings;
    private final MailAddresses addresses;
    private final Accounts accounts;

    MailCarrier(
            ObjectProvider<JavaMailSender> sender,
            MessageSettings settings,
            MailAddresses addresses,
            Accounts accounts) {
        this.sender = sender;
        this.settings = settings;
        this.addresses = addresses;
        this.accounts = accounts;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean open() {
        return settings.hasSender() && sender.getIfAvailable() != null;
    }

    @Override
    public MessageState abandoned() {
        return MessageState.MAYBE;
    }

    @Override
    public Result carry(Message message, List<Told> notices) {
        Optional<MailAddress> address =
                addresses.find(message.recipient()).filter(each -> each.mode() != MailMode.NONE);
        Optional<Account> person = accounts.find(message.recipient());
        if (address.isEmpty() || person.isEmpty()) {
            return Result.never("收件人已不再用邮件接收，或者账号已不存在");
        }
        JavaMailSender mail = sender.getObject();
        try {
            mail.send(text(mail, message, notices, address.get(), person.get()));
            return Result.sent();
        } catch (MailAuthenticationException refused) {
            return Result.again("邮件服务器不接受本系统的用户名或密码，请系统管理员核对配置");
        } catch (MailSendException failed) {
            // only a failure to connect has a cause: of one while sending each message has its own
            return failed.getCause() != null
                    ? Result.again("连接不上邮件服务器，稍后自动再试")
                    : inTheMiddle(failed.getFailedMessages().values().iterator().next());
        } catch (MessagingException | MailException unfit) {
            return Result.never("邮件写不成：" + address.get().mail() + " 不是可用的地址");
        }
    }

    /** The server refused it in words, or the line broke. */
    private static Result inTheMiddle(Exception failed) {
        if (failed instanceof SMTPSendFailedException refused) {
            return byCode(refused.getReturnCode(), refused);
        }
        if (failed instanceof SendFailedException refused) {
            Exception next = refused.getNextException();
            return next instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException address
                    ? byCode(address.getReturnCode(), refused)
                    : Result.never("邮件服务器不接受这个地址");
        }
        return Result.maybe("交给邮件服务器时连接中断，不能确定是否已经发出");
    }

    private static Result byCode(int code, SendFailedException refused) {
        if (code >= 500) {
            return Result.never("邮件服务器拒绝（" + code + "），请核对收件地址");
        }
        return code >= 400 ? Result.again("邮件服务器暂时不收（" + code + "），稍后自动再试") : Result.maybe("邮件服务器的回答不明，不能确定是否已经发出");
    }

    private MimeMessage text(
            JavaMailSender mail, Message message, List<Told> notices, MailAddress address, Account person)
            throws MessagingException {
        MimeMessage mime = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mime, false, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address.mail());
        helper.setSubject(subject(message, notices));
        helper.setText(person.displayName() + "：\n\n"
                + notices.stream().map(this::paragraph).collect(Collectors.joining("\n\n"))
                + "\n\n宁夏中小企业特色产业集群培育认定管理系统自动发送，请勿回复。接收方式可在系统的“消息设置”中更改。\n");
        // kept by the sender: the same message has the same id, however often it is sent
        mime.setHeader("Message-ID", "<" + message.id() + "@" + settings.from().replaceAll(".*@|>.*", "") + ">");
        return mime;
    }

    private static String subject(Message message, List<Told> notices) {
        return message.digest() || notices.size() != 1
                ? "【特色产业集群】" + notices.size() + "条消息"
                : "【特色产业集群】" + notices.get(0).topic().label() + "（"
                        + notices.get(0).caseNumber() + "）";
    }

    private String paragraph(Told notice) {
        String link = settings.address() == null || settings.address().isBlank()
                ? ""
                : "\n" + settings.address() + "/cases/" + notice.caseNumber();
        return notice.text() + link;
    }
}

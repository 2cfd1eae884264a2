package org.smecluster.publicnotice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telephone, address, e-mail and the discipline inspection's contact, which every notice names. A notice goes by those that
 * hold when it is scheduled, and keeps them.
 */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class ContactBook {

    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern TELEPHONE = Pattern.compile("\\d{7}|\\d[\\d\\s-]{5,}\\d");

    private final NoticeContacts contacts;
    private final Clock clock;

    ContactBook(NoticeContacts contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What holds for the next notice; empty as long as nobody entered any. */
    @Transactional(readOnly = true)
    public Optional<NoticeContact> current() {
        return contacts.all().stream().findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<NoticeContact> all() {
        return contacts.all();
    }

    /** @throws Refusal where none are entered: no notice without them */
    NoticeContact required() {
        return current()
                .orElseThrow(() -> new Refusal("还没有填写公示的联系方式。请经办人员在“更多”中的“公示联系方式”填写电话、地址、电子邮箱和纪检监督的联系方式，再公示（第十二条(三)）"));
    }

    /**
     * Enters all four; notices that are scheduled already keep theirs.
     *
     * @param seen id of the contacts that the person saw; 0 where there were none
     * @throws Refusal with everything that is missing, too long or no such thing
     * @throws Overtaken where somebody has entered others meanwhile
     */
    public void enter(String telephone, String address, String mail, String discipline, long seen, Account by) {
        if (!by.groups().contains(StaffGroup.OFFICERS)) {
            throw new Refusal("公示联系方式由自治区经办人员填写");
        }
        List<String> reasons = new ArrayList<>();
        String phone = field(reasons, "电话", telephone, 100);
        String place = field(reasons, "地址", address, 200);
        String box = field(reasons, "电子邮箱", mail, 100);
        String inspection = field(reasons, "纪检监督联系方式", discipline, 200);
        if (!phone.isEmpty() && !TELEPHONE.matcher(phone).find()) {
            reasons.add("电话中没有可以拨打的号码，请写区号和号码，例如0951-1234567");
        }
        if (!box.isEmpty() && !MAIL.matcher(box).matches()) {
            reasons.add("电子邮箱不像一个邮箱地址，请核对");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        if (current().map(NoticeContact::id).orElse(0L) != seen) {
            throw new Overtaken("另一位经办人员刚刚改过公示联系方式，请核对现在的内容后再保存");
        }
        contacts.insert(
                new NoticeContact(0, phone, place, box, inspection, by.userId(), by.displayName(), clock.instant()));
    }

    private static String field(List<String> reasons, String label, String text, int longest) {
        String line = text == null ? "" : TypedText.line(text);
        if (line.isEmpty()) {
            reasons.add("请填写" + label);
        } else if (line.length() > longest) {
            reasons.add(label + "最多" + longest + "个字，现为" + line.length() + "个字，请删减");
        }
        return line;
    }
}

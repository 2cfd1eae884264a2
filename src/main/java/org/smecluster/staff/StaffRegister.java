package org.smecluster.staff;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.absence.engine.Handover;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.ClosedAccounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New people, new posts, new passwords: what the administrator does with accounts, but for those who leave. */
@Service
public class StaffRegister {

    /** Of one sheet. */
    public static final int MOST = 200;

    private static final int LONGEST_NAME = 30;

    /** Without those that are taken for each other when read out or copied by hand. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int LETTERS_OF_GROUP = 4;

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final Places places;
    private final Handover handover;
    private final SecureRandom random = new SecureRandom();

    StaffRegister(Accounts accounts, ClosedAccounts closed, Places places, Handover handover) {
        this.accounts = accounts;
        this.closed = closed;
        this.places = places;
        this.handover = handover;
    }

    /** Every entry with all that is wrong with it. */
    @Transactional(readOnly = true)
    public List<CheckedEntry> check(List<StaffEntry> entries) {
        Map<String, Account> present = new HashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (Account account : accounts.all()) {
            present.put(account.userId().toLowerCase(), account);
            account.groups().forEach(group -> names.computeIfAbsent(group, each -> new HashSet<>())
                    .add(account.displayName()));
        }
        Map<String, Integer> firstRows = new HashMap<>();
        return entries.stream()
                .map(entry -> check(entry, present, names, firstRows))
                .toList();
    }

    private CheckedEntry check(
            StaffEntry entry,
            Map<String, Account> present,
            Map<String, Set<String>> names,
            Map<String, Integer> firstRows) {
        Map<String, String> faults = new LinkedHashMap<>();
        List<String> doubts = new ArrayList<>();
        String id = entry.userId().toLowerCase();
        Account known = present.get(id);
        Integer first = id.isEmpty() ? null : firstRows.putIfAbsent(id, entry.row());
        if (id.isEmpty()) {
            faults.put("账号", "请填写账号，例如姓名的拼音或者工号");
        } else if (!accounts.isUserId(entry.userId())) {
            faults.put("账号", "“" + entry.userId() + "”不能作账号：以字母或数字开头，只用字母、数字、点、下划线和连字符，不超过64个字符");
        } else if (first != null) {
            faults.put("账号", "与第" + first + "行的账号相同（不分大小写），请改一个");
        } else if (known != null) {
            faults.put(
                    "账号",
                    closed.closed(known.userId())
                            ? "账号曾由" + known.displayName() + "使用，已停用；停用的账号不再给别人，请另取一个"
                            : "账号已有人使用（" + known.displayName() + "），请另取一个");
        }
        if (entry.name().length() < 2 || entry.name().length() > LONGEST_NAME) {
            faults.put("姓名", "请填写姓名，二至" + LONGEST_NAME + "个字，案件里的办理人显示的就是它");
        } else if (!entry.name().codePoints().allMatch(c -> Character.isLetter(c) || c == '·')) {
            faults.put("姓名", "“" + entry.name() + "”不像姓名，只用汉字、字母和间隔号");
        }
        Place place = place(entry, faults);
        if (place != null && names.getOrDefault(place.group(), Set.of()).contains(entry.name())) {
            doubts.add(place.unit() + "已有名为" + entry.name() + "的账号，请确认不是同一人");
        }
        return new CheckedEntry(entry, place, faults, doubts);
    }

    private Place place(StaffEntry entry, Map<String, String> faults) {
        if (entry.unit().isEmpty()) {
            faults.put("单位", "请填写单位，名称与“单位”页一致");
            return null;
        }
        List<Place> ofUnit = places.ofUnit(entry.unit());
        if (ofUnit.isEmpty()) {
            faults.put("单位", "没有名为“" + entry.unit() + "”的单位，请从模板的列表中选择；确有新单位的，先在“单位”页增加");
            return null;
        }
        if (entry.post().isEmpty() && ofUnit.size() == 1) {
            return ofUnit.get(0);
        }
        List<Place> found = ofUnit.stream()
                .filter(place -> place.post().equals(entry.post()))
                .toList();
        if (found.isEmpty()) {
            faults.put(
                    "岗位",
                    (entry.post().isEmpty() ? "请填写岗位：" : entry.unit() + "没有“" + entry.post() + "”岗位，请填")
                            + ofUnit.stream().map(Place::post).collect(Collectors.joining("、")));
            return null;
        }
        return found.get(0);
    }

    /**
     * Opens an account for each, or for none.
     *
     * @return the passwords, which are kept nowhere; the first login asks for another
     * @throws Refusal where an entry has a fault
     */
    @Transactional
    public List<FirstPassword> open(List<StaffEntry> entries, Account by) {
        List<CheckedEntry> checked = check(entries);
        List<String> faults = checked.stream()
                .flatMap(each -> each.faults().entrySet().stream()
                        .map(fault ->
                                (each.entry().row() > 0 ? "第" + each.entry().row() + "行" : "") + fault.getKey() + "："
                                        + fault.getValue()))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        if (entries.isEmpty() || entries.size() > MOST) {
            throw new Refusal("一次开通1至" + MOST + "个账号");
        }
        List<FirstPassword> opened = new ArrayList<>();
        for (CheckedEntry each : checked) {
            StaffEntry entry = each.entry();
            String password = password();
            accounts.create(entry.userId(), entry.name(), password, each.place().group(), by);
            opened.add(
                    new FirstPassword(entry.userId(), entry.name(), each.place().label(), password));
        }
        return opened;
    }

    /** A new password for somebody who forgot; all sessions end. */
    @Transactional
    public FirstPassword reset(String userId, Account by) {
        Account person = inOffice(userId);
        if (userId.equals(by.userId())) {
            throw new Refusal("自己的密码请在“修改密码”页修改");
        }
        String password = password();
        accounts.setPassword(userId, password);
        Map<String, Place> byGroup = places.byGroup();
        return new FirstPassword(
                userId,
                person.displayName(),
                person.groups().stream()
                        .filter(byGroup::containsKey)
                        .map(group -> byGroup.get(group).label())
                        .collect(Collectors.joining("、")),
                password);
    }

    @Transactional
    public void rename(String userId, String name, Account by) {
        inOffice(userId);
        Map<String, String> faults =
                new LinkedHashMap<>(check(new StaffEntry(0, userId, name, "", ""), Map.of(), Map.of(), new HashMap<>())
                        .faults());
        if (faults.containsKey("姓名")) {
            throw new Refusal(faults.get("姓名"));
        }
        accounts.rename(userId, new StaffEntry(0, userId, name, "", "").name(), by);
    }

    /** Gives the person another post beside those that there are. */
    @Transactional
    public Place join(String userId, String group, Account by) {
        Account person = inOffice(userId);
        Place place = places.of(group).orElseThrow(() -> new Refusal("请选择单位和岗位"));
        if (person.groups().contains(group)) {
            throw new Refusal(person.displayName() + "已在" + place.label());
        }
        accounts.join(userId, group, by);
        return place;
    }

    /** Takes a post away; what the person has to do there is handed over first. */
    @Transactional
    public Place leave(String userId, String group, Account by) {
        Account person = inOffice(userId);
        Place place = places.of(group).orElseThrow(() -> new Refusal("请选择单位和岗位"));
        if (!person.groups().contains(group)) {
            throw new Refusal(person.displayName() + "不在" + place.label() + "，请刷新页面");
        }
        long held = handover.heldBy(userId).stream()
                .filter(task -> group.equals(task.group()))
                .count();
        if (held > 0) {
            throw new Refusal(
                    person.displayName() + "名下还有" + place.unit() + "的" + held + "项任务。请本人先释放，或者由同事接办后再调整；离任的请到“移交”页办理");
        }
        accounts.leave(userId, group, by);
        return place;
    }

    private Account inOffice(String userId) {
        Account person = accounts.find(userId).orElseThrow(() -> new Refusal("没有账号“" + userId + "”，请重新选择"));
        if (closed.closed(userId)) {
            throw new Refusal(person.displayName() + "的账号已停用，先在“移交”页恢复");
        }
        return person;
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (int i = 0; i < LETTERS_OF_GROUP; i++) {
                password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return password.toString();
    }
}

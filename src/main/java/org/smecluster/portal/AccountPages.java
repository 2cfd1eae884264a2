package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.material.TypedList;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.AccountStates;
import org.smecluster.security.Accounts;
import org.smecluster.security.ClosedAccounts;
import org.smecluster.security.CurrentUser;
import org.smecluster.staff.CheckedEntry;
import org.smecluster.staff.FirstPassword;
import org.smecluster.staff.Place;
import org.smecluster.staff.Places;
import org.smecluster.staff.StaffEntry;
import org.smecluster.staff.StaffRegister;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's pages of accounts: the list, a sheet of new people, one person. */
@Controller
@RequestMapping("/admin/accounts")
class AccountPages {

    private static final int SHOWN = 50;

    record Line(String userId, String name, List<String> places, boolean closed, boolean mustChange) {}

    private final StaffRegister register;
    private final Places places;
    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final AccountStates states;
    private final CurrentUser user;

    AccountPages(
            StaffRegister register,
            Places places,
            Accounts accounts,
            ClosedAccounts closed,
            AccountStates states,
            CurrentUser user) {
        this.register = register;
        this.places = places;
        this.accounts = accounts;
        this.closed = closed;
        this.states = states;
        this.user = user;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return show(q, place, page, model);
    }

    private String show(String q, String place, int page, Model model) {
        Map<String, Place> byGroup = places.byGroup();
        Set<String> mustChange = states.mustChange();
        String wanted = TypedText.plain(q).toLowerCase();
        List<Account> sought = accounts.all().stream()
                .filter(each -> place.isEmpty() || each.groups().contains(place))
                .filter(each -> each.userId().toLowerCase().contains(wanted)
                        || each.displayName().toLowerCase().contains(wanted))
                .toList();
        Page<Account> shown = Page.of(sought, page, SHOWN);
        model.addAttribute("q", q);
        model.addAttribute("place", place);
        model.addAttribute("places", places.all());
        model.addAttribute(
                "found",
                new Page<>(
                        shown.items().stream()
                                .map(each -> line(each, byGroup, mustChange))
                                .toList(),
                        shown.number(),
                        shown.size(),
                        shown.total()));
        model.addAttribute("most", StaffRegister.MOST);
        return "admin/accounts";
    }

    private Line line(Account account, Map<String, Place> byGroup, Set<String> mustChange) {
        return new Line(
                account.userId(),
                account.displayName(),
                account.groups().stream()
                        .map(group ->
                                byGroup.containsKey(group) ? byGroup.get(group).label() : group)
                        .toList(),
                closed.closed(account.userId()),
                mustChange.contains(account.userId()));
    }

    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        user.require(StaffGroup.ADMINISTRATORS);
        List<Place> all = places.all();
        response.setContentType(CaseUploads.XLSX.toString());
        response.setHeader(
                "Content-Disposition", CaseUploads.disposition("工作人员名册模板.xlsx").toString());
        TypedList.template(
                "名册",
                StaffEntry.HEADS,
                Map.of(
                        "单位", all.stream().map(Place::unit).distinct().toList(),
                        "岗位", all.stream().map(Place::post).distinct().toList()),
                StaffRegister.MOST,
                response.getOutputStream());
    }

    /** Shows what the sheet says beside what is wrong with it; nothing is opened yet. */
    @PostMapping("/sheet")
    String sheet(@RequestParam(required = false) MultipartFile file, HttpServletResponse response, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return Attempt.of(response, model, () -> preview(entries(file), model), () -> show("", "", 1, model));
    }

    private static List<StaffEntry> entries(MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Refusal("请先选择填好的名册（.xlsx），再点“上传并核对”");
        }
        List<TypedList.Line> lines;
        try (InputStream content = file.getInputStream()) {
            lines = TypedList.read(content, StaffEntry.HEADS.size(), StaffRegister.MOST + 1);
        } catch (IOException unreadable) {
            throw new Refusal("文件没有完整传到服务器，请重新上传");
        }
        if (lines.isEmpty() || !lines.get(0).cells().equals(StaffEntry.HEADS)) {
            throw new Refusal("名册第一行须是：" + String.join("、", StaffEntry.HEADS) + "。请下载模板，把名单粘贴进去后上传");
        }
        if (lines.size() == 1) {
            throw new Refusal("名册里没有人员，请在表头下面逐行填写后上传");
        }
        return lines.stream()
                .skip(1)
                .map(line -> new StaffEntry(
                        line.number(),
                        line.cells().get(0),
                        line.cells().get(1),
                        line.cells().get(2),
                        line.cells().get(3)))
                .toList();
    }

    private String preview(List<StaffEntry> entries, Model model) {
        List<CheckedEntry> checked = register.check(entries);
        model.addAttribute("heads", StaffEntry.HEADS);
        model.addAttribute("checked", checked);
        model.addAttribute(
                "faulty", checked.stream().filter(each -> !each.good()).count());
        return "admin/staff-preview";
    }

    /** The people of the preview, or one who was typed in; the passwords are on this answer and nowhere else. */
    @PostMapping
    String open(HttpServletRequest request, HttpServletResponse response, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        List<StaffEntry> entries = entries(request);
        return Attempt.of(
                response,
                model,
                () -> passwords(register.open(entries, signedIn()), response, model),
                () -> entries.size() == 1 && entries.get(0).row() == 0
                        ? again(entries.get(0), model)
                        : preview(entries, model));
    }

    private String again(StaffEntry entry, Model model) {
        model.addAttribute("entry", entry);
        return show("", "", 1, model);
    }

    /** Of a preview the rows as they were shown; of one person the group that was chosen. */
    private List<StaffEntry> entries(HttpServletRequest request) {
        String[] ids = fields("userId", request);
        String[] names = fields("name", request);
        String[] rows = fields("row", request);
        String group = request.getParameter("place");
        if (group != null) {
            Place place = places.of(group).orElse(new Place("", "", ""));
            return List.of(new StaffEntry(0, first(ids), first(names), place.unit(), place.post()));
        }
        String[] units = fields("unit", request);
        String[] posts = fields("post", request);
        if (ids.length != names.length
                || ids.length != rows.length
                || ids.length != units.length
                || ids.length != posts.length) {
            throw new Refusal("名单不完整，请重新上传名册");
        }
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new StaffEntry(number(rows[i]), ids[i], names[i], units[i], posts[i]))
                .toList();
    }

    private static String[] fields(String name, HttpServletRequest request) {
        String[] values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    private static String first(String[] values) {
        return values.length == 0 ? "" : values[0];
    }

    private static int number(String row) {
        return row.matches("[0-9]{1,7}") ? Integer.parseInt(row) : 0;
    }

    private String passwords(List<FirstPassword> opened, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        model.addAttribute("opened", opened);
        return "admin/first-passwords";
    }

    @GetMapping("/people/{userId}")
    String person(@PathVariable String userId, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return showPerson(userId, model);
    }

    private String showPerson(String userId, Model model) {
        Account person = accounts.find(userId).orElseThrow(NotVisible::new);
        Map<String, Place> byGroup = places.byGroup();
        List<Place> held = new ArrayList<>();
        person.groups().stream().filter(byGroup::containsKey).map(byGroup::get).forEach(held::add);
        model.addAttribute("person", line(person, byGroup, states.mustChange()));
        model.addAttribute("held", held);
        model.addAttribute(
                "others",
                places.all().stream().filter(each -> !held.contains(each)).toList());
        model.addAttribute("own", userId.equals(user.userId()));
        return "admin/account";
    }

    @PostMapping("/people/{userId}/name")
    String rename(
            @PathVariable String userId,
            @RequestParam String name,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return attempt(userId, response, model, () -> {
            register.rename(userId, name, signedIn());
            return back(userId, "姓名已改。以前记在案件里的姓名不变。", after);
        });
    }

    @PostMapping("/people/{userId}/places")
    String join(
            @PathVariable String userId,
            @RequestParam String place,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return attempt(userId, response, model, () -> {
            Place joined = register.join(userId, place, signedIn());
            return back(userId, "已增加岗位：" + joined.label() + "。本人下次登录时生效。", after);
        });
    }

    @PostMapping("/people/{userId}/places/removal")
    String leave(
            @PathVariable String userId,
            @RequestParam String place,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return attempt(userId, response, model, () -> {
            Place left = register.leave(userId, place, signedIn());
            return back(userId, "已去掉岗位：" + left.label() + "。", after);
        });
    }

    @PostMapping("/people/{userId}/password")
    String reset(
            @PathVariable String userId,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response,
            Model model) {
        return attempt(userId, response, model, () -> {
            if (!sure) {
                throw new Refusal("请先勾选“我确认重置密码”");
            }
            return passwords(List.of(register.reset(userId, signedIn())), response, model);
        });
    }

    private String attempt(String userId, HttpServletResponse response, Model model, Supplier<String> action) {
        user.require(StaffGroup.ADMINISTRATORS);
        accounts.find(userId).orElseThrow(NotVisible::new);
        return Attempt.of(response, model, action, () -> showPerson(userId, model));
    }

    private Account signedIn() {
        return user.account().orElseThrow();
    }

    private static String back(String userId, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        after.addAttribute("userId", userId);
        return "redirect:/admin/accounts/people/{userId}";
    }
}

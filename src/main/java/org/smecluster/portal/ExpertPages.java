package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.smecluster.indicator.CreditCode;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Units;
import org.smecluster.review.Expert;
import org.smecluster.review.ExpertRoster;
import org.smecluster.review.Experts;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roster of experts, kept by the autonomous region's officers. */
@Controller
class ExpertPages {

    private static final String OUTSIDE = "OUTSIDE";

    /**
     * The form as it was sent; any field may be null.
     *
     * @param county code of a county-level unit, or {@code OUTSIDE} the autonomous region; to say neither is refused, for
     *     an expert of unknown origin could be sent to judge a cluster at home
     */
    record Entry(String userId, String name, String organisation, String county, String ties) {

        static Entry of(Expert expert) {
            return new Entry(
                    expert.userId(),
                    expert.name(),
                    expert.organisation(),
                    expert.countyCode() == null ? OUTSIDE : expert.countyCode(),
                    expert.ties().stream().sorted().collect(Collectors.joining("\n")));
        }

        Entry of(String account) {
            return new Entry(account, name, organisation, county, ties);
        }

        Expert expert() {
            return new Expert(
                    text(userId),
                    text(name),
                    text(organisation),
                    text(county).equals(OUTSIDE) ? null : text(county),
                    codes());
        }

        private Set<String> codes() {
            return Arrays.stream(text(ties).split("[\\s,，;；、]+"))
                    .filter(code -> !code.isEmpty())
                    .map(CreditCode::normalise)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static String text(String text) {
            return text == null ? "" : text.strip();
        }
    }

    record Line(Expert expert, String county, List<String> ties, boolean account) {}

    private final ExpertRoster roster;
    private final Experts experts;
    private final Accounts accounts;
    private final Units units;
    private final Regions regions;
    private final CurrentUser user;

    ExpertPages(
            ExpertRoster roster, Experts experts, Accounts accounts, Units units, Regions regions, CurrentUser user) {
        this.roster = roster;
        this.experts = experts;
        this.accounts = accounts;
        this.units = units;
        this.regions = regions;
        this.user = user;
    }

    @GetMapping("/experts")
    String experts(@RequestParam(required = false) String edit, Model model) {
        user.require(StaffGroup.OFFICERS);
        if (edit == null) {
            return show(null, false, model);
        }
        return show(Entry.of(roster.find(edit).orElseThrow(NotVisible::new)), true, model);
    }

    @PostMapping("/experts")
    String add(Entry entry, HttpServletResponse response, RedirectAttributes after, Model model) {
        user.require(StaffGroup.OFFICERS);
        Expert expert = entry.expert();
        return attempt(entry, false, response, model, () -> {
            roster.add(expert);
            return back("已将" + expert.name() + "加入名册。", after);
        });
    }

    @PostMapping("/experts/{userId}")
    String alter(
            @PathVariable String userId,
            Entry entry,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        Entry altered = entry.of(userId);
        Expert expert = altered.expert();
        return attempt(altered, true, response, model, () -> {
            roster.alter(expert);
            return back("已保存对" + expert.name() + "的修改，今后选派专家时生效。", after);
        });
    }

    @PostMapping("/experts/{userId}/removal")
    String remove(@PathVariable String userId, HttpServletResponse response, RedirectAttributes after, Model model) {
        user.require(StaffGroup.OFFICERS);
        return attempt(null, false, response, model, () -> {
            roster.remove(userId);
            return back("已将账号“" + userId + "”从名册中删除。已提交的评审意见保留在案件中。", after);
        });
    }

    private String attempt(
            Entry entry, boolean altering, HttpServletResponse response, Model model, Supplier<String> action) {
        return Attempt.of(response, model, action, () -> show(entry, altering, model));
    }

    private String show(Entry entry, boolean altering, Model model) {
        List<Account> members = accounts.inGroup(StaffGroup.EXPERTS);
        Set<String> memberIds = members.stream().map(Account::userId).collect(Collectors.toSet());
        List<Expert> kept = experts.all();
        Set<String> keptIds = kept.stream().map(Expert::userId).collect(Collectors.toSet());
        model.addAttribute(
                "experts",
                kept.stream()
                        .map(expert -> new Line(
                                expert,
                                expert.countyCode() == null ? "宁夏以外" : regions.name(expert.countyCode()),
                                expert.ties().stream().sorted().toList(),
                                memberIds.contains(expert.userId())))
                        .toList());
        model.addAttribute(
                "candidates",
                members.stream()
                        .filter(each -> !keptIds.contains(each.userId()))
                        .toList());
        model.addAttribute("counties", units.counties());
        model.addAttribute("entry", entry);
        model.addAttribute("altering", altering);
        return "experts";
    }

    private static String back(String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/experts";
    }
}

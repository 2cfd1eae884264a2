package org.smecluster.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.calendar.AnnouncedYear;
import org.smecluster.calendar.CalendarAdministration;
import org.smecluster.calendar.CalendarChange;
import org.smecluster.calendar.CalendarDay;
import org.smecluster.calendar.Confirmation;
import org.smecluster.calendar.DayKind;
import org.smecluster.calendar.DeadlineMove;
import org.smecluster.calendar.Deadlines;
import org.smecluster.calendar.MovesChanged;
import org.smecluster.calendar.OpenDeadline;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holiday table on screen: administrators change it, the region's officers may read it. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarController {

    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    private final WorkCalendar calendar;
    private final CalendarAdministration administration;
    private final Deadlines deadlines;
    private final CurrentUser user;
    private final Clock clock;

    CalendarController(
            WorkCalendar calendar,
            CalendarAdministration administration,
            Deadlines deadlines,
            CurrentUser user,
            Clock clock) {
        this.calendar = calendar;
        this.administration = administration;
        this.deadlines = deadlines;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    String year(@RequestParam(required = false) String year, @RequestParam(required = false) String edit, Model model) {
        user.require(StaffGroup.ADMINISTRATORS, StaffGroup.OFFICERS);
        int shown = yearOr(year, Year.now(clock).getValue());
        ChangeForm form = calendar.days(shown).stream()
                .filter(day -> day.day().toString().equals(edit))
                .findFirst()
                .map(ChangeForm::of)
                .orElseGet(ChangeForm::empty);
        return page(shown, form, model);
    }

    @PostMapping("/preview")
    String preview(@ModelAttribute("form") ChangeForm form, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        try {
            CalendarChange change = form.toChange();
            return confirmation(form, change, model);
        } catch (Refusal refusal) {
            return refused(form, refusal, model);
        }
    }

    @PostMapping("/apply")
    String apply(
            @ModelAttribute("form") ChangeForm form,
            @RequestParam(defaultValue = "") String confirmed,
            Model model,
            RedirectAttributes redirect) {
        user.require(StaffGroup.ADMINISTRATORS);
        try {
            CalendarChange change = form.toChange();
            try {
                List<DeadlineMove> moves = administration.apply(change, user.userId(), new Confirmation(confirmed));
                redirect.addFlashAttribute("done", change.description());
                redirect.addFlashAttribute("doneMoves", rows(moves));
                redirect.addAttribute("year", change.year());
                return "redirect:/admin/calendar";
            } catch (MovesChanged changed) {
                model.addAttribute("reasons", changed.reasons());
                return confirmation(form, change, model);
            }
        } catch (Refusal refusal) {
            return refused(form, refusal, model);
        }
    }

    private String confirmation(ChangeForm form, CalendarChange change, Model model) {
        List<DeadlineMove> moves = administration.preview(change);
        model.addAttribute("form", form);
        model.addAttribute("year", change.year());
        model.addAttribute("description", change.description());
        model.addAttribute("moves", rows(moves));
        model.addAttribute("confirmed", Confirmation.of(moves).moves());
        return "calendar/confirm";
    }

    private String refused(ChangeForm form, Refusal refusal, Model model) {
        model.addAttribute("reasons", refusal.reasons());
        String wanted = form.year() != null && !form.year().isBlank() ? form.year() : firstFour(form.from());
        return page(yearOr(wanted, Year.now(clock).getValue()), form, model);
    }

    private String page(int year, ChangeForm form, Model model) {
        List<CalendarDay> rows = calendar.days(year);
        List<OpenDeadline> open = deadlines.open();
        model.addAttribute("year", year);
        model.addAttribute("years", tabs(year));
        model.addAttribute(
                "announced",
                calendar.announcedYears().stream()
                        .filter(announced -> announced.year() == year)
                        .map(AnnouncedYear::source)
                        .findFirst()
                        .orElse(null));
        Map<LocalDate, CalendarDay> byDay =
                rows.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        model.addAttribute("months", MonthGrid.ofYear(year, calendar.workingDays(), byDay));
        model.addAttribute("rows", rows);
        model.addAttribute("weekdays", WEEKDAYS);
        model.addAttribute("kinds", DayKind.values());
        model.addAttribute("form", form);
        model.addAttribute("editable", user.inAny(StaffGroup.ADMINISTRATORS));
        model.addAttribute("openCount", open.size());
        model.addAttribute(
                "provisionalCount",
                open.stream().filter(OpenDeadline::provisional).count());
        return "calendar/year";
    }

    private List<Integer> tabs(int shown) {
        TreeSet<Integer> years = new TreeSet<>(calendar.years());
        int current = Year.now(clock).getValue();
        years.addAll(List.of(current, current + 1, shown));
        return List.copyOf(years);
    }

    private List<MoveRow> rows(List<DeadlineMove> moves) {
        return moves.stream().map(move -> MoveRow.of(move, clock.instant())).toList();
    }

    private static String firstFour(String date) {
        return date == null || date.length() < 4 ? "" : date.substring(0, 4);
    }

    private static int yearOr(String text, int otherwise) {
        if (text == null || !text.matches("\\d{4}")) {
            return otherwise;
        }
        int year = Integer.parseInt(text);
        return year < CalendarChange.EARLIEST_YEAR || year > CalendarChange.LATEST_YEAR ? otherwise : year;
    }
}

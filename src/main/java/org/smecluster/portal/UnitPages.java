package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.smecluster.region.ParkKind;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.UnitRegister;
import org.smecluster.region.Units;
import org.smecluster.security.AuditKind;
import org.smecluster.security.AuditTrail;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page of cities, counties and parks. */
@Controller
@RequestMapping("/admin/units")
class UnitPages {

    /** As typed; any may be blank. */
    record Entry(UnitLevel level, String code, String name, String parent, ParkKind parkKind, String county) {}

    record Line(Unit unit, String parent, String county) {}

    private final UnitRegister register;
    private final Units units;
    private final Regions regions;
    private final AuditTrail audit;
    private final CurrentUser user;

    UnitPages(UnitRegister register, Units units, Regions regions, AuditTrail audit, CurrentUser user) {
        this.register = register;
        this.units = units;
        this.regions = regions;
        this.audit = audit;
        this.user = user;
    }

    @GetMapping
    String units(Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return show(null, model);
    }

    @PostMapping
    String add(Entry entry, HttpServletResponse response, RedirectAttributes after, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return Attempt.of(
                response,
                model,
                () -> {
                    Unit added = register.add(
                            entry.level(),
                            entry.code(),
                            entry.name(),
                            entry.parent(),
                            entry.parkKind(),
                            entry.county());
                    audit.record(AuditKind.RIGHTS, null, "新增单位 " + added.code() + " " + added.name());
                    return back("已增加" + added.name() + "。现在可以为它开通账号。", after);
                },
                () -> show(entry, model));
    }

    @PostMapping("/{code}/name")
    String rename(
            @PathVariable String code,
            @RequestParam String name,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return Attempt.of(
                response,
                model,
                () -> {
                    Unit renamed = register.rename(code, name);
                    audit.record(AuditKind.RIGHTS, null, "单位更名 " + code + " " + renamed.name());
                    return back("已更名为" + renamed.name() + "。以前的文书和档案保留原名。", after);
                },
                () -> show(null, model));
    }

    private String show(Entry entry, Model model) {
        List<Unit> all = units.all();
        model.addAttribute("entry", entry);
        model.addAttribute("levels", UnitLevel.values());
        model.addAttribute("kinds", ParkKind.values());
        model.addAttribute(
                "above",
                all.stream().filter(unit -> unit.level() != UnitLevel.PARK).toList());
        model.addAttribute("counties", units.counties());
        model.addAttribute(
                "units",
                all.stream()
                        .map(unit -> new Line(
                                unit,
                                unit.parent().map(regions::name).orElse(""),
                                unit.countyCode() == null ? "" : regions.name(unit.countyCode())))
                        .toList());
        return "admin/units";
    }

    private static String back(String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/admin/units";
    }
}

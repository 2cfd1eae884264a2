package org.smecluster.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smecluster.migration.Migration;
import org.smecluster.migration.MigrationCase;
import org.smecluster.migration.Migrations;
import org.smecluster.migration.MoveResult;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which cases a migration is about: for the autonomous region's officers and for the administrator, each at an address of theirs. */
@Controller
class MigrationCasePages {

    /** @param page null where the reader has none */
    record CaseLine(String number, String page, String trial, String outcome, String reason, String article) {}

    private final Migrations migrations;
    private final Addresses addresses;
    private final CurrentUser user;

    MigrationCasePages(Migrations migrations, Addresses addresses, CurrentUser user) {
        this.migrations = migrations;
        this.addresses = addresses;
        this.user = user;
    }

    /** Where officers find it. */
    static String of(Migration migration) {
        return "/migrations/" + migration.id() + "/cases";
    }

    @GetMapping("/migrations/{id}/cases")
    String forOfficers(@PathVariable long id, Model model) {
        user.require(StaffGroup.OFFICERS);
        return cases(id, model);
    }

    @GetMapping("/admin/migrations/{id}/cases")
    String forTheAdministrator(@PathVariable long id, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return cases(id, model);
    }

    private String cases(long id, Model model) {
        Migration migration = migrations.find(id).orElseThrow(NotVisible::new);
        List<MigrationCase> cases = migrations.cases(id);
        Map<String, String> pages = addresses.readable(cases.stream()
                .map(each -> each.open().caseNumber())
                .filter(Objects::nonNull)
                .toList());
        model.addAttribute("migration", migration);
        model.addAttribute(
                "cases", cases.stream().map(each -> line(each, pages)).toList());
        return "models/migration-cases";
    }

    private static CaseLine line(MigrationCase each, Map<String, String> pages) {
        String number = each.open().caseNumber();
        MoveResult said = each.outcome() != null ? each.outcome() : each.trial();
        return new CaseLine(
                number == null ? "没有案号的流程" : number,
                number == null ? null : pages.get(number),
                each.trial() == null ? "还没有试" : each.trial().goes() ? "能迁移" : "不能迁移",
                switch (each.state()) {
                    case WAITING -> "没有办理";
                    case MOVED -> "已迁移";
                    case LEFT -> "留在原来的版本";
                },
                said == null ? null : said.reason(),
                said == null ? null : said.article());
    }
}

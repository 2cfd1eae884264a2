package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.smecluster.audit.AuditChain;
import org.smecluster.audit.ChainHeads;
import org.smecluster.calendar.TypedDay;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.AuditEvent;
import org.smecluster.security.AuditKind;
import org.smecluster.security.AuditTrail;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's page of logins, passwords and rights, and of the chain over what was entered. */
@Controller
class AuditPages {

    private static final int LINES = 50;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    /** The filter as it was sent; a day that cannot be read filters nothing, and the page says so. */
    record Search(String kind, String user, String from, String until) {

        AuditEvent.Filter filter() {
            LocalDate last = day(until);
            return new AuditEvent.Filter(
                    Arrays.stream(AuditKind.values())
                            .filter(each -> each.name().equals(kind))
                            .findFirst()
                            .orElse(null),
                    user == null || user.isBlank() ? null : user.strip(),
                    midnight(day(from)),
                    midnight(last == null ? null : last.plusDays(1)));
        }

        boolean any() {
            AuditEvent.Filter filter = filter();
            return filter.kind() != null || filter.userId() != null || filter.from() != null || filter.before() != null;
        }

        /** The days as they were typed that are none. */
        List<String> unreadable() {
            return Stream.of(from, until)
                    .filter(typed -> typed != null && !typed.isBlank() && day(typed) == null)
                    .toList();
        }

        private static Instant midnight(LocalDate day) {
            return day == null ? null : day.atStartOfDay(ZONE).toInstant();
        }

        private static LocalDate day(String text) {
            try {
                return text == null || text.isBlank() ? null : TypedDay.parse(text);
            } catch (DateTimeParseException unreadable) {
                return null;
            }
        }
    }

    record Line(String at, String kind, String userId, String by, String address, String details) {

        static Line of(AuditEvent event) {
            return new Line(
                    SECOND.format(event.at()),
                    event.kind().label(),
                    event.userId(),
                    event.by(),
                    event.address(),
                    event.details());
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("时间", 20),
            new Column("事项", 20),
            new Column("账号", 20),
            new Column("操作人", 20),
            new Column("地址", 18),
            new Column("说明", 60));

    private final AuditTrail audit;
    private final CurrentUser user;
    private final ListExport export;
    private final AuditChain chain;
    private final ChainHeads heads;

    AuditPages(AuditTrail audit, CurrentUser user, ListExport export, AuditChain chain, ChainHeads heads) {
        this.audit = audit;
        this.user = user;
        this.export = export;
        this.chain = chain;
        this.heads = heads;
    }

    @GetMapping("/admin/audit")
    String audit(Search search, @RequestParam(defaultValue = "1") int page, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        AuditEvent.Filter filter = search.filter();
        int total = audit.count(filter);
        int number = Page.nearest(page, LINES, total);
        model.addAttribute("search", search);
        model.addAttribute("filtered", search.any());
        model.addAttribute("unreadable", search.unreadable());
        model.addAttribute("kinds", AuditKind.values());
        model.addAttribute(
                "events",
                new Page<>(
                        audit.find(filter, LINES, (number - 1) * LINES).stream()
                                .map(Line::of)
                                .toList(),
                        number,
                        LINES,
                        total));
        AuditChain.State state = chain.state();
        model.addAttribute("chain", state);
        model.addAttribute(
                "waitingSince",
                state.lag().oldest() == null ? null : SECOND.format(state.lag().oldest()));
        model.addAttribute("headsFile", heads.hasFile());
        return "admin/audit";
    }

    /** The list as a workbook, with the same filter. */
    @GetMapping("/admin/audit/export")
    void export(Search search, HttpServletResponse response) throws IOException {
        user.require(StaffGroup.ADMINISTRATORS);
        AuditEvent.Filter filter = search.filter();
        export.send(
                "安全日志",
                audit.count(filter),
                COLUMNS,
                audit.find(filter, ListExport.MOST, 0).stream()
                        .map(Line::of)
                        .map(line -> Arrays.<Object>asList(
                                line.at(), line.kind(), line.userId(), line.by(), line.address(), line.details()))
                        .toList(),
                response);
    }
}

package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smecluster.law.Refusal;
import org.smecluster.message.Channel;
import org.smecluster.message.Dispatch;
import org.smecluster.message.MailAddress;
import org.smecluster.message.MailMode;
import org.smecluster.message.Mailing;
import org.smecluster.message.Message;
import org.smecluster.message.MessageState;
import org.smecluster.message.Reader;
import org.smecluster.message.Route;
import org.smecluster.message.RouteTable;
import org.smecluster.message.Topic;
import org.smecluster.region.StaffGroup;
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

/** Where a person wants the notices; and for the administrator who is told of what, and what did not go. */
@Controller
class MessagePages {

    private static final int SHOWN = 50;

    /** @param key as the box is called, of topic, reader and way */
    record Box(String key, String label, boolean wanted) {}

    /** The boxes of a topic, a list for each reader. */
    record Row(Topic topic, Reader reader, List<Box> boxes) {}

    record Line(Message message, String recipient, String created, String due) {}

    private final Mailing mailing;
    private final RouteTable routes;
    private final Dispatch dispatch;
    private final Accounts accounts;
    private final CurrentUser user;

    MessagePages(Mailing mailing, RouteTable routes, Dispatch dispatch, Accounts accounts, CurrentUser user) {
        this.mailing = mailing;
        this.routes = routes;
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.user = user;
    }

    @GetMapping("/account/messages")
    String own(Model model) {
        return own(null, null, model);
    }

    private String own(String mail, String mode, Model model) {
        MailAddress address = mailing.address(user.userId()).orElse(null);
        model.addAttribute("mail", mail != null ? mail : address == null ? "" : address.mail());
        model.addAttribute(
                "mode",
                mode != null ? mode : address == null ? "" : address.mode().name());
        model.addAttribute("modes", MailMode.values());
        model.addAttribute("open", dispatch.open(Channel.MAIL));
        return "account/messages";
    }

    @PostMapping("/account/messages")
    String put(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String mode,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return Attempt.of(
                response,
                model,
                () -> {
                    MailMode wanted = Arrays.stream(MailMode.values())
                            .filter(each -> each.name().equals(mode))
                            .findFirst()
                            .orElseThrow(() -> new Refusal("请选择怎样接收"));
                    mailing.put(mail, wanted, user.account().orElseThrow());
                    after.addFlashAttribute("done", "已保存：" + wanted.label() + "。");
                    return "redirect:/account/messages";
                },
                () -> own(mail, mode, model));
    }

    @GetMapping("/admin/messages")
    String all(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") int page, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return show(state, page, model);
    }

    private String show(String state, int page, Model model) {
        List<MessageState> states = Arrays.stream(MessageState.values())
                .filter(each -> each.name().equals(state))
                .toList();
        List<MessageState> shown = states.isEmpty() ? List.of(MessageState.values()) : states;
        Map<MessageState, Long> counts = mailing.counts();
        int total = (int)
                shown.stream().mapToLong(each -> counts.getOrDefault(each, 0L)).sum();
        model.addAttribute("messages", Page.of(total, page, SHOWN, from -> mailing.list(shown, from, SHOWN).stream()
                .map(this::line)
                .toList()));
        model.addAttribute("counts", counts);
        model.addAttribute("states", MessageState.values());
        model.addAttribute("state", states.isEmpty() ? "" : state);
        model.addAttribute("rows", rows());
        model.addAttribute("mailOpen", dispatch.open(Channel.MAIL));
        model.addAttribute("platformOpen", dispatch.open(Channel.PLATFORM));
        return "admin/messages";
    }

    private Line line(Message message) {
        return new Line(
                message,
                message.channel() == Channel.MAIL
                        ? accounts.find(message.recipient())
                                .map(Account::displayName)
                                .orElse(message.recipient())
                        : message.recipient(),
                CaseFileModel.minute(message.createdAt()),
                message.state() == MessageState.WAITING ? CaseFileModel.minute(message.dueAt()) : null);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Route route : routes.all()) {
            Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (last == null || last.topic() != route.topic() || last.reader() != route.reader()) {
                last = new Row(route.topic(), route.reader(), new ArrayList<>());
                rows.add(last);
            }
            last.boxes().add(new Box(key(route), route.channel().label(), route.wanted()));
        }
        return rows;
    }

    private static String key(Route route) {
        return route.topic() + "." + route.reader() + "." + route.channel();
    }

    @PostMapping("/admin/messages/routes")
    String routes(@RequestParam(required = false) List<String> wanted, RedirectAttributes after) {
        user.require(StaffGroup.ADMINISTRATORS);
        List<String> ticked = wanted == null ? List.of() : wanted;
        routes.put(
                routes.all().stream()
                        .filter(route -> ticked.contains(key(route)))
                        .map(route -> new Route(route.topic(), route.reader(), route.channel(), true))
                        .toList(),
                user.account().orElseThrow());
        return Attempt.done("/admin/messages", "routes", "已保存，今后的消息按新的设置发送。", after);
    }

    @PostMapping("/admin/messages/{messageId}/again")
    String again(@PathVariable UUID messageId, HttpServletResponse response, RedirectAttributes after, Model model) {
        return act(() -> mailing.again(messageId), "已放回待发送。", response, after, model);
    }

    @PostMapping("/admin/messages/{messageId}/arrival")
    String arrived(@PathVariable UUID messageId, HttpServletResponse response, RedirectAttributes after, Model model) {
        return act(() -> mailing.arrived(messageId), "已记为已发送。", response, after, model);
    }

    private String act(
            Runnable action, String done, HttpServletResponse response, RedirectAttributes after, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return Attempt.of(
                response,
                model,
                () -> {
                    action.run();
                    after.addFlashAttribute("done", done);
                    return "redirect:/admin/messages";
                },
                () -> show("", 1, model));
    }
}

package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.evidence.FileType;
import org.smecluster.law.Refusal;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeItem;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.ObjectionCounter;
import org.smecluster.publicnotice.ObjectionCounter.Sent;
import org.smecluster.publicnotice.ObjectionStanding;
import org.smecluster.publicnotice.OnlineObjectionEntry;
import org.smecluster.publicnotice.Receipt;
import org.smecluster.publicnotice.TooManyObjections;
import org.smecluster.security.Throttle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where the public objects to a notice, and sees what became of it; without a login, a session or a script. */
@Controller
class ObjectionPages {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_HOUR = DateTimeFormatter.ofPattern("M月d日HH:mm");

    /** The form as it was sent. @param cluster place in the notice's list, from 1 */
    record Entry(
            Integer cluster, String objectorName, String contact, String grounds, boolean unsigned, String secret) {

        static Entry blank(Integer cluster) {
            return new Entry(cluster, "", "", "", false, Receipt.drawSecret());
        }

        OnlineObjectionEntry of(Notice notice) {
            List<NoticeItem> items = notice.items();
            boolean listed = cluster != null && cluster >= 1 && cluster <= items.size();
            return new OnlineObjectionEntry(
                    listed ? items.get(cluster - 1).caseNumber() : "",
                    text(objectorName),
                    text(contact),
                    text(grounds),
                    unsigned,
                    secret);
        }

        private static String text(String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** @param place in the notice's list, from 1 */
    record Choice(int place, String named) {}

    private final NoticeService notices;
    private final ObjectionCounter counter;
    private final Clock clock;

    ObjectionPages(NoticeService notices, ObjectionCounter counter, Clock clock) {
        this.notices = notices;
        this.counter = counter;
        this.clock = clock;
    }

    @GetMapping("/public/notices/{id}/objections")
    String form(@PathVariable long id, @RequestParam(required = false) Integer cluster, Model model) {
        return form(notice(id), Entry.blank(cluster), model);
    }

    private Notice notice(long id) {
        return notices.find(id).orElseThrow(NotVisible::new);
    }

    private String form(Notice notice, Entry entry, Model model) {
        List<NoticeItem> open = notices.openItems(notice);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < notice.items().size(); i++) {
            NoticeItem item = notice.items().get(i);
            if (open.contains(item)) {
                choices.add(new Choice(i + 1, item.clusterName() + "（" + item.county() + "）"));
            }
        }
        model.addAttribute("notice", notice);
        model.addAttribute("daysLeft", notices.workingDaysLeft(notice));
        model.addAttribute("whyNot", counter.whyNot(notice).orElse(null));
        model.addAttribute("choices", choices);
        model.addAttribute("entered", entry);
        model.addAttribute("fileTypes", FileType.NAMED);
        model.addAttribute("accepted", FileType.accepted());
        return "public/objection";
    }

    /** 201 once it is stored; 400 with what is to be mended; 429 with when it is taken, and how else it can be handed in. */
    @PostMapping("/public/notices/{id}/objections")
    String receive(
            @PathVariable long id,
            @RequestParam(required = false) Integer cluster,
            @RequestParam(required = false) String objectorName,
            @RequestParam(required = false) String contact,
            @RequestParam(required = false) String grounds,
            @RequestParam(defaultValue = "false") boolean unsigned,
            @RequestParam(required = false) String secret,
            @RequestParam(required = false) List<MultipartFile> files,
            HttpServletResponse response,
            Model model) {
        Notice notice = notice(id);
        Entry entry = new Entry(cluster, objectorName, contact, grounds, unsigned, secret);
        List<MultipartFile> sent = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !(file.isEmpty()
                                && (file.getOriginalFilename() == null
                                        || file.getOriginalFilename().isEmpty())))
                        .toList();
        try {
            Receipt receipt = counter.receive(
                    id,
                    entry.of(notice),
                    sent.stream().map(ObjectionPages::sent).toList(),
                    Throttle.network());
            response.setStatus(HttpStatus.CREATED.value());
            model.addAttribute("notice", notice);
            model.addAttribute("receipt", receipt);
            model.addAttribute("unsigned", unsigned);
            return "public/objection-received";
        } catch (TooManyObjections later) {
            tooMany(later, response, model);
            model.addAttribute("inTime", later.inTime());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problems", refusal.reasons());
        }
        model.addAttribute("filesLost", !sent.isEmpty());
        return form(notice, entry, model);
    }

    private static Sent sent(MultipartFile file) {
        try {
            return new Sent(file.getOriginalFilename(), file.getInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void tooMany(TooManyObjections later, HttpServletResponse response, Model model) {
        model.addAttribute("again", slowed(later.again(), clock, response));
    }

    /** Answers 429. @return the minute at which it has certainly come, in words */
    static String slowed(Instant again, Clock clock, HttpServletResponse response) {
        long seconds = Math.max(
                1, Duration.between(clock.instant(), again).plusMillis(999).toSeconds());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ZonedDateTime whole = again.plusSeconds(59).atZone(clock.getZone());
        return whole.format(whole.toLocalDate().equals(LocalDate.now(clock)) ? HOUR : DAY_AND_HOUR);
    }

    @GetMapping("/public/objections")
    String lookUp() {
        return "public/objection-look-up";
    }

    /** By POST, so that the secret stands in no address and no log. */
    @PostMapping("/public/objections")
    String lookUp(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("number", number);
        try {
            Optional<ObjectionStanding> found = counter.lookUp(number, secret, Throttle.network());
            if (found.isEmpty()) {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                model.addAttribute("notFound", true);
            }
            found.ifPresent(standing -> {
                model.addAttribute("standing", standing);
                model.addAttribute("receivedAt", CaseFileModel.minute(standing.receivedAt()));
                model.addAttribute(
                        "decidedAt", standing.decidedAt() == null ? null : CaseFileModel.minute(standing.decidedAt()));
            });
        } catch (TooManyObjections later) {
            tooMany(later, response, model);
        }
        return "public/objection-look-up";
    }
}

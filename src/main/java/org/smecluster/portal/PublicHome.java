package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.NoticeState;
import org.smecluster.publicnotice.ObjectionCounter;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.BatchState;
import org.smecluster.recognition.Batches;
import org.smecluster.registry.PublicRegister;
import org.smecluster.registry.PublicSearch;
import org.smecluster.registry.PublicSearch.Order;
import org.smecluster.registry.PublicStanding;
import org.smecluster.renewal.ReviewRound;
import org.smecluster.renewal.ReviewRounds;
import org.smecluster.renewal.RoundState;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the public begins: what is being made public, who may apply and when, who is recognised, and where. */
@Controller
class PublicHome {

    private static final int NEWEST = 6;

    /** How far a time in which one may apply is. */
    enum Phase {
        COMING,
        RUNNING,
        OVER
    }

    /**
     * A time in which one may apply.
     *
     * @param documentNumber of the notice that opened it
     * @param until its last day, until 24:00
     * @param left days to that day; of one that is to come to its first
     * @param concluded whether its list has been published, or there was none
     */
    record Season(
            String documentNumber,
            LocalDate from,
            LocalDate until,
            Phase phase,
            long left,
            boolean concluded,
            Integer year,
            LocalDate recommendedBy) {

        static Season of(Batch batch, LocalDate today) {
            return of(
                    batch.noticeNumber(),
                    batch.windowStart(),
                    batch.windowEnd(),
                    today,
                    batch.state() == BatchState.CLOSED,
                    batch.year(),
                    batch.recommendationDeadline());
        }

        static Season of(ReviewRound round, LocalDate today) {
            return of(round.documentNumber(), round.windowStart(), round.windowEnd(), today, false, null, null);
        }

        private static Season of(
                String documentNumber,
                LocalDate from,
                LocalDate until,
                LocalDate today,
                boolean concluded,
                Integer year,
                LocalDate recommendedBy) {
            Phase phase = today.isBefore(from) ? Phase.COMING : today.isAfter(until) ? Phase.OVER : Phase.RUNNING;
            return new Season(
                    documentNumber,
                    from,
                    until,
                    phase,
                    ChronoUnit.DAYS.between(today, phase == Phase.COMING ? from : until),
                    concluded,
                    year,
                    recommendedBy);
        }
    }

    /** A notice whose period runs. @param daysLeft working days, today not counted */
    record OpenNotice(Notice notice, int daysLeft, boolean online) {}

    private final NoticeService notices;
    private final ObjectionCounter counter;
    private final Batches batches;
    private final ReviewRounds rounds;
    private final PublicRegister register;
    private final Cartogram cartogram;
    private final Regions regions;
    private final ApprovedMap map;
    private final Clock clock;

    PublicHome(
            NoticeService notices,
            ObjectionCounter counter,
            Batches batches,
            ReviewRounds rounds,
            PublicRegister register,
            Cartogram cartogram,
            Regions regions,
            ApprovedMap map,
            Clock clock) {
        this.notices = notices;
        this.counter = counter;
        this.batches = batches;
        this.rounds = rounds;
        this.register = register;
        this.cartogram = cartogram;
        this.regions = regions;
        this.map = map;
        this.clock = clock;
    }

    @GetMapping("/public")
    String home(Model model) {
        LocalDate today = LocalDate.now(clock);
        List<Notice> all = notices.all();
        model.addAttribute(
                "open",
                all.stream()
                        .filter(notice -> notice.state() == NoticeState.OPEN && !today.isAfter(notice.endsOn()))
                        .map(notice -> new OpenNotice(
                                notice,
                                notices.workingDaysLeft(notice),
                                counter.whyNot(notice).isEmpty()))
                        .toList());
        model.addAttribute("latest", all.isEmpty() ? null : all.get(0));
        model.addAttribute(
                "batch", batch(today).map(each -> Season.of(each, today)).orElse(null));
        model.addAttribute(
                "rounds",
                rounds.all().stream()
                        .filter(round -> round.state() == RoundState.OPEN && !today.isAfter(round.windowEnd()))
                        .map(round -> Season.of(round, today))
                        .toList());
        PublicSearch listed = register.listed(PublicSearch.all(), Order.LATEST_RECOGNISED);
        Map<PublicStanding, Integer> standings = register.standings();
        standings.values().removeIf(number -> number == 0);
        model.addAttribute("standings", standings);
        model.addAttribute("listed", register.count(listed));
        model.addAttribute("clusters", PublicLine.of(register.page(listed, 0, NEWEST), register, regions));
        model.addAttribute("cartogram", cartogram.drawn());
        model.addAttribute("map", map.shown().orElse(null));
        return "public/home";
    }

    /** The one that can be applied in, else the next that can, else the last. */
    private Optional<Batch> batch(LocalDate today) {
        List<Batch> all = batches.all();
        return batches.acceptingOn(today)
                .or(() -> all.stream()
                        .filter(each -> each.windowStart().isAfter(today))
                        .min(Comparator.comparing(Batch::windowStart)))
                .or(() -> all.stream().max(Comparator.comparing(Batch::windowEnd)));
    }

    /** The approved map. */
    @GetMapping("/public/map")
    ResponseEntity<Resource> map() {
        ApprovedMap.Shown shown = map.shown().orElseThrow(NotVisible::new);
        return ResponseEntity.ok().contentType(shown.type()).body(new FileSystemResource(shown.file()));
    }
}

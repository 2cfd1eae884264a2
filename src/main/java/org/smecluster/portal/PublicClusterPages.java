package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.law.TypedText;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.Units;
import org.smecluster.registry.PublicCluster;
import org.smecluster.registry.PublicRegister;
import org.smecluster.registry.PublicSearch;
import org.smecluster.registry.PublicSearch.Order;
import org.smecluster.registry.PublicStanding;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The public list of recognised clusters, and what was published of each: terms, reviews that were passed, revocation. */
@Controller
class PublicClusterPages {

    private static final int PER_PAGE = 50;
    private static final int LONGEST = 60;
    private static final String EVERY_STANDING = "ALL";

    /** @param places codes to names, those of a city together under its name */
    record PlaceGroup(String city, Map<String, String> places) {}

    /**
     * What was asked for, as the address has it.
     *
     * @param standing name of a {@link PublicStanding}, {@code ALL}, or empty: those on the list
     */
    record Filter(String text, String place, String industry, String year, String standing) {

        Filter {
            text = clean(text);
            place = clean(place);
            industry = clean(industry);
            year = clean(year);
            standing = clean(standing);
        }

        private static String clean(String typed) {
            String clean = TypedText.clean(typed);
            return clean.substring(0, Math.min(clean.length(), LONGEST));
        }

        public boolean set() {
            return !(text + place + industry + year + standing).isEmpty();
        }

        /** Of a year that is none, no cluster is. */
        private Integer asYear() {
            return year.isEmpty() ? null : year.matches("[0-9]{4}") ? Integer.valueOf(year) : Integer.valueOf(0);
        }

        private Optional<PublicStanding> asStanding() {
            return Stream.of(PublicStanding.values())
                    .filter(each -> each.name().equals(standing))
                    .findFirst();
        }
    }

    private final PublicRegister register;
    private final NoticeService notices;
    private final Regions regions;
    private final Units units;
    private final Clock clock;

    PublicClusterPages(PublicRegister register, NoticeService notices, Regions regions, Units units, Clock clock) {
        this.register = register;
        this.notices = notices;
        this.regions = regions;
        this.units = units;
        this.clock = clock;
    }

    /** The list names those whose recognition stands, and those that await a review of a term that is over (第十四条). */
    @GetMapping("/public/clusters")
    String clusters(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String industry,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int revokedPage,
            Model model) {
        Filter filter = new Filter(text, place, industry, year, standing);
        PublicSearch any = new PublicSearch(
                SearchPage.read(filter.text()),
                regions.names(),
                filter.place(),
                filter.industry(),
                filter.asYear(),
                PublicSearch.all().states(),
                PublicSearch.all().standings(),
                Order.NUMBER);
        PublicSearch revoked = any.standing(EnumSet.of(PublicStanding.REVOKED), Order.LATEST_ENDED);
        PublicSearch lapsed = any.standing(EnumSet.of(PublicStanding.LAPSED), Order.LATEST_ENDED);
        boolean onTheList = filter.standing().isEmpty();
        model.addAttribute("filter", filter);
        model.addAttribute("clusters", page(wanted(filter, any), page));
        model.addAttribute("revoked", onTheList ? page(revoked, revokedPage) : null);
        model.addAttribute("lapsed", onTheList ? register.count(lapsed) : 0);
        model.addAttribute("places", places());
        model.addAttribute("industries", register.industries());
        model.addAttribute("years", register.years());
        model.addAttribute("standings", PublicStanding.values());
        return "public/clusters";
    }

    private PublicSearch wanted(Filter filter, PublicSearch any) {
        if (filter.standing().isEmpty()) {
            return register.listed(any, Order.NUMBER);
        }
        return filter.asStanding()
                .map(one -> any.standing(EnumSet.of(one), one.lasts() ? Order.NUMBER : Order.LATEST_ENDED))
                .orElse(
                        filter.standing().equals(EVERY_STANDING)
                                ? any
                                : any.standing(EnumSet.noneOf(PublicStanding.class), Order.NUMBER));
    }

    private Page<PublicLine> page(PublicSearch search, int number) {
        return Page.of(
                register.count(search),
                number,
                PER_PAGE,
                from -> PublicLine.of(register.page(search, from, PER_PAGE), register, regions));
    }

    private List<PlaceGroup> places() {
        List<PlaceGroup> groups = new ArrayList<>();
        List<Unit> all = units.all();
        for (Unit city : regions.cities()) {
            Map<String, String> places = new LinkedHashMap<>();
            places.put(city.code(), city.name() + (city.level() == UnitLevel.CITY ? "（全市）" : ""));
            all.stream()
                    .filter(unit ->
                            unit.level() == UnitLevel.COUNTY && city.code().equals(unit.parentCode()))
                    .forEach(county -> places.put(county.code(), county.name()));
            groups.add(new PlaceGroup(city.name(), places));
        }
        return groups;
    }

    @GetMapping("/public/clusters/{clusterNumber}")
    String cluster(@PathVariable String clusterNumber, Model model) {
        fill(clusterNumber, model);
        return "public/cluster";
    }

    /** On paper, with the code that leads to the check. */
    @GetMapping("/public/clusters/{clusterNumber}/print")
    String print(@PathVariable String clusterNumber, Model model) {
        fill(clusterNumber, model);
        return "public/cluster-print";
    }

    private void fill(String clusterNumber, Model model) {
        PublicCluster cluster = register.find(clusterNumber).orElseThrow(NotVisible::new);
        String check = checkAddress(cluster.clusterNumber());
        model.addAttribute("line", PublicLine.of(cluster, register, regions));
        model.addAttribute("terms", register.terms(cluster));
        model.addAttribute("notices", notices.ofCases(register.sourceCases(cluster)));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("check", check);
        model.addAttribute("qr", QrCode.of(check));
    }

    /** By the address that people use: that of the request is the configured one ({@code security.inbound}). */
    static String checkAddress(String clusterNumber) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/public/check")
                .queryParam("code", clusterNumber)
                .toUriString();
    }
}

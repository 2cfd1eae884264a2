package org.smecluster.portal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.smecluster.casework.CaseQuery;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Cases;
import org.smecluster.filing.FiledEnterprise;
import org.smecluster.filing.Submissions;
import org.smecluster.law.TypedText;
import org.smecluster.region.RegionalScope;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterSearch;
import org.smecluster.registry.ClusterSearch.Order;
import org.smecluster.security.CurrentUser;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box for case number, cluster and credit code, whole or in part; what it finds is what the person may see. */
@Controller
class SearchPage {

    private static final int PER_PAGE = 20;

    /** Fewer signs than that of a credit code are in almost every one. */
    private static final int SHORTEST_CODE = 6;

    private static final int MOST_ENTERPRISES = 2000;
    private static final int LONGEST = 100;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z-]+");

    record EnterpriseLine(CaseRecord record, String name, String creditCode) {}

    private final CurrentUser user;
    private final CaseAccess access;
    private final CaseScope scope;
    private final Cases cases;
    private final ClusterRegistry clusters;
    private final Submissions submissions;
    private final Addresses addresses;
    private final Regions regions;

    SearchPage(
            CurrentUser user,
            CaseAccess access,
            CaseScope scope,
            Cases cases,
            ClusterRegistry clusters,
            Submissions submissions,
            Addresses addresses,
            Regions regions) {
        this.user = user;
        this.access = access;
        this.scope = scope;
        this.cases = cases;
        this.clusters = clusters;
        this.submissions = submissions;
        this.addresses = addresses;
        this.regions = regions;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int clusterPage,
            @RequestParam(defaultValue = "1") int enterprisePage,
            Model model) {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no case data for this role");
        }
        String typed = TypedText.clean(q).strip();
        String text = read(typed.substring(0, Math.min(typed.length(), LONGEST)));
        model.addAttribute("q", text);
        if (text.isEmpty()) {
            return "search";
        }
        Optional<String> exact =
                Optional.ofNullable(addresses.readable(Set.of(text)).get(text));
        if (exact.isPresent()) {
            return "redirect:" + exact.get();
        }
        Page<EnterpriseLine> enterprises = Page.of(enterprises(text), enterprisePage, PER_PAGE);
        CaseQuery query = access.query(null, null, false, text);
        Page<CaseRecord> foundCases =
                Page.of(cases.count(query), page, PER_PAGE, from -> cases.list(query, from, PER_PAGE));
        ClusterSearch search = clusters(text);
        Page<ClusterLine> foundClusters = Page.of(
                clusters.count(search),
                clusterPage,
                PER_PAGE,
                from -> ClusterLine.of(clusters.page(search, from, PER_PAGE), regions));
        model.addAttribute("cases", foundCases);
        model.addAttribute("clusters", foundClusters);
        model.addAttribute("enterprises", enterprises);
        model.addAttribute("nothing", foundCases.total() + foundClusters.total() + enterprises.total() == 0);
        return "search";
    }

    /** Numbers and codes are typed in full width, too, and in small letters; names stay as they are. */
    static String read(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s", "")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        return NUMBER.matcher(narrow).matches() ? narrow : typed;
    }

    private ClusterSearch clusters(String text) {
        RegionalScope region = user.scope();
        return new ClusterSearch(
                region.wholeRegion() ? null : region.applicantGroups(),
                ClusterSearch.anyState(),
                text,
                regions.names(),
                Order.NUMBER);
    }

    /** What is not handed in yet is its unit's alone. */
    private List<EnterpriseLine> enterprises(String text) {
        if (text.length() < SHORTEST_CODE || !CODE.matcher(text).matches()) {
            return List.of();
        }
        List<FiledEnterprise> found = submissions.enterprises(text, MOST_ENTERPRISES);
        Map<String, CaseRecord> records = new HashMap<>();
        if (!found.isEmpty()) {
            cases.find(found.stream()
                            .map(FiledEnterprise::caseNumber)
                            .distinct()
                            .toList())
                    .forEach(record -> records.put(record.caseNumber(), record));
        }
        CaseScope.Eyes eyes = scope.eyesOf(access.account());
        return found.stream()
                .filter(each -> records.containsKey(each.caseNumber()))
                .filter(each -> eyes.on(records.get(each.caseNumber()))
                        .filter(reading -> each.submitted() || ofUnit(reading))
                        .isPresent())
                .map(each -> new EnterpriseLine(records.get(each.caseNumber()), each.name(), each.creditCode()))
                .toList();
    }

    private static boolean ofUnit(Reading reading) {
        return reading.ofUnit();
    }
}

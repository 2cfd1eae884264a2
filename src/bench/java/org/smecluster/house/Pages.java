package org.smecluster.house;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.support.Browser;

/** Every list and every record, as the people see it who have most to do with it; found by following links. */
final class Pages {

    private static final int ROUNDS = 9;
    private static final int TO_WARM = 3;

    /** Signs nobody in. */
    private static final String NOBODY = "";

    /**
     * A page, by its address or by the first link of that pattern on the page of an address; of several addresses the first
     * that there is, because they differ from version to version.
     */
    private record Page(String reader, String label, List<String> addresses, String link) {

        static Page at(String reader, String... addresses) {
            return new Page(reader, addresses[0], Arrays.asList(addresses), null);
        }

        static Page linked(String reader, String label, String link, String... addresses) {
            return new Page(reader, label, Arrays.asList(addresses), link);
        }
    }

    private static final String CASE = "/(?:cases|casework)/NXJQ-\\d{4}-%s-\\d{5}";
    private static final String CLUSTER = "/clusters/[^/\"?#]+";

    private static final List<Page> ALL = List.of(
            Page.at("officer-1", "/"),
            Page.at("leader", "/"),
            Page.at("city-shizuishan", "/"),
            Page.at("pingluo", "/"),
            Page.at("officer-1", "/notifications"),
            Page.at("officer-1", "/cases"),
            Page.at("city-shizuishan", "/cases"),
            Page.at("pingluo", "/cases"),
            Page.at("admin", "/cases"),
            Page.at("officer-1", "/casework", "/cases?page=2"),
            Page.at("city-shizuishan", "/casework", "/cases?page=2"),
            Page.linked("pingluo", "application", CASE.formatted("RD"), "/cases"),
            Page.linked("officer-1", "yearly report", CASE.formatted("BS"), "/casework?kind=BS", "/cases?kind=BS"),
            Page.linked("officer-1", "revocation", CASE.formatted("CX"), "/casework?kind=CX", "/cases?kind=CX"),
            Page.at("officer-1", "/batches"),
            Page.linked("officer-1", "batch", "/batches/[^/\"?#]+", "/batches"),
            Page.linked("officer-1", "batch?section=comparison", "/batches/[^/\"?#]+", "/batches"),
            Page.linked("officer-1", "batch?section=notice", "/batches/[^/\"?#]+", "/batches"),
            Page.linked("officer-1", "batch/overlaps", "/batches/[^/\"?#]+", "/batches"),
            Page.at("officer-1", "/clusters"),
            Page.at("city-shizuishan", "/clusters"),
            Page.at("pingluo", "/clusters"),
            Page.linked("pingluo", "cluster", CLUSTER, "/clusters"),
            Page.linked("officer-1", "cluster", CLUSTER, "/clusters"),
            Page.linked("officer-1", "cluster/print", CLUSTER, "/clusters"),
            Page.linked("officer-1", "cluster/archive", CLUSTER, "/clusters"),
            Page.at("officer-1", "/monitoring"),
            Page.linked("officer-1", "monitoring year", "/monitoring/\\d{4}", "/monitoring"),
            Page.linked("city-shizuishan", "monitoring year", "/monitoring/\\d{4}", "/monitoring"),
            Page.linked("officer-1", "monitoring year/print", "/monitoring/\\d{4}", "/monitoring"),
            Page.at("officer-1", "/incidents"),
            Page.at("officer-1", "/incidents/print"),
            Page.at("officer-1", "/bulk"),
            Page.at("officer-1", "/experts"),
            Page.at("officer-1", "/account/deputies"),
            Page.at("admin", "/admin/cockpit/cases"),
            Page.at("admin", "/admin/cockpit/choices"),
            Page.at("admin", "/admin/cockpit/failures"),
            Page.at("admin", "/admin/audit"),
            Page.at("admin", "/admin/handover"),
            Page.at("policy", "/admin/models"),
            Page.at("policy", "/admin/stopped-models"),
            Page.at(NOBODY, "/public/notices"),
            Page.linked(NOBODY, "notice", "/public/notices/[^/\"?#]+", "/public/notices"),
            Page.at(NOBODY, "/public/clusters"),
            Page.at(NOBODY, "/public/practices"));

    /** @param bytes of the answer */
    record Measured(double millis, long statements, int bytes) {}

    private final int port;
    private final Map<String, Browser> browsers = new LinkedHashMap<>();

    /** By reader and label; kept, so that the same are asked again when there is more. */
    private final Map<Page, String> found = new LinkedHashMap<>();

    Pages(int port) {
        this.port = port;
    }

    /** By reader and label. */
    Map<String, Measured> measure() {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Page page : ALL) {
            Optional<String> address = Optional.ofNullable(found.get(page)).or(() -> find(page));
            address.ifPresent(each -> {
                found.put(page, each);
                measured.put(
                        page.label() + " (" + (page.reader().isEmpty() ? "public" : page.reader()) + ")",
                        measure(page.reader(), each));
            });
        }
        return measured;
    }

    private Optional<String> find(Page page) {
        Browser browser = browser(page.reader());
        for (String address : page.addresses()) {
            HttpResponse<String> answer = ask(browser, address);
            if (answer.statusCode() != 200) {
                continue;
            }
            if (page.link() == null) {
                return Optional.of(address);
            }
            Matcher link =
                    Pattern.compile("href=\"(" + page.link() + ")[\"?#/]").matcher(answer.body());
            if (link.find()) {
                return Optional.of(link.group(1) + page.label().replaceFirst("^[a-z ]*", ""));
            }
        }
        System.out.println("[house] no page " + page);
        return Optional.empty();
    }

    private Browser browser(String reader) {
        return browsers.computeIfAbsent(
                reader, each -> each.isEmpty() ? new Browser(port) : Browser.signedIn(each, port));
    }

    private static HttpResponse<String> ask(Browser browser, String address) {
        return address.startsWith("/admin/cockpit") ? browser.fetch(address) : browser.get(address);
    }

    private Measured measure(String reader, String address) {
        Browser browser = browser(reader);
        Stopwatch watch = new Stopwatch();
        List<Integer> bytes = new ArrayList<>();
        for (int round = 0; round < TO_WARM + ROUNDS; round++) {
            if (round == TO_WARM) {
                watch.forget();
            }
            HttpResponse<String> answer = watch.time(address, () -> ask(browser, address));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(reader + " " + address + ": " + answer.statusCode());
            }
            bytes.add(answer.body().length());
        }
        return new Measured(watch.medianMillis(address), watch.medianStatements(address), bytes.get(0));
    }
}

package org.smecluster.before;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.smecluster.support.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/**
 * What an officer and the public read, whatever the layout: of each page the lines of its main part, of each record's
 * archive the lines of every file.
 */
final class Reading {

    private static final Pattern MAIN = Pattern.compile("<main\\b.*?</main>", Pattern.DOTALL);
    private static final Pattern UNREAD =
            Pattern.compile("<(script|style|svg|select|datalist)\\b.*?</\\1>|<!--.*?-->", Pattern.DOTALL);
    /** What can be begun now is of the day and the person, not of what was kept. */
    private static final Pattern STARTS =
            Pattern.compile("<section[^>]*aria-labelledby=\"cluster-starts\".*?</section>", Pattern.DOTALL);

    private static final Pattern SECTION = Pattern.compile("href=\"[^\"]*\\?section=([a-z]+)\"");

    private final int port;
    private final String session;
    private final SortedMap<String, String> read = new TreeMap<>();

    private Reading(int port) {
        this.port = port;
        this.session = Browser.signedIn("officer-1", port).sessionId();
    }

    static SortedMap<String, String> of(int port, JdbcClient database) {
        Reading reading = new Reading(port);
        for (String each :
                List.of("/batches", "/clusters", "/public/clusters", "/public/notices", "/public/practices")) {
            reading.page(each);
        }
        database.sql("select id from notice order by 1")
                .query(Long.class)
                .list()
                .forEach(notice -> reading.page("/public/notices/" + notice));
        numbers(database, "select cluster_number from cluster").forEach(number -> {
            reading.page("/clusters/" + number);
            reading.archive("/clusters/" + number + "/archive");
        });
        numbers(database, "select batch_number from batch")
                .forEach(number -> reading.sections("/batches/" + number, "[a-z]+"));
        numbers(database, "select case_number from case_record").forEach(number -> {
            reading.sections("/cases/" + number, "opinions");
            // the other sections in one
            reading.page("/cases/" + number + "/print");
        });
        numbers(database, "select distinct year::varchar from monitoring_year")
                .forEach(year -> reading.page("/monitoring/" + year));
        numbers(database, "select case_number from case_record where kind = 'GJ'")
                .forEach(number -> reading.page("/national/" + number));
        return reading.read;
    }

    /** The first pages of cases, batches and clusters. */
    static SortedMap<String, String> of(int port, Collection<String> numbers) {
        Reading reading = new Reading(port);
        numbers.forEach(number -> reading.page(
                (number.contains("-PC-") ? "/batches/" : number.matches("NXJQ-\\d{6}-.*") ? "/clusters/" : "/cases/")
                        + number));
        return reading.read;
    }

    private static List<String> numbers(JdbcClient database, String query) {
        return database.sql(query + " order by 1").query(String.class).list();
    }

    /** The first section, and of those that it links to the ones named. */
    private void sections(String address, String named) {
        Matcher links = SECTION.matcher(page(address));
        while (links.find()) {
            String section = address + "?section=" + links.group(1);
            if (links.group(1).matches(named) && !read.containsKey(section)) {
                page(section);
            }
        }
    }

    private String page(String address) {
        String page = new String(get(address), StandardCharsets.UTF_8);
        Matcher main = MAIN.matcher(page);
        read.put(address, lines(main.find() ? main.group() : page));
        return page;
    }

    static String lines(String html) {
        String text = UNREAD.matcher(STARTS.matcher(html).replaceAll("\n"))
                .replaceAll("\n")
                .replaceAll("<[^>]*>", "\n");
        return String.join(
                "\n",
                HtmlUtils.htmlUnescape(text)
                        .lines()
                        .map(line ->
                                line.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip())
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private void archive(String address) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(get(address)))) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith(".html")) {
                    read.put(address + "/" + entry.getName(), lines(text));
                } else if (entry.getName().endsWith(".json") || entry.getName().endsWith(".csv")) {
                    read.put(address + "/" + entry.getName(), text);
                }
            }
            read.put(address, String.join("\n", names));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] get(String address) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + address).toURL().openConnection();
            connection.setRequestProperty("Cookie", "JSESSIONID=" + session);
            connection.setRequestProperty("Accept", "text/html,*/*");
            connection.setInstanceFollowRedirects(false);
            if (connection.getResponseCode() != 200) {
                return (connection.getResponseCode() + " " + address).getBytes(StandardCharsets.UTF_8);
            }
            return connection.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package org.smecluster.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English words that a person reads or hears on a page: its text, title, tooltips, placeholders and button labels. */
final class English {

    /** Names of things that have no other name in Chinese. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ID", "written so in Chinese too"),
            Map.entry("PDF", "the format to print to"),
            Map.entry("Ctrl", "a key"),
            Map.entry("ctrl", "a key"),
            Map.entry("shift", "a key"),
            Map.entry("alt", "a key"),
            Map.entry("Camunda Platform", "the platform's name, beside its version in the footer"),
            Map.entry("Powered by bpmn.io", "the mark on a diagram, which its licence wants unchanged"),
            Map.entry("XLSX", "the workbooks' format"),
            Map.entry("CSV", "a table's format"),
            Map.entry("PNG", "a picture's format"),
            Map.entry("Excel", "a program that staff fill the workbook in with"),
            Map.entry("WPS", "the other one"),
            Map.entry("Word", "a program that staff write evidence in"),
            Map.entry("PowerPoint", "another one"),
            Map.entry("OFD", "the national format of documents"),
            Map.entry("png", "a format of pictures, as their names end"),
            Map.entry("jpg", "another one"),
            Map.entry("webp", "another one"),
            Map.entry("gif", "another one"),
            Map.entry("bmp", "another one"),
            Map.entry("tiff", "another one"),
            Map.entry("heic", "another one"),
            Map.entry("kB", "the sign of the unit"),
            Map.entry("MB", "the sign of the unit"),
            Map.entry("GB/T", "the sign of national standards"),
            Map.entry("SHA-256", "the algorithm of a notice's checksum"));

    private static final List<Pattern> CODES = List.of(
            // case, batch and cluster numbers
            Pattern.compile("NXJQ-[0-9A-Z-]+"),
            // unified social credit codes
            Pattern.compile("\\b[0-9A-HJ-NPQRTUWXY]{18}\\b"),
            // e-mail addresses, of notices
            Pattern.compile("\\b[\\w.-]+@[\\w.-]+"),
            // names of uploaded files are the clerk's own
            Pattern.compile("[\\w.-]*\\.(xlsx|pdf)\\b"),
            // codes of the lists of industries, which officers give
            Pattern.compile("\\b[A-Z]{2,5}-[0-9]+\\b"),
            // accounts of experts, which the roster names
            Pattern.compile("\\bexpert-[a-z]+\\b"),
            // the address that a QR code leads to, printed beside it
            Pattern.compile("https?://[\\w.:/?=&-]+"),
            // checksums
            Pattern.compile("\\b[0-9a-f]{40,64}\\b"));

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]+");

    /** Milliseconds after which a page has replaced what it shows for a moment only. */
    private static final double SETTLED = 1200;

    private static final String READ = """
            () => {
              const found = [];
              const add = (kind, text, element) => {
                if (text && /[A-Za-z]{2}/.test(text)) {
                  const box = element.closest('[class]');
                  const name = box ? box.className.baseVal ?? box.className : '';
                  found.push([kind, text.trim().replace(/\\s+/g, ' '), element.localName + ' in .' + name]);
                }
              };
              const shown = (element) => element.localName === 'option' || element.localName === 'optgroup'
                ? shown(element.closest('select') ?? element.parentElement)
                : element.checkVisibility({ visibilityProperty: true });
              const silent = ['script', 'style', 'noscript', 'template', 'textarea'];
              const read = (root) => {
                for (const element of root.querySelectorAll('*')) {
                  if (element.shadowRoot) {
                    read(element.shadowRoot);
                  }
                  if (silent.includes(element.localName) || !shown(element)) {
                    continue;
                  }
                  for (const node of element.childNodes) {
                    if (node.nodeType === Node.TEXT_NODE) {
                      add('text', node.data, element);
                    }
                  }
                  for (const name of ['title', 'placeholder', 'aria-label', 'alt', 'label',
                      'aria-description', 'aria-roledescription', 'aria-valuetext']) {
                    add(name, element.getAttribute(name), element);
                  }
                  if (getComputedStyle(element).pointerEvents !== 'none') {
                    add('tooltip', element.getAttribute('uib-tooltip'), element);
                  }
                  if (element.matches('input[type=button], input[type=submit], input[type=reset]')) {
                    add('value', element.value, element);
                  }
                  for (const pseudo of ['::before', '::after']) {
                    const content = getComputedStyle(element, pseudo).content;
                    if (content.startsWith('"')) {
                      add(pseudo, content, element);
                    }
                  }
                }
              };
              add('page title', document.title, document.documentElement);
              read(document.documentElement);
              return found;
            }
            """;

    /** How often a page may go elsewhere while it is read. */
    private static final int MOST_LEAVES = 3;

    private English() {}

    /**
     * Adds to {@code findings} what stands on the page and stays there: word and context to where it was seen first.
     *
     * @param userId of the person who reads, which her own profile shows
     */
    static void collect(Page page, String userId, String where, Map<String, String> findings) {
        Set<String> seen = on(page, userId);
        seen.removeAll(findings.keySet());
        if (!seen.isEmpty()) {
            page.waitForTimeout(SETTLED);
            seen.retainAll(on(page, userId));
            seen.forEach(finding -> findings.put(finding, where));
        }
    }

    /** What the page says once it is loaded; a page that is left while it is read is read anew where it has gone to. */
    @SuppressWarnings("unchecked")
    private static List<List<String>> read(Page page) {
        for (int leaves = 0; ; leaves++) {
            page.waitForLoadState();
            try {
                return (List<List<String>>) page.evaluate(READ);
            } catch (PlaywrightException left) {
                if (leaves == MOST_LEAVES || !left.getMessage().contains("Execution context was destroyed")) {
                    throw left;
                }
            }
        }
    }

    private static Set<String> on(Page page, String userId) {
        Set<String> findings = new LinkedHashSet<>();
        for (List<String> seen : read(page)) {
            Set<String> words = words(seen.get(1), userId);
            if (!words.isEmpty()) {
                findings.add("%s: %s \"%s\" of %s"
                        .formatted(
                                String.join(" ", words), seen.get(0), shortened(seen.get(1)), shortened(seen.get(2))));
            }
        }
        return findings;
    }

    private static Set<String> words(String text, String userId) {
        String rest = text;
        for (Pattern code : CODES) {
            rest = code.matcher(rest).replaceAll("·");
        }
        for (String name : NAMES.keySet()) {
            rest = rest.replace(name, "·");
        }
        rest = rest.replaceAll("\\b" + userId + "\\b", "·");
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static String shortened(String text) {
        return text.length() > 90 ? text.substring(0, 90) + "…" : text;
    }
}

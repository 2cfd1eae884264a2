package org.smecluster.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.smecluster.recognition.ComparisonSearch;
import org.smecluster.recognition.ComparisonSearch.Show;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person wants to see of a batch's comparison, as the address has it; null: nothing said.
 *
 * @param order see {@link ComparisonSearch}
 * @param page of the applications compared
 * @param waiting the page of those still on their way
 */
record ComparisonChoice(String text, Show show, String order, Boolean descending, Integer page, Integer waiting) {

    ComparisonChoice {
        text = text == null ? "" : text.strip();
        show = show == null ? Show.ALL : show;
        order = order == null ? "" : order;
        descending = Boolean.TRUE.equals(descending);
        page = page == null ? 1 : page;
        waiting = waiting == null ? 1 : waiting;
    }

    static ComparisonChoice first() {
        return new ComparisonChoice(null, null, null, null, null, null);
    }

    ComparisonSearch search() {
        return new ComparisonSearch(text, show, order, descending);
    }

    public boolean filtered() {
        return !text.isEmpty() || show != Show.ALL;
    }

    public ComparisonChoice onPage(int number) {
        return new ComparisonChoice(text, show, order, descending, number, waiting);
    }

    public ComparisonChoice waitingOn(int number) {
        return new ComparisonChoice(text, show, order, descending, page, number);
    }

    /** By that column, the other way round where it is so already. */
    public ComparisonChoice by(String column) {
        return new ComparisonChoice(text, show, column, order.equals(column) && !descending, 1, waiting);
    }

    public ComparisonChoice unfiltered() {
        return new ComparisonChoice("", Show.ALL, order, descending, 1, waiting);
    }

    /** As a column's head says it; null where the order is by something else. */
    public String sorted(String column) {
        return !order.equals(column) ? null : descending ? "descending" : "ascending";
    }

    /** What the address must say. */
    public Map<String, String> parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            said.put("text", text);
        }
        if (show != Show.ALL) {
            said.put("show", show.name());
        }
        if (!order.isEmpty()) {
            said.put("order", order);
        }
        if (descending) {
            said.put("descending", "true");
        }
        if (page > 1) {
            said.put("page", page.toString());
        }
        if (waiting > 1) {
            said.put("waiting", waiting.toString());
        }
        return said;
    }

    public String address(String batchNumber) {
        return filled(
                UriComponentsBuilder.fromPath("/batches/{number}")
                        .queryParam("section", BatchPages.Section.COMPARISON.key()),
                batchNumber);
    }

    /** Of the workbook of what is found. */
    public String exported(String batchNumber) {
        return filled(UriComponentsBuilder.fromPath("/batches/{number}/comparison/export"), batchNumber);
    }

    private String filled(UriComponentsBuilder address, String batchNumber) {
        parameters().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        Map<String, Object> values = new LinkedHashMap<>(parameters());
        values.put("number", batchNumber);
        return address.encode().buildAndExpand(values).toUriString();
    }
}

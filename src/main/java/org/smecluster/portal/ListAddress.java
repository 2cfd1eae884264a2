package org.smecluster.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list with its filter. */
final class ListAddress {

    private ListAddress() {}

    /**
     * @param namesAndValues of the filter, name, value, …; what is null, empty or false is left out, a constant stands by its
     *     name
     */
    static String of(String path, Object... namesAndValues) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            filter.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return of(path, filter);
    }

    static String of(String path, Map<String, ?> filter) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> said = new LinkedHashMap<>();
        filter.forEach((name, value) -> {
            if (value != null && !Boolean.FALSE.equals(value) && !"".equals(value)) {
                address.queryParam(name, "{" + name + "}");
                said.put(name, value instanceof Enum<?> constant ? constant.name() : value);
            }
        });
        return address.encode().buildAndExpand(said).toUriString();
    }
}

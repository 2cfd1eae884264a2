package org.smecluster.scope;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case that everybody tries to reach, with what identifies it.
 *
 * @param candidateGroup whose the open task is; null where it is an expert's
 * @param assignee the expert whose the open task is; null elsewhere
 * @param ids values for the variables of a path: {@code caseNumber}, {@code taskId}, … ({@code notices:id} where the
 *     segment before it tells what it is the id of)
 */
record TriedCase(
        String label,
        String caseNumber,
        String clusterName,
        String unitName,
        String applicantGroup,
        String cityGroup,
        Set<String> experts,
        String candidateGroup,
        String assignee,
        Map<String, String> ids) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** The value of a path's variable; one that many paths call {@code id} by the segment before it. */
    String id(String before, String name) {
        String[] segments = before.split("/");
        String particular = ids.get(segments[segments.length - 1] + ":" + name);
        return particular == null ? ids.get(name) : particular;
    }

    /** What must not be read by who may not know of the case. */
    List<String> traces() {
        return List.of(caseNumber, clusterName, ids.get("secret"));
    }

    /** The path, query or body with this case's ids and the person's; null where the case lacks one of them. */
    String filled(String template, Person person) {
        if (template == null) {
            return null;
        }
        StringBuilder filled = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = name.equals("self")
                    ? person.signedIn() ? person.userId() : "nobody"
                    : id(template.substring(0, matcher.start()), name);
            if (value == null) {
                return null;
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}

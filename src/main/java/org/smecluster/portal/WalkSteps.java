package org.smecluster.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.policy.guard.WalkAnswer;

/**
 * The answers of a walk as they stand in its address: {@code element:way}, a star before where a called process is gone through
 * as a whole, and after a tilde what was answered with a form, as JSON in Base64. Nothing else holds a walk.
 */
final class WalkSteps {

    /** Of the whole, so that the address stays one that servers take. */
    static final int LONGEST = 5_000;

    private static final int MOST = 200;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 40;
    private static final String PARTED = "!";

    private static final Pattern STEP =
            Pattern.compile("(\\*?)([\\p{L}_][\\p{L}\\p{N}_.-]{0,120}):([0-9]{1,4})(?:~([A-Za-z0-9_-]{2,3000}))?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private WalkSteps() {}

    /** As far as they can be read; what cannot is where the walk stands then. */
    static List<WalkAnswer> read(String steps) {
        List<WalkAnswer> answers = new ArrayList<>();
        if (steps.isEmpty() || steps.length() > LONGEST) {
            return answers;
        }
        for (String step : steps.split(PARTED)) {
            Matcher read = STEP.matcher(step);
            if (!read.matches() || answers.size() == MOST) {
                return answers;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            Map<String, Integer> picks = new LinkedHashMap<>();
            if (read.group(4) != null && !answered(read.group(4), values, picks)) {
                return answers;
            }
            answers.add(new WalkAnswer(
                    read.group(2),
                    Integer.parseInt(read.group(3)),
                    !read.group(1).isEmpty(),
                    values,
                    picks));
        }
        return answers;
    }

    private static boolean answered(String text, Map<String, Object> values, Map<String, Integer> picks) {
        try {
            Object read = JSON.readValue(Base64.getUrlDecoder().decode(text), Object.class);
            if (!(read instanceof Map<?, ?> both)) {
                return false;
            }
            if (both.get("v") instanceof Map<?, ?> entered) {
                entered.forEach((key, value) -> {
                    if (isPlain(value)) {
                        values.put(String.valueOf(key), value);
                    }
                });
            }
            if (both.get("p") instanceof Map<?, ?> picked) {
                picked.forEach((key, value) -> {
                    if (value instanceof Integer place) {
                        picks.put(String.valueOf(key), place);
                    }
                });
            }
            return values.size() <= MOST_VALUES && picks.size() <= MOST_VALUES;
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof String text && text.length() <= LONGEST_VALUE
                || value instanceof List<?> list
                        && list.size() <= MOST_VALUES
                        && list.stream()
                                .allMatch(each -> each instanceof String text && text.length() <= LONGEST_VALUE);
    }

    /** How many there are, whether or not they can be read. */
    static int count(String steps) {
        return steps.isEmpty() ? 0 : steps.split(PARTED, -1).length;
    }

    static String of(List<WalkAnswer> answers) {
        return answers.stream().map(WalkSteps::step).collect(Collectors.joining(PARTED));
    }

    /** As {@link #of}, for a query; signs that may stand there stay, to keep it short. */
    static String inAddress(List<WalkAnswer> answers) {
        return URLEncoder.encode(of(answers), StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%7E", "~")
                .replace("%21", PARTED);
    }

    private static String step(WalkAnswer answer) {
        String step = (answer.through() ? "*" : "") + answer.element() + ":" + answer.way();
        if (answer.values().isEmpty() && answer.picks().isEmpty()) {
            return step;
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("v", answer.values());
        both.put("p", answer.picks());
        try {
            return step + "~"
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(JSON.writeValueAsString(both).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether one more still fits into the address. */
    static boolean fits(List<WalkAnswer> answers) {
        return answers.size() <= MOST && of(answers).length() <= LONGEST;
    }
}

package org.smecluster.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FEEL that ends soon and calls nothing but named functions. No parser: what this lets through the engine still reads by
 * itself. Loops, quantifiers within one another, filters, contexts whose entries build on each other, powers, exponents, rounding
 * to any number of places and functions of its own could keep it busy, or fill the memory, for ever; and the engine reads the
 * getters of a Java object.
 */
final class Feel {

    static final String SAYS = "FEEL 表达式，只用清单中的函数";

    private static final int NESTED = 20;

    /** Each is evaluated within the one after it: some hundreds overflow the stack. */
    private static final int OPERATORS = 100;

    private static final Pattern OPERATOR =
            Pattern.compile("[-+*/<>=]+|\\.(?![0-9])|\\b(?:and|or|not|if|instance|between)\\b");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("//|/\\*");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ ]*+)?+\\s*+\\(");
    private static final Pattern CALL_OF_A_RESULT = Pattern.compile("[`)\\]}]\\s*+\\(");
    private static final Pattern CLOSED =
            Pattern.compile("\\b(?:for|function|external|class|getClass)\\b|\\*\\*|[{}]|[0-9][eE][+\\-]?[0-9]");
    private static final Pattern QUANTIFIER = Pattern.compile("\\b(?:some|every)\\b");
    private static final Pattern ONE_QUANTIFIER = Pattern.compile(
            "\\b(?:some|every)\\s+[\\p{L}_][\\p{L}\\p{N}_]*\\s+in\\s+(?:\\?|[\\p{L}_][\\p{L}\\p{N}_]*)\\s+satisfies\\b");
    private static final Pattern BEFORE_A_BRACKET = Pattern.compile("([\\])'?]|[\\p{L}_][\\p{L}\\p{N}_]*+)\\s*+\\[");

    private final int characters;
    private final Set<String> functions;
    private final Set<String> words;

    @SuppressWarnings("unchecked")
    Feel(Map<String, Object> list) {
        characters = (int) list.get("characters");
        functions = Set.copyOf((List<String>) list.get("functions"));
        words = Set.copyOf((List<String>) list.get("words"));
    }

    boolean fits(String expression) {
        if (expression.length() > characters) {
            return false;
        }
        String rest = STRING.matcher(expression).replaceAll("''");
        return rest.indexOf('"') < 0
                && rest.indexOf('\0') < 0
                && !COMMENT.matcher(rest).find()
                && !CLOSED.matcher(rest).find()
                && !CALL_OF_A_RESULT.matcher(rest).find()
                && oneQuantifierAtMost(rest)
                && !filters(rest)
                && nested(rest) <= NESTED
                && OPERATOR.matcher(rest).results().limit(OPERATORS + 1).count() <= OPERATORS
                && callsNamedFunctions(rest);
    }

    /** Over what the decision is given, and one alone: lists of lists multiply. */
    private static boolean oneQuantifierAtMost(String rest) {
        long all = QUANTIFIER.matcher(rest).results().count();
        return all == 0 || all == 1 && ONE_QUANTIFIER.matcher(rest).find();
    }

    /** A list may begin an expression or follow a word such as {@code in}; after a value it would filter that value. */
    private boolean filters(String rest) {
        return BEFORE_A_BRACKET.matcher(rest).results().anyMatch(found -> !words.contains(found.group(1)));
    }

    private boolean callsNamedFunctions(String rest) {
        Matcher call = CALL.matcher(rest);
        while (call.find()) {
            if (call.group(1) != null && !named(call.group(1))) {
                return false;
            }
        }
        return true;
    }

    /** {@code if list contains} calls {@code list contains}; {@code x in} calls nothing. */
    private boolean named(String before) {
        List<String> parts = new ArrayList<>(List.of(before.strip().split(" +")));
        if (words.contains(parts.get(parts.size() - 1))) {
            return true;
        }
        while (!parts.isEmpty()) {
            if (functions.contains(String.join(" ", parts))) {
                return true;
            }
            parts.remove(0);
        }
        return false;
    }

    private static int nested(String text) {
        int depth = 0;
        int deepest = 0;
        for (char c : text.toCharArray()) {
            if ("([{".indexOf(c) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
        }
        return deepest;
    }
}

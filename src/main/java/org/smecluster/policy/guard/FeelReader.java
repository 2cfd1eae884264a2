package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the FEEL that tables are written in: numbers, texts, comparisons, ranges, alternatives, {@code not}, and what lists
 * of outcomes need. What is not read here is not weighed; the engine then says whether it is FEEL at all.
 */
final class FeelReader {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<number>[0-9]++(?:\\.[0-9]++)?+(?![\\p{L}_])|\\.[0-9]++(?![\\p{L}_]))"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\[\"\\\\])*\")"
                    + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
                    + "|(?<sign>\\.\\.|<=|>=|!=|\\*\\*|[-+*/=<>()\\[\\],?]))");

    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "in",
            "if",
            "then",
            "else",
            "some",
            "every",
            "satisfies",
            "between",
            "true",
            "false",
            "null",
            "not",
            "return",
            "instance",
            "of",
            "for",
            "function",
            "external",
            "context",
            "date",
            "time",
            "duration");

    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "list contains",
            "concatenate",
            "append",
            "count",
            "min",
            "max",
            "sum",
            "contains",
            "starts with",
            "ends with",
            "all",
            "any",
            "abs",
            "string length");

    private static final int KEPT = 20_000;
    private static final Map<String, Optional<FeelNode>> UNARY = new ConcurrentHashMap<>();
    private static final Map<String, Optional<FeelNode>> EXPRESSIONS = new ConcurrentHashMap<>();

    /** Not of this part of FEEL. */
    private static final class NotKnown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKnown(String what) {
            super(what, null, false, false);
        }
    }

    private enum Kind {
        NUMBER,
        STRING,
        NAME,
        SIGN,
        END
    }

    private record Token(Kind kind, String text) {}

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private FeelReader(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && !text.substring(end).isBlank()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new NotKnown(text.substring(end));
            }
            end = matcher.end();
            if (matcher.group("number") != null) {
                tokens.add(new Token(Kind.NUMBER, matcher.group("number")));
            } else if (matcher.group("string") != null) {
                tokens.add(new Token(Kind.STRING, matcher.group("string")));
            } else if (matcher.group("name") != null) {
                tokens.add(new Token(Kind.NAME, matcher.group("name")));
            } else {
                tokens.add(new Token(Kind.SIGN, matcher.group("sign")));
            }
        }
        tokens.add(new Token(Kind.END, ""));
    }

    /** @return empty where it is not known here, which does not say that it is no FEEL */
    static Optional<FeelNode> expression(String text) {
        return read(EXPRESSIONS, text, FeelReader::wholeExpression);
    }

    /** An empty cell holds of everything. */
    static Optional<FeelNode> unaryTests(String text) {
        return read(UNARY, text, FeelReader::wholeTests);
    }

    private interface Way {
        FeelNode read(FeelReader reader);
    }

    private static Optional<FeelNode> read(Map<String, Optional<FeelNode>> kept, String text, Way way) {
        if (kept.size() > KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(text, each -> {
            try {
                return Optional.of(way.read(new FeelReader(each)));
            } catch (NotKnown | StackOverflowError notKnown) {
                return Optional.empty();
            }
        });
    }

    private FeelNode wholeExpression() {
        FeelNode node = expression();
        end();
        return node;
    }

    private FeelNode wholeTests() {
        if (peek().kind() == Kind.END) {
            return new FeelNode.Anything();
        }
        if (isSign("-") && tokens.get(at + 1).kind() == Kind.END) {
            return new FeelNode.Anything();
        }
        FeelNode node = isName("not") && tokens.get(at + 1).text().equals("(") ? negated() : tests();
        end();
        return node;
    }

    /** The engine takes it as a whole only. */
    private FeelNode negated() {
        at += 2;
        FeelNode inner = tests();
        sign(")");
        return new FeelNode.Tests(listed(inner), true);
    }

    private static List<FeelNode> listed(FeelNode tests) {
        return tests instanceof FeelNode.Tests list ? list.tests() : List.of(tests);
    }

    private FeelNode tests() {
        boolean beginsWithNot = isName("not");
        List<FeelNode> all = new ArrayList<>();
        do {
            all.add(test());
        } while (accept(","));
        if (all.size() > 1 && beginsWithNot) {
            throw new NotKnown("not");
        }
        return all.size() == 1 ? all.get(0) : new FeelNode.Tests(List.copyOf(all), false);
    }

    /** A {@code true} that is not the last word is true of everything to the engine: {@code true, null} of false too. */
    private FeelNode test() {
        for (String operator : List.of("<=", ">=", "<", ">")) {
            if (accept(operator)) {
                return new FeelNode.Against(operator, additive());
            }
        }
        if (isSign("[") || isSign("]") || isSign("(")) {
            int before = at;
            Optional<FeelNode> range = range();
            if (range.isPresent() && (isSign(",") || isSign(")") || peek().kind() == Kind.END)) {
                return range.get();
            }
            at = before;
        }
        FeelNode expression = expression();
        boolean isTrue = expression instanceof FeelNode.Literal literal && Boolean.TRUE.equals(literal.value());
        return isTrue && peek().kind() != Kind.END
                ? new FeelNode.Holds(new FeelNode.Logic(true, expression, expression))
                : new FeelNode.Holds(expression);
    }

    /** Leaves the place where it is where there is none. */
    private Optional<FeelNode> range() {
        int before = at;
        String open = next().text();
        try {
            FeelNode from = additive();
            if (!accept("..")) {
                at = before;
                return Optional.empty();
            }
            FeelNode to = additive();
            String close = next().text();
            if (!Set.of("]", ")", "[").contains(close)) {
                throw new NotKnown(close);
            }
            return Optional.of(new FeelNode.Range(from, open.equals("["), to, close.equals("]")));
        } catch (NotKnown noRange) {
            at = before;
            return Optional.empty();
        }
    }

    private FeelNode expression() {
        if (isName("if")) {
            at++;
            FeelNode condition = expression();
            word("then");
            FeelNode then = expression();
            word("else");
            return new FeelNode.Choice(condition, then, expression());
        }
        if (isName("every") || isName("some")) {
            boolean every = next().text().equals("every");
            String each = next(Kind.NAME);
            word("in");
            FeelNode list = additive();
            word("satisfies");
            return new FeelNode.Quantified(every, each, list, expression());
        }
        FeelNode left = conjunction();
        while (isName("or")) {
            at++;
            left = new FeelNode.Logic(false, left, conjunction());
        }
        return left;
    }

    private FeelNode conjunction() {
        FeelNode left = comparison();
        while (isName("and")) {
            at++;
            left = new FeelNode.Logic(true, left, comparison());
        }
        return left;
    }

    private FeelNode comparison() {
        FeelNode left = additive();
        for (String operator : List.of("<=", ">=", "!=", "=", "<", ">")) {
            if (accept(operator)) {
                return new FeelNode.Comparison(operator, left, additive());
            }
        }
        if (isName("between")) {
            at++;
            FeelNode from = additive();
            word("and");
            return new FeelNode.In(left, new FeelNode.Range(from, true, additive(), true));
        }
        if (isName("in")) {
            at++;
            FeelNode tests = membership();
            if (tests.all().anyMatch(FeelNode.Input.class::isInstance)) {
                throw new NotKnown("? in a test of something else");
            }
            return new FeelNode.In(left, tests);
        }
        return left;
    }

    private FeelNode membership() {
        if (isSign("[") || isSign("]") || isSign("(")) {
            int before = at;
            Optional<FeelNode> range = range();
            if (range.isPresent()) {
                return range.get();
            }
            at = before;
            if (accept("(")) {
                FeelNode tests = tests();
                sign(")");
                return new FeelNode.Tests(listed(tests), false);
            }
        }
        return test();
    }

    private FeelNode additive() {
        FeelNode left = product();
        while (isSign("+") || isSign("-")) {
            String operator = next().text();
            left = new FeelNode.Arithmetic(operator, left, product());
        }
        return left;
    }

    private FeelNode product() {
        FeelNode left = signed();
        while (isSign("*") || isSign("/")) {
            String operator = next().text();
            left = new FeelNode.Arithmetic(operator, left, signed());
        }
        return left;
    }

    private FeelNode signed() {
        if (!accept("-")) {
            return primary();
        }
        FeelNode inner = signed();
        return inner instanceof FeelNode.Literal literal && literal.value() instanceof BigDecimal number
                ? new FeelNode.Literal(number.negate())
                : new FeelNode.Arithmetic("-", new FeelNode.Literal(BigDecimal.ZERO), inner);
    }

    private FeelNode primary() {
        Token token = next();
        switch (token.kind()) {
            case NUMBER -> {
                return new FeelNode.Literal(new BigDecimal(token.text()));
            }
            case STRING -> {
                String inner = token.text().substring(1, token.text().length() - 1);
                return new FeelNode.Literal(inner.replaceAll("\\\\(.)", "$1"));
            }
            case SIGN -> {
                return bracketed(token.text());
            }
            case NAME -> {
                return named(token.text());
            }
            default -> throw new NotKnown("end");
        }
    }

    private FeelNode bracketed(String sign) {
        switch (sign) {
            case "?" -> {
                return new FeelNode.Input();
            }
            case "(" -> {
                FeelNode inner = expression();
                sign(")");
                if (inner instanceof FeelNode.Literal) {
                    // (true) is no longer the value true to the engine
                    throw new NotKnown("()");
                }
                return inner;
            }
            case "[" -> {
                List<FeelNode> members = new ArrayList<>();
                if (!accept("]")) {
                    do {
                        members.add(expression());
                    } while (accept(","));
                    sign("]");
                }
                return new FeelNode.Listed(List.copyOf(members));
            }
            default -> throw new NotKnown(sign);
        }
    }

    private FeelNode named(String first) {
        switch (first) {
            case "true", "false" -> {
                return new FeelNode.Literal(Boolean.valueOf(first));
            }
            case "null" -> {
                return new FeelNode.Literal(null);
            }
            default -> {
                // a variable or a function, whose name may be of several words
            }
        }
        StringBuilder name = new StringBuilder(first);
        int ahead = at;
        while (tokens.get(ahead).kind() == Kind.NAME
                && !WORDS.contains(tokens.get(ahead).text())) {
            name.append(' ').append(tokens.get(ahead++).text());
        }
        if (tokens.get(ahead).text().equals("(")) {
            if (!FUNCTIONS.contains(name.toString())) {
                throw new NotKnown(name.toString());
            }
            at = ahead + 1;
            List<FeelNode> arguments = new ArrayList<>();
            if (!accept(")")) {
                do {
                    arguments.add(expression());
                } while (accept(","));
                sign(")");
            }
            return new FeelNode.Call(name.toString(), List.copyOf(arguments));
        }
        if (ahead > at || WORDS.contains(first)) {
            throw new NotKnown(name.toString());
        }
        return new FeelNode.Name(first);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at < tokens.size() - 1 ? at++ : at);
    }

    private String next(Kind kind) {
        Token token = next();
        if (token.kind() != kind || kind == Kind.NAME && WORDS.contains(token.text())) {
            throw new NotKnown(token.text());
        }
        return token.text();
    }

    private boolean isSign(String sign) {
        return peek().kind() == Kind.SIGN && peek().text().equals(sign);
    }

    private boolean isName(String name) {
        return peek().kind() == Kind.NAME && peek().text().equals(name);
    }

    private boolean accept(String sign) {
        if (isSign(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void sign(String sign) {
        if (!accept(sign)) {
            throw new NotKnown(peek().text());
        }
    }

    private void word(String word) {
        if (!isName(word)) {
            throw new NotKnown(peek().text());
        }
        at++;
    }

    private void end() {
        if (peek().kind() != Kind.END) {
            throw new NotKnown(peek().text());
        }
    }
}

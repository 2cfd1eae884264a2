package org.smecluster.policy.guard;

import java.util.List;
import java.util.stream.Stream;

/** What a cell says, of the part of FEEL that the guard can weigh. */
sealed interface FeelNode {

    /** @param value a BigDecimal, a String, a Boolean or null */
    record Literal(Object value) implements FeelNode {}

    record Name(String name) implements FeelNode {}

    /** The value of the column, {@code ?}. */
    record Input() implements FeelNode {}

    record Listed(List<FeelNode> members) implements FeelNode {}

    record Range(FeelNode from, boolean withFrom, FeelNode to, boolean withTo) implements FeelNode {}

    record Arithmetic(String operator, FeelNode left, FeelNode right) implements FeelNode {}

    record Comparison(String operator, FeelNode left, FeelNode right) implements FeelNode {}

    record Logic(boolean and, FeelNode left, FeelNode right) implements FeelNode {}

    record Choice(FeelNode condition, FeelNode then, FeelNode otherwise) implements FeelNode {}

    record Quantified(boolean every, String each, FeelNode list, FeelNode condition) implements FeelNode {}

    record Call(String function, List<FeelNode> arguments) implements FeelNode {}

    /** Of a value, as {@code x in (< 1, null)}. */
    record In(FeelNode value, FeelNode tests) implements FeelNode {}

    /** An empty cell, or {@code -}. */
    record Anything() implements FeelNode {}

    /** Of the column: one of them holds, or none. */
    record Tests(List<FeelNode> tests, boolean negated) implements FeelNode {}

    /** Of the column: {@code < 5}. */
    record Against(String operator, FeelNode bound) implements FeelNode {}

    /** Of the column: equal to what the expression yields, or what it yields is true. */
    record Holds(FeelNode expression) implements FeelNode {}

    /** Those directly below. */
    default Stream<FeelNode> parts() {
        if (this instanceof Listed listed) {
            return listed.members().stream();
        }
        if (this instanceof Range range) {
            return Stream.of(range.from(), range.to());
        }
        if (this instanceof Arithmetic arithmetic) {
            return Stream.of(arithmetic.left(), arithmetic.right());
        }
        if (this instanceof Comparison comparison) {
            return Stream.of(comparison.left(), comparison.right());
        }
        if (this instanceof Logic logic) {
            return Stream.of(logic.left(), logic.right());
        }
        if (this instanceof Choice choice) {
            return Stream.of(choice.condition(), choice.then(), choice.otherwise());
        }
        if (this instanceof Quantified quantified) {
            return Stream.of(quantified.list(), quantified.condition());
        }
        if (this instanceof Call call) {
            return call.arguments().stream();
        }
        if (this instanceof In in) {
            return Stream.of(in.value(), in.tests());
        }
        if (this instanceof Tests tests) {
            return tests.tests().stream();
        }
        if (this instanceof Against against) {
            return Stream.of(against.bound());
        }
        if (this instanceof Holds holds) {
            return Stream.of(holds.expression());
        }
        return Stream.empty();
    }

    /** This one and all below it. */
    default Stream<FeelNode> all() {
        return Stream.concat(Stream.of(this), parts().flatMap(FeelNode::all));
    }

    /** The variables that it reads. */
    default Stream<String> names() {
        if (this instanceof Name name) {
            return Stream.of(name.name());
        }
        if (this instanceof Quantified quantified) {
            return Stream.concat(
                    quantified.list().names(),
                    quantified.condition().names().filter(name -> !name.equals(quantified.each())));
        }
        return parts().flatMap(FeelNode::names);
    }

    /** The values that stand in it. */
    default Stream<Object> literals() {
        return all().filter(Literal.class::isInstance)
                .map(literal -> ((Literal) literal).value())
                .filter(value -> value != null);
    }
}

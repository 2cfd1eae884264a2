package org.smecluster.casehistory.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casehistory.InstanceStory.FlowTaken;
import org.smecluster.casehistory.engine.TakenPath.Flow;
import org.smecluster.casehistory.engine.TakenPath.Visit;

@DisplayName("由活动的历史推定经过的连线")
class TakenPathTest {

    private static final Instant NINE = Instant.parse("2026-06-15T01:00:00Z");

    private final List<Visit> visits = new ArrayList<>();

    private TakenPathTest visit(String node, int start, Integer end) {
        return visit(node, "case", "one", start, end, false);
    }

    private TakenPathTest visit(String node, String scope, String token, int start, Integer end, boolean canceled) {
        visits.add(new Visit(
                node + visits.size(),
                node,
                scope,
                token,
                NINE.plusSeconds(start),
                end == null ? null : NINE.plusSeconds(end),
                canceled));
        return this;
    }

    /** @param arrows such as {@code a>b}, which are the flows' ids too */
    private List<FlowTaken> by(String... arrows) {
        return TakenPath.of(
                visits,
                List.of(arrows).stream()
                        .map(arrow -> new Flow(arrow, arrow.split(">")[0], arrow.split(">")[1]))
                        .toList(),
                Set.of("choice"));
    }

    private static FlowTaken once(String flow) {
        return new FlowTaken(flow, 1, true);
    }

    @Test
    @DisplayName("一条直路：依次经过，正在办理的步骤之后没有连线")
    void straight() {
        visit("start", 0, 0).visit("fill", 0, 5).visit("review", 5, null);
        assertThat(by("start>fill", "fill>review", "review>end"))
                .containsExactly(once("start>fill"), once("fill>review"));
    }

    @Test
    @DisplayName("排他网关两头都去过时，一次经过只走一条连线")
    void choice() {
        visit("start", 0, 0)
                .visit("choice", 0, 0)
                .visit("correct", 0, 4)
                .visit("choice", 4, 4)
                .visit("accept", 4, null);
        assertThat(by("start>choice", "choice>correct", "choice>accept", "correct>choice"))
                .containsExactlyInAnyOrder(
                        once("start>choice"), once("choice>correct"), once("correct>choice"), once("choice>accept"));
    }

    @Test
    @DisplayName("退回再来：同一条连线走几次就记几次，入口的连线只记一次")
    void loop() {
        visit("start", 0, 0)
                .visit("merge", 0, 0)
                .visit("fill", 0, 3)
                .visit("merge", 3, 3)
                .visit("fill", 3, 6)
                .visit("merge", 6, 6)
                .visit("fill", 6, null);
        assertThat(by("start>merge", "fill>merge", "merge>fill"))
                .containsExactly(
                        once("start>merge"),
                        new FlowTaken("merge>fill", 3, true),
                        new FlowTaken("fill>merge", 2, true));
    }

    @Test
    @DisplayName("并行分支：分开的两条和汇合的两条都走过，汇合之后只走一次")
    void fork() {
        visit("fork", "case", "one", 0, 0, false)
                .visit("experts", "case", "a", 0, 8, false)
                .visit("inspect", "case", "b", 0, 9, false)
                .visit("join", "case", "a", 8, 9, false)
                .visit("join", "case", "b", 9, 9, false)
                .visit("conclude", "case", "one", 9, null, false);
        assertThat(by("fork>experts", "fork>inspect", "experts>join", "inspect>join", "join>conclude"))
                .containsExactlyInAnyOrder(
                        once("fork>experts"),
                        once("fork>inspect"),
                        once("experts>join"),
                        once("inspect>join"),
                        once("join>conclude"));
    }

    @Test
    @DisplayName("被取消的步骤不通向任何步骤：边界事件接着走，原来的出口没有走")
    void canceled() {
        visit("fill", "case", "one", 0, 7, true).visit("expired", "case", "one", 7, 7, false);
        visit("lapse", 7, 8);
        assertThat(by("fill>lapse", "fill>assess", "expired>lapse")).containsExactly(once("expired>lapse"));
    }

    @Test
    @DisplayName("由管理员移到的步骤没有来路，不编造连线")
    void moved() {
        visit("start", 0, 0).visit("fill", 0, null).visit("review", 5, null);
        assertThat(by("start>fill", "fill>review")).containsExactly(once("start>fill"));
    }

    @Test
    @DisplayName("子流程里的步骤不由子流程外的步骤引来")
    void scopes() {
        visit("a", "case", "one", 0, 1, false).visit("b", "sub", "two", 1, 2, false);
        assertThat(by("a>b")).isEmpty();
    }

    @Test
    @DisplayName("两个步骤都可能引来时，取最近的一个，并注明不确定")
    void ambiguous() {
        visit("a", "case", "x", 0, 1, false)
                .visit("b", "case", "y", 0, 2, false)
                .visit("c", "case", "z", 3, null, false);
        assertThat(by("a>c", "b>c")).containsExactly(new FlowTaken("b>c", 1, false));
    }
}

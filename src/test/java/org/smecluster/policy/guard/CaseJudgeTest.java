package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.guard.CaseJudge.Why;
import org.smecluster.policy.guard.Standing.Kind;
import org.smecluster.policy.guard.Standing.Stay;

@DisplayName("在办案件转到新版：按本案的经过接着推演，违反《办法》的不转")
class CaseJudgeTest {

    private static final List<ModelSource> SHIPPED = Changed.all();
    private static final String CASE = "instance";
    private static final String OLD = "old";

    /** How the cases before were handled, step by step. */
    private final List<Passed> past = new ArrayList<>();

    private final Map<String, Object> variables = new HashMap<>();

    private void done(String element, Object... written) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < written.length; i += 2) {
            values.put((String) written[i], written[i + 1]);
        }
        variables.putAll(values);
        begun(element);
        Passed begun = past.get(past.size() - 1);
        past.add(new Passed(CASE, OLD, element, begun.visit(), Passed.What.DONE, begun.at(), values));
    }

    private void begun(String element) {
        past.add(new Passed(
                CASE,
                OLD,
                element,
                "visit-" + past.size(),
                Passed.What.BEGUN,
                Instant.ofEpochSecond(past.size()),
                Map.of()));
    }

    private void factsEstablished() {
        done("event_revocationStarted");
        done("task_establishFacts");
        done("decide_revocationGrounds", "groundFound", true);
        done("gateway_groundFound");
    }

    private void noticeServed() {
        done("task_serveNotice");
        done("service_notifyCluster");
    }

    private List<Why> judged(String at, ModelSource now, ModelSource then) {
        begun(at);
        Versions versions = new Versions(id -> Optional.of(new Versions.Version("revocation", now)));
        Standing standing = new Standing("revocation", variables, Map.of(), List.of(Stay.at(at, Kind.THERE)));
        return new CaseJudge(SHIPPED, List.of(then))
                .judge(CASE, standing, standing, new CaseJudge(SHIPPED, List.of(now)), past, versions);
    }

    private static ModelSource revocation() {
        return SHIPPED.stream()
                .filter(file -> file.name().endsWith("/revocation.bpmn"))
                .findFirst()
                .orElseThrow();
    }

    /** One in which the steps between two are passed over. */
    private static ModelSource past(String flow, String target, String otherTarget) {
        return Shipped.changed(
                "revocation.bpmn",
                text -> text.replaceFirst("(id=\"" + flow + "\"[^>]*targetRef=\")" + target, "$1" + otherTarget));
    }

    @Test
    @DisplayName("第十七条：旧版没有听取陈述申辩就到了审核的，不转到要听取的新版")
    void pastTheDefence() {
        ModelSource old = past("flow_notifyCluster_stateDefence", "task_stateDefence", "task_checkLegality");
        factsEstablished();
        noticeServed();
        assertThat(judged("task_checkLegality", old, revocation())).anySatisfy(why -> {
            assertThat(why.article()).isEqualTo("第十七条");
            assertThat(why.sentence()).contains("申报主体须已陈述申辩，或者陈述申辩的期限已满", "撤销决定");
        });
    }

    @Test
    @DisplayName("第十七条：旧版没有送达事先告知书就到了陈述申辩的，不转")
    void pastTheNotice() {
        ModelSource old = past("flow_groundFound", "task_serveNotice", "service_notifyCluster");
        factsEstablished();
        done("service_notifyCluster");
        assertThat(judged("task_stateDefence", old, revocation())).anySatisfy(why -> {
            assertThat(why.article()).isEqualTo("第十七条");
            assertThat(why.sentence()).contains("须已送达事先告知书");
        });
    }

    @Test
    @DisplayName("同样的旧版，还没有到那一步的：转")
    void beforeThat() {
        ModelSource old = past("flow_notifyCluster_stateDefence", "task_stateDefence", "task_checkLegality");
        factsEstablished();
        assertThat(judged("task_serveNotice", old, revocation())).isEmpty();
    }

    @Test
    @DisplayName("陈述申辩过的、期满没有申辩的：转；申辩以前一轮的不算")
    void heard() {
        factsEstablished();
        noticeServed();
        done("task_stateDefence");
        assertThat(judged("task_checkLegality", revocation(), revocation())).isEmpty();
        past.remove(past.size() - 1);
        done("task_checkLegality", "legalityPassed", false, "oralHearingOrdered", false);
        done("task_establishFacts");
        done("decide_revocationGrounds", "groundFound", true);
        noticeServed();
        assertThat(judged("task_checkLegality", revocation(), revocation()))
                .anySatisfy(why -> assertThat(why.sentence()).contains("须已陈述申辩"));
    }

    @Test
    @DisplayName("期满的，告知以后没有申辩而登记在案：转")
    void silent() {
        factsEstablished();
        noticeServed();
        begun("task_stateDefence");
        Passed waiting = past.get(past.size() - 1);
        Instant ended = Instant.ofEpochSecond(100);
        past.add(new Passed(CASE, OLD, "task_stateDefence", waiting.visit(), Passed.What.CANCELLED, ended, Map.of()));
        past.add(new Passed(CASE, OLD, "event_hearingEnded", "ended", Passed.What.BEGUN, ended, Map.of()));
        past.add(new Passed(CASE, OLD, "event_hearingEnded", "ended", Passed.What.DONE, ended, Map.of()));
        past.add(new Passed(CASE, OLD, "service_recordSilence", "silence", Passed.What.BEGUN, ended, Map.of()));
        past.add(new Passed(CASE, OLD, "service_recordSilence", "silence", Passed.What.DONE, ended, Map.of()));
        assertThat(judged("task_checkLegality", revocation(), revocation())).isEmpty();
    }

    @Test
    @DisplayName("决定听证而还没有举行的，不能转过听证")
    void pastTheHearing() {
        factsEstablished();
        noticeServed();
        done("task_stateDefence");
        done("task_checkLegality", "legalityPassed", false, "oralHearingOrdered", true);
        begun("task_holdHearing");
        Versions versions = new Versions(id -> Optional.of(new Versions.Version("revocation", revocation())));
        Standing now =
                new Standing("revocation", variables, Map.of(), List.of(Stay.at("task_holdHearing", Kind.THERE)));
        Standing then =
                new Standing("revocation", variables, Map.of(), List.of(Stay.at("task_checkLegality", Kind.THERE)));
        CaseJudge judge = new CaseJudge(SHIPPED, List.of());
        assertThat(judge.judge(CASE, now, now, judge, past, versions)).isEmpty();
        assertThat(judge.judge(CASE, then, now, judge, past, versions))
                .anySatisfy(why -> assertThat(why.sentence()).contains("举行听证以前不得审核和决定"));
    }

    @Test
    @DisplayName("新版要看的事项，本案以前没有登记过：不转，而不是停在半路")
    void wouldStandStill() {
        ModelSource then = Shipped.changed(
                "revocation.bpmn", text -> text.replace("${revocationDecision == 'CORRECT'}", "${newlyAsked}"));
        factsEstablished();
        noticeServed();
        done("task_stateDefence");
        assertThat(judged("task_checkLegality", revocation(), then))
                .anySatisfy(why -> assertThat(why.sentence()).contains("会停住", "没有登记过"));
    }

    static Stream<String> processes() {
        return graphs().keySet().stream();
    }

    private static Map<String, StateGraph> graphs() {
        return new Explored(
                        RunningModels.after(SHIPPED, List.of()),
                        Law.shipped().producers(),
                        Law.shipped().spokenOf(),
                        Explorer.SHIPPED)
                .graphs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("转到同样的一版，停在哪里都能转：在办流程的每种停法，每隔若干种试一种")
    void sameVersion(String process) {
        StateGraph graph = graphs().get(process);
        CaseJudge judge = new CaseJudge(SHIPPED, List.of());
        List<Integer> resting = new ArrayList<>();
        for (int state = StateGraph.OVER + 1; state < graph.size(); state++) {
            if (graph.isResting(state)) {
                resting.add(state);
            }
        }
        assertThat(resting).isNotEmpty();
        int tried = Math.min(resting.size(), 12);
        for (int i = 0; i < tried; i++) {
            int state = resting.get(i * resting.size() / tried);
            assertThat(judge.reasons(Positions.standing(graph, state), pastOf(graph, state)))
                    .as(process + " in " + Positions.standing(graph, state))
                    // what has to be possible at some time may be behind it
                    .allMatch(reason -> reason.why().article() != null && reason.same() != null);
        }
    }

    /** By a shortest way. */
    private static LawPast pastOf(StateGraph graph, int state) {
        Map<Integer, StateGraph.Edge> before = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(StateGraph.BEFORE));
        while (!open.isEmpty()) {
            for (StateGraph.Edge edge : graph.from(open.poll())) {
                if (before.putIfAbsent(edge.to(), edge) == null) {
                    open.add(edge.to());
                }
            }
        }
        List<StateGraph.Edge> way = new ArrayList<>();
        for (int at = state; at != StateGraph.BEFORE; at = before.get(at).from()) {
            way.add(before.get(at));
        }
        Collections.reverse(way);
        LawPast past = new LawPast(Law.shipped());
        for (StateGraph.Edge edge : way) {
            for (int number : edge.happened()) {
                past.happened(
                        graph.happenings().get(number),
                        name -> Positions.isOpen(
                                graph, edge.from(), Law.shipped().steps().get(name)));
            }
        }
        return past;
    }
}

package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.guard.WalkPlace.Possible;

@DisplayName("试走流程：不运行程序，按填写的结果往下走")
class ProcessWalkTest {

    private static final WalkDecisions NONE = (decision, inputs) -> Optional.empty();

    static Stream<String> processes() {
        RunningModels models = RunningModels.after(Changed.all(), List.of());
        return models.processes().stream().map(ModelProcess::id).sorted();
    }

    private static ProcessWalk walk(String process) {
        return ProcessWalk.of(Changed.all(), List.of(), process, NONE).orElseThrow();
    }

    private static Set<String> ends(String process) {
        Set<String> ends = new TreeSet<>();
        RunningModels.after(Changed.all(), List.of()).processes().stream()
                .filter(each -> each.id().equals(process))
                .forEach(each -> each.nodes().stream()
                        .filter(node -> node.name().equals("endEvent"))
                        .forEach(node -> ends.add(ModelProcess.called(node))));
        return ends;
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("每个流程都能走到每一个结束，每一步的表单都有，没有走不下去的时候")
    void reachesEachEnd(String process) {
        ProcessWalk walk = walk(process);
        Set<String> wanted = ends(process);
        Map<String, List<WalkAnswer>> reached = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        Deque<List<WalkAnswer>> waiting = new ArrayDeque<>(List.of(List.of()));
        while (!waiting.isEmpty() && !reached.keySet().containsAll(wanted)) {
            List<WalkAnswer> answers = waiting.poll();
            WalkPlace place = walk.follow(answers);
            assertThat(place.followed()).isEqualTo(answers.size());
            assertThat(place.stopped()).as("after %s", place.passages()).isNull();
            place.ended().forEach(end -> reached.putIfAbsent(end.replaceFirst("（「.*", ""), answers));
            if (walk.key != null && !seen.add(Arrays.toString(walk.key))) {
                continue;
            }
            for (WalkAnswer next : answers(walk, place)) {
                List<WalkAnswer> more = new ArrayList<>(answers);
                more.add(next);
                waiting.add(more);
            }
        }
        assertThat(reached.keySet()).containsAll(wanted);
        reached.forEach(
                (end, answers) -> assertThat(walk(process).follow(answers).ended())
                        .as("the same answers lead to the same end")
                        .anyMatch(again -> again.startsWith(end)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("连线条件看的每个变量都有中文的说法")
    void everythingTestedHasWords(String process) {
        RunningModels models = RunningModels.after(Changed.all(), List.of());
        Processes processes = new Processes(models);
        ProcessNet net = ProcessNet.of(processes, processes.find(process).orElseThrow());
        Producers producers = Law.shipped().producers();
        NetData data =
                new NetData(net, producers, new FormFields(models, producers), new DecisionOutputs(models), Set.of());
        WalkWords words = new WalkWords(net, new WalkFields(models, data));
        assertThat(data.variables()).extracting(variable -> variable.name).allMatch(words::knows);
    }

    /** Everything that a person could do there. */
    private static List<WalkAnswer> answers(ProcessWalk walk, WalkPlace place) {
        List<WalkAnswer> all = new ArrayList<>();
        for (int i = 0; i < place.possible().size(); i++) {
            Possible possible = place.possible().get(i);
            if (possible.form() == null) {
                possible.ways()
                        .forEach(way -> all.add(WalkAnswer.of(
                                possible.element(), way.number(), possible.kind() == WalkPlace.Kind.CALLED)));
                continue;
            }
            assertThat(walk.form(possible.form())).as(possible.label()).isNotNull();
            List<Map<String, Object>> values = List.of(Map.of());
            for (FormInput input :
                    FormInput.all(Json.read(walk.form(possible.form())).orElseThrow())) {
                if (possible.decides().containsKey(input.key())) {
                    values = each(values, input.key(), options(input));
                }
            }
            List<Map<String, Integer>> picks = List.of(Map.of());
            for (WalkPlace.Ask ask : possible.asks()) {
                picks = each(
                        picks,
                        ask.variable(),
                        Stream.iterate(0, k -> k + 1).limit(ask.values().size()).toList());
            }
            for (Map<String, Object> value : values) {
                for (Map<String, Integer> pick : picks) {
                    walk.answer(i, value, pick).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static List<Object> options(FormInput input) {
        return input.type().equals("checkbox") ? List.of(true, false) : List.copyOf(input.codes());
    }

    private static <T> List<Map<String, T>> each(List<Map<String, T>> before, String name, List<T> values) {
        List<Map<String, T>> more = new ArrayList<>();
        for (Map<String, T> one : before) {
            for (T value : values) {
                Map<String, T> with = new LinkedHashMap<>(one);
                with.put(name, value);
                more.add(with);
            }
        }
        return more;
    }

    /** What is answered with the form at the element, everything else as it comes. */
    private static WalkPlace with(ProcessWalk walk, String element, Map<String, Object> values) {
        List<WalkAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            WalkPlace place = walk.follow(answers);
            for (int at = 0; at < place.possible().size(); at++) {
                if (place.possible().get(at).element().equals(element)) {
                    answers.add(walk.answer(at, values, Map.of()).orElseThrow());
                    return walk.follow(answers);
                }
            }
            answers.add(answers(walk, place).get(0));
        }
        throw new IllegalStateException("never came to " + element);
    }

    private static List<String> happened(WalkPlace place) {
        return place.passages().get(place.passages().size() - 1).events().stream()
                .map(event -> event.kind() + event.label() + event.says())
                .toList();
    }

    @Test
    @DisplayName("怎样填就走到哪里：说明走哪条连线、为什么、程序会做什么")
    void tellsWhy() {
        WalkPlace withdrawn = with(walk("changeFiling"), "task_confirmFiling", Map.of("filingStep", "WITHDRAW"));
        assertThat(withdrawn.over()).isTrue();
        assertThat(withdrawn.ended()).containsExactly("「备案已撤回」");
        assertThat(withdrawn.passages().get(1).says()).containsExactly("下一步：撤回（误报）");
        assertThat(happened(withdrawn))
                .containsExactly("WAY连线「撤回」→「登记撤回备案」[条件成立：“下一步”为“撤回（误报）”]", "PROGRAM「登记撤回备案」[]", "END「备案已撤回」[]");
        WalkPlace submitted = with(walk("changeFiling"), "task_confirmFiling", Map.of("filingStep", "SUBMIT"));
        assertThat(happened(submitted))
                .containsExactly("WAY连线「提交」→「市级审核转报」[条件不成立：“下一步”为“撤回（误报）”（现为“提交备案”）, " + "其他连线的条件都不成立，走默认的这一条]");
        assertThat(submitted.possible()).singleElement().satisfies(next -> {
            assertThat(next.label()).isEqualTo("「市级审核转报」");
            assertThat(next.who()).isEqualTo("市级主管部门");
            assertThat(next.ways())
                    .extracting(way -> way.says() + "→" + way.leads())
                    .containsExactly("[处理：转报自治区]→[「备案登记」]", "[处理：退回补充]→[「核对并提交备案」]");
        });
        assertThat(submitted.drawings()).singleElement().satisfies(drawing -> {
            assertThat(drawing.current()).containsExactly("task_forwardFiling");
            assertThat(drawing.flows()).contains("flow_confirmFiling_filingSubmitted");
        });
    }

    @Test
    @DisplayName("草稿改了条件，同样的填写走到别处")
    void aChangedConditionLeadsElsewhere() {
        ModelSource changed = Shipped.changed(
                "changeFiling.bpmn", text -> text.replace("${filingStep == 'WITHDRAW'}", "${filingStep == 'SUBMIT'}"));
        ProcessWalk walk = ProcessWalk.of(Changed.all(), List.of(changed), "changeFiling", NONE)
                .orElseThrow();
        assertThat(with(walk, "task_confirmFiling", Map.of("filingStep", "SUBMIT"))
                        .ended())
                .containsExactly("「备案已撤回」");
    }

    @Test
    @DisplayName("决策表按填写的内容真正计算；算不出的由人选")
    void decisionsAreEvaluated() {
        List<Map<String, Object>> asked = new ArrayList<>();
        ProcessWalk walk = ProcessWalk.of(Changed.all(), List.of(), "revocation", (decision, inputs) -> {
                    asked.add(inputs);
                    return Optional.of(List.of());
                })
                .orElseThrow();
        WalkPlace place =
                with(walk, "task_establishFacts", Map.of("vetoed", "false", "overall", "MET", "reportOverdue", "true"));
        assertThat(asked.get(asked.size() - 1))
                .containsEntry("vetoed", false)
                .containsEntry("overall", "MET")
                .containsEntry("reportOverdue", true)
                .containsEntry("changeUnfiled", null);
        assertThat(place.ended()).contains("「未发现撤销情形」");
        assertThat(happened(place)).contains("DECISION「判定撤销情形」[没有命中任何一行]");
        WalkPlace open = with(walk("revocation"), "task_establishFacts", Map.of("overall", "MET"));
        assertThat(open.possible()).singleElement().satisfies(pick -> {
            assertThat(pick.kind()).isEqualTo(WalkPlace.Kind.DECISION);
            assertThat(pick.ways()).extracting(way -> way.says().get(0)).containsExactly("是否有撤销情形：是", "是否有撤销情形：否");
        });
    }

    @Test
    @DisplayName("被调用的流程可以逐步走，也可以整个走完；期限、消息可以让它发生")
    void callsTimesAndMessages() {
        ProcessWalk walk = walk("renewalReview");
        List<WalkAnswer> answers = new ArrayList<>();
        WalkPlace place = walk.follow(answers);
        while (place.possible().stream().noneMatch(next -> next.kind() == WalkPlace.Kind.CALLED)) {
            answers.add(answers(walk, place).get(0));
            place = walk.follow(answers);
        }
        assertThat(place.possible())
                .extracting(WalkPlace.Possible::kind)
                .contains(WalkPlace.Kind.TASK, WalkPlace.Kind.TIME, WalkPlace.Kind.MESSAGE, WalkPlace.Kind.CALLED);
        assertThat(place.possible())
                .filteredOn(next -> next.kind() == WalkPlace.Kind.TASK)
                .allSatisfy(next -> assertThat(next.in()).isEqualTo("「填报、评估与提交」"));
        assertThat(place.drawings())
                .extracting(WalkPlace.Drawing::process)
                .containsExactly("renewalReview", "dataFiling");
        WalkPlace.Possible called = place.possible().stream()
                .filter(next -> next.kind() == WalkPlace.Kind.CALLED)
                .findFirst()
                .orElseThrow();
        answers.add(WalkAnswer.of(called.element(), called.ways().get(0).number(), true));
        assertThat(walk.follow(answers).drawings())
                .extracting(WalkPlace.Drawing::process)
                .containsExactly("renewalReview");
    }

    @Test
    @DisplayName("走不到的步骤不走：到那里为止")
    void whatCannotBeFollowedIsNot() {
        ProcessWalk walk = walk("changeFiling");
        WalkAnswer start = answers(walk, walk.follow(List.of())).get(0);
        WalkPlace place = walk.follow(List.of(start, WalkAnswer.of("task_registerChange", 0, false), start));
        assertThat(place.followed()).isEqualTo(1);
        assertThat(place.possible()).isNotEmpty();
        assertThat(walk.follow(List.of(start, WalkAnswer.of("event_filingOverdue", 7, false)))
                        .followed())
                .isEqualTo(1);
        assertThat(walk.answer(99, Map.of(), Map.of())).isEmpty();
    }

    private static ProcessWalk own(String inside) {
        ModelSource file = new ModelSource("own.bpmn", ("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                  <process id="own" isExecutable="true">%s</process>
                </definitions>""".formatted(inside)).getBytes(StandardCharsets.UTF_8));
        return ProcessWalk.of(Changed.all(), List.of(file), "own", NONE).orElseThrow();
    }

    @Test
    @DisplayName("绕圈的流程停得下来，写明为什么")
    void aLoopEnds() {
        ProcessWalk walk = own("<startEvent id=\"s\"/><serviceTask id=\"a\"/><serviceTask id=\"b\"/>"
                + "<sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"a\"/>"
                + "<sequenceFlow id=\"f2\" sourceRef=\"a\" targetRef=\"b\"/>"
                + "<sequenceFlow id=\"f3\" sourceRef=\"b\" targetRef=\"a\"/>");
        WalkPlace place = walk.follow(List.of(WalkAnswer.of("s", 0, false)));
        assertThat(place.stopped()).contains("停不下来");
        assertThat(place.possible()).isEmpty();
    }

    @Test
    @DisplayName("没有一条连线成立的，说明停在哪里")
    void noWayIsTold() {
        ProcessWalk walk = own("<startEvent id=\"s\"/><exclusiveGateway id=\"g\" name=\"是否通过?\"/><endEvent id=\"e\"/>"
                + "<sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"g\"/>"
                + "<sequenceFlow id=\"f2\" sourceRef=\"g\" targetRef=\"e\"><conditionExpression>${recommended}"
                + "</conditionExpression></sequenceFlow>");
        WalkPlace place = walk.follow(List.of(WalkAnswer.of("s", 0, false)));
        assertThat(place.stopped()).contains("「是否通过?」", "市级是否推荐：没有登记");
    }

    @Test
    @DisplayName("程序把表单记成什么：栏目和选项都在表单上，值都在约定里")
    @SuppressWarnings("unchecked")
    void whatIsSaidOfFormsIsThere() {
        Yml.file("/policy/walk.yml").map("from").each((bean, variables) -> {
            BeanContract contract = BeanContracts.shipped().bean(bean).orElseThrow();
            Json form = Changed.all().stream()
                    .filter(file -> file.name().endsWith("/" + contract.form() + ".form"))
                    .flatMap(file -> Json.read(file.text()).stream())
                    .findFirst()
                    .orElseThrow();
            variables.each((variable, fields) -> {
                String key = (String) fields.members().keySet().iterator().next();
                Map<Object, Object> codes =
                        (Map<Object, Object>) fields.map(key).members();
                FormInput input = FormInput.all(form).stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
                assertThat(codes.keySet())
                        .isEqualTo(Set.copyOf(
                                new WalkField(input, Map.of(), false).choices().keySet()));
                assertThat(contract.writes().get(variable).values()).as(bean).containsAll(codes.values());
                return null;
            });
            return null;
        });
    }
}

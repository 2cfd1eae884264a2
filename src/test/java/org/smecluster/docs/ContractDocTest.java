package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Role;

@DisplayName("docs/contract.md 与模型、代码一致，两边都不多不少")
class ContractDocTest {

    private static final Path FILE = Path.of("docs", "contract.md");
    private static final String NATIONAL_CRITERIA = "nationalRecommendationCriteria";
    private static final String BUILT = "已建";
    private static final String NOT_BUILT = "未建";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z]\\w*");
    private static final Pattern COUNTY = Pattern.compile("\\('(\\d{6})', '([^']+)', 'COUNTY', '(\\d{4})'");

    private static Markdown contract;

    @BeforeAll
    static void readIt() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.writeString(FILE, withStates(written(Models.read(FILE))) + Annex.markdown());
        }
        contract = new Markdown(Models.read(FILE));
    }

    @Test
    @DisplayName("流程：编号、名称、能否在待办里启动；未建的确实没有")
    void processes() {
        Map<String, String> built = new TreeMap<>();
        contract.rows("## Processes", 0).stream()
                .filter(row -> row.get(5).equals(BUILT))
                .forEach(row -> built.put(id(row), row.get(1) + ", in Tasklist: " + row.get(4)));
        Map<String, String> models = new TreeMap<>();
        Models.processes().values().forEach(model -> {
            Process process = Models.process(model);
            models.put(
                    process.getId(),
                    process.getName() + ", in Tasklist: " + (process.isCamundaStartableInTasklist() ? "yes" : "no"));
        });
        assertThat(built).isEqualTo(models);
    }

    @Test
    @DisplayName("流程：每个流程引用表中所列的条文")
    void processesCiteTheirArticles() {
        Map<String, Process> models = Models.processes().values().stream()
                .map(Models::process)
                .collect(Collectors.toMap(Process::getId, Function.identity()));
        contract.rows("## Processes", 0).stream()
                .filter(row -> models.containsKey(id(row)))
                .forEach(row -> assertThat(Citations.in(
                                Models.property(models.get(id(row)), "article").orElse("")))
                        .as(id(row))
                        .isEqualTo(Citations.in(row.get(2))));
    }

    @Test
    @DisplayName("编号中的案件种类")
    void caseKinds() {
        assertThat(contract.rows("## Numbers", 0))
                .extracting(row -> id(row) + " " + row.get(1))
                .containsExactlyElementsOf(Stream.of(CaseKind.values())
                        .map(kind -> kind + " " + kind.label())
                        .toList());
    }

    @Test
    @DisplayName("用户组：都有角色；模型里用到的都在表中")
    void groups() {
        List<String> groups =
                contract.rows("## Groups", 0).stream().map(ContractDocTest::id).toList();
        assertThat(groups).allSatisfy(group -> assertThat(Role.of(group)).isPresent());
        assertThat(groups.stream().map(group -> Role.of(group).orElseThrow())).contains(Role.values());
        assertThat(Models.processes().values().stream()
                        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                        .flatMap(task -> task.getCamundaCandidateGroupsList().stream())
                        .filter(group -> !group.contains("${")))
                .isSubsetOf(groups);
    }

    @Test
    @DisplayName("县级单位：与数据库初始数据一致")
    void counties() {
        Set<String> told = new TreeSet<>();
        contract.rows("## Groups", 1).forEach(row -> Stream.of(row.get(1).split(" · "))
                .forEach(county -> told.add(id(row) + " " + county.replace("`", ""))));
        assertThat(told)
                .isEqualTo(COUNTY.matcher(Models.read(Path.of("src/main/resources/db/migration/V1__region.sql")))
                        .results()
                        .map(unit -> unit.group(3) + " " + unit.group(1) + " " + unit.group(2))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    @DisplayName("决策表：编号、名称、命中策略、输入、输出")
    void decisions() {
        Map<String, String> told = new TreeMap<>();
        contract.rows("## Decisions", 0)
                .forEach(row -> told.put(
                        id(row),
                        row.get(1) + " " + row.get(3) + " " + Markdown.code(row.get(4)) + Markdown.code(row.get(5))));
        Map<String, String> models = new TreeMap<>();
        for (Decision decision : Models.decisions()) {
            DecisionTable table = Models.table(decision);
            List<String> inputs = inputs(table).stream()
                    .filter(input -> IDENTIFIER.matcher(input).matches())
                    .toList();
            List<String> outputs =
                    table.getOutputs().stream().map(Output::getName).toList();
            models.put(decision.getId(), decision.getName() + " " + table.getHitPolicy() + " " + inputs + outputs);
        }
        assertThat(told).isEqualTo(models);
    }

    @Test
    @DisplayName("第十一条：每个指标代码的输入、类型、界限和未达到时的结论")
    void conditions() {
        Map<String, String> told = new TreeMap<>();
        contract.rows("### Conditions of 第十一条", 0).forEach(row -> {
            List<String> inputs = Markdown.code(row.get(2));
            String limit = inputs.size() == 1 ? Markdown.code(row.get(4)).get(0) : "";
            told.put(
                    Markdown.code(row.get(1)).get(0),
                    String.join(
                            " ",
                            id(row),
                            inputs.toString(),
                            row.get(3),
                            limit,
                            Markdown.code(row.get(5)).get(0)));
        });
        Map<String, String> models = new TreeMap<>();
        Models.decisions().stream()
                .filter(decision -> Models.table(decision).getOutputs().stream()
                        .anyMatch(output -> output.getName().equals("code")))
                .filter(decision -> !decision.getId().equals(NATIONAL_CRITERIA))
                .forEach(decision -> models.putAll(conditions(decision)));
        assertThat(told).isEqualTo(models);
    }

    @Test
    @DisplayName("第十六条：国家标准每条的代码、何时符合、何时不符合，与决策表一致")
    void nationalCriteria() {
        List<String> told = contract.rows("### Criteria of the national recommendation", 0).stream()
                .map(row -> String.join(" ", id(row), told(row.get(1)), told(row.get(2))))
                .toList();
        Map<String, Map<String, Set<String>>> models = new LinkedHashMap<>();
        DecisionTable table = Models.table(Models.decisions().stream()
                .filter(decision -> decision.getId().equals(NATIONAL_CRITERIA))
                .findFirst()
                .orElseThrow());
        for (Rule rule : table.getRules()) {
            Map<String, String> outputs = outputs(table, rule);
            String cells = rule.getInputEntries().stream()
                    .map(cell -> cell.getTextContent().strip())
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining(" and "));
            models.computeIfAbsent(outputs.get("code"), code -> new LinkedHashMap<>())
                    .computeIfAbsent(outputs.get(NATIONAL_CRITERIA), outcome -> new LinkedHashSet<>())
                    .add(cells.isEmpty() ? "always" : cells);
        }
        List<String> written = new ArrayList<>();
        models.forEach((code, outcomes) -> written.add(
                String.join(" ", code, cells(outcomes, "MET"), cells(outcomes, "NOT_MET", "NEEDS_EXPLANATION"))));
        assertThat(told).containsExactlyElementsOf(written);
    }

    private static String cells(Map<String, Set<String>> outcomes, String... wanted) {
        List<String> cells = new ArrayList<>();
        for (String outcome : wanted) {
            outcomes.getOrDefault(outcome, Set.of()).forEach(cell -> cells.add(outcome + ": " + cell));
        }
        return cells.toString();
    }

    private static String told(String cell) {
        return Markdown.code(cell).toString();
    }

    @Test
    @DisplayName("第十三条：每类材料的代码、条文、提供者、是否必须")
    void materials() {
        Map<String, String> told = new LinkedHashMap<>();
        contract.rows("### Application materials", 0)
                .forEach(row -> told.put(
                        id(row),
                        row.get(1) + " " + Markdown.code(row.get(2)) + " "
                                + Markdown.code(row.get(3)).stream()
                                        .filter(code ->
                                                !IDENTIFIER.matcher(code).matches())
                                        .collect(Collectors.toCollection(TreeSet::new))));
        Map<String, Set<String>> requirements = new LinkedHashMap<>();
        Map<String, String> models = new LinkedHashMap<>();
        Decision decision = Models.decisions().stream()
                .filter(candidate -> candidate.getId().equals("applicationMaterials"))
                .findFirst()
                .orElseThrow();
        for (Rule rule : Models.table(decision).getRules()) {
            Map<String, String> outputs = outputs(Models.table(decision), rule);
            Set<String> said = requirements.computeIfAbsent(outputs.get("material"), m -> new TreeSet<>());
            said.add(outputs.get("requirement"));
            models.put(
                    outputs.get("material"), outputs.get("article") + " [" + outputs.get("providedBy") + "] " + said);
        }
        assertThat(told).isEqualTo(models);
    }

    @Test
    @DisplayName("指标：一类一个，名称即决策表的输入")
    void indicators() {
        List<String> told = contract.rows("## Indicators", 0).stream()
                .map(ContractDocTest::id)
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Code.APPLICATION.stream()
                        .filter(type -> type.getPackageName().equals("org.smecluster.indicator"))
                        .filter(type -> type.isAnnotatedWith(LegalBasis.class))
                        .map(type -> type.getSimpleName().substring(0, 1).toLowerCase()
                                + type.getSimpleName().substring(1))
                        .toList());
        assertThat(Models.decisions().stream().flatMap(decision -> inputs(Models.table(decision)).stream()))
                .containsAll(told);
    }

    @Test
    @DisplayName("项目自定的名称：与重新生成的一致")
    void namesThatTheProjectChose() {
        String text = Models.read(FILE);
        assertThat(Markdown.differences(text, written(text) + Annex.markdown()))
                .as("rewrite it: ./mvnw -q test -Dtest=ContractDocTest -Dupdate=true")
                .isEmpty();
    }

    private static String written(String text) {
        int end = text.indexOf(Annex.HEADING);
        return end < 0 ? text : text.substring(0, end);
    }

    /** The last column of the processes that exist now says so. */
    private static String withStates(String text) {
        for (Path file : Models.processes().keySet()) {
            text = text.replaceAll(
                    "(?m)^(\\| `" + Models.stem(file) + "` \\|.*\\| )" + NOT_BUILT + " \\|$", "$1" + BUILT + " |");
        }
        return text;
    }

    /** Code to decision, inputs, type, limit where there is one input, outcome of a miss. */
    private static Map<String, String> conditions(Decision decision) {
        DecisionTable table = Models.table(decision);
        List<Input> columns = List.copyOf(table.getInputs());
        Map<String, Set<String>> inputs = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, String> limits = new LinkedHashMap<>();
        Map<String, String> misses = new LinkedHashMap<>();
        for (Rule rule : table.getRules()) {
            Map<String, String> outputs = outputs(table, rule);
            String code = outputs.get("code");
            String outcome = outputs.get(decision.getId());
            int column = 0;
            for (var cell : rule.getInputEntries()) {
                Input input = columns.get(column++);
                if (!cell.getTextContent().isBlank()) {
                    inputs.computeIfAbsent(code, c -> new LinkedHashSet<>())
                            .add(input.getInputExpression().getText().getTextContent());
                    types.put(code, input.getInputExpression().getTypeRef());
                    if (outcome.equals("MET")) {
                        limits.put(code, cell.getTextContent().strip());
                    }
                }
            }
            if (!outcome.equals("MET") && !outcome.equals("MISSING")) {
                misses.put(code, outcome);
            }
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        inputs.forEach((code, names) -> conditions.put(
                code,
                String.join(
                        " ",
                        decision.getId(),
                        names.toString(),
                        types.get(code),
                        names.size() == 1 ? limits.get(code) : "",
                        misses.get(code))));
        return conditions;
    }

    private static Map<String, String> outputs(DecisionTable table, Rule rule) {
        List<String> names =
                new ArrayList<>(table.getOutputs().stream().map(Output::getName).toList());
        Map<String, String> outputs = new LinkedHashMap<>();
        rule.getOutputEntries()
                .forEach(entry -> outputs.put(
                        names.remove(0), entry.getTextContent().strip().replaceAll("^\"|\"$", "")));
        return outputs;
    }

    private static List<String> inputs(DecisionTable table) {
        return table.getInputs().stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
    }

    private static String id(List<String> row) {
        return Markdown.code(row.get(0)).get(0);
    }
}

package org.smecluster.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.smecluster.docs.Clauses.Clause;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;

/** Writes {@code docs/traceability.md}: what carries out each article of the Measures, from models, code and tests. */
final class Traceability {

    private static final String HEAD = """
            # 条文对照表

            《暂行办法》（宁工信规发[2023]5号）的每一条、每一项，由哪些模型、代码和测试落实；没有落实的，写明由谁判断、为什么，或者尚未建设。

            本页由测试生成，请勿手改。`TraceabilityTest` 核对它与模型、代码、测试是否一致；不一致时用下面的命令重写：

            ```
            ./mvnw -q test -Dtest=TraceabilityTest -Dupdate=true
            ```

            一行一个元素。来源：模型中步骤和事件的属性 `article`、决策表规则的说明（同一指标的各条规则合为一行）；代码中的 `@LegalBasis`；测试的 `@DisplayName`。网关和连线只表示走向，不列。引用整条而不分项的，列在该条名下；“人”一行写明留给人判断的。
            """;

    private final Map<Article, Map<String, Set<String>>> models = new TreeMap<>(Citations.BY_NUMBER);
    private final Set<String> processes = new TreeSet<>();
    private final Map<Article, Set<String>> code = new TreeMap<>(Citations.BY_NUMBER);
    private final Map<Article, Map<String, Set<String>>> tests = new TreeMap<>(Citations.BY_NUMBER);

    Traceability() {
        Models.processes().values().forEach(this::read);
        Models.decisions().forEach(this::read);
        Code.APPLICATION.forEach(this::readLegalBasis);
        Code.TESTS.forEach(this::readDisplayNames);
    }

    /** Clauses that nothing carries out and no reason explains. */
    List<Article> unaccounted() {
        return Clauses.ALL.stream()
                .filter(clause ->
                        clause.leftToPeople() == null && notBuilt(clause).isEmpty())
                .map(Clause::article)
                .filter(article -> !models.containsKey(article) && !code.containsKey(article))
                .toList();
    }

    /** Process and clause, where the process is there for the clause and cites it nowhere. */
    List<String> uncited() {
        return Clauses.ALL.stream()
                .flatMap(clause -> clause.processes().stream()
                        .filter(processes::contains)
                        .filter(id -> models.getOrDefault(clause.article(), Map.of()).keySet().stream()
                                .noneMatch(model -> model.startsWith(title(id))))
                        .map(id -> id + " " + clause.article()))
                .toList();
    }

    /** Articles and items that something cites and the Measures do not have. */
    Set<Article> unknown() {
        Set<Article> cited = new TreeSet<>(Citations.BY_NUMBER);
        Stream.of(models, code, tests).forEach(column -> cited.addAll(column.keySet()));
        Clauses.ALL.forEach(clause -> cited.remove(clause.article()));
        return cited;
    }

    String markdown() {
        return HEAD
                + Clauses.ALL.stream()
                        .collect(Collectors.groupingBy(
                                clause -> clause.article().number(), TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(this::section)
                        .collect(Collectors.joining());
    }

    private String section(List<Clause> clauses) {
        return "\n## " + clauses.get(0).article() + " " + clauses.get(0).inShort()
                + "\n\n| 条款 | 何处 | 什么 |\n|---|---|---|\n"
                + clauses.stream().flatMap(this::rows).collect(Collectors.joining());
    }

    /** Models first, then code, tests, and what is left to people. */
    private Stream<String> rows(Clause clause) {
        Article article = clause.article();
        String title = article.item() == 0 ? "全条" : article.toString().replaceFirst(".*条", "") + " " + clause.inShort();
        Stream<String[]> rest =
                Stream.of(rest(clause)).filter(text -> !text.isEmpty()).map(text -> cells("人", text));
        Stream<String[]> code =
                this.code.getOrDefault(article, Set.of()).stream().map(name -> cells("代码", "`" + name + "`"));
        return Stream.of(grouped(models, article), code, grouped(tests, article), rest)
                .flatMap(cells -> cells)
                .map(cells -> "| " + String.join(" | ", title, cells[0], cells[1]) + " |\n");
    }

    private static Stream<String[]> grouped(Map<Article, Map<String, Set<String>>> column, Article article) {
        return column.getOrDefault(article, Map.of()).entrySet().stream()
                .flatMap(where -> where.getValue().stream().map(what -> cells(where.getKey(), what)));
    }

    private static String[] cells(String where, String what) {
        return new String[] {where, what.replace("|", "\\|")};
    }

    private String rest(Clause clause) {
        List<String> missing = notBuilt(clause);
        String notBuilt = missing.isEmpty() ? "" : "未建：`" + String.join("`、`", missing) + "`。";
        return Optional.ofNullable(clause.leftToPeople()).orElse("") + notBuilt;
    }

    private List<String> notBuilt(Clause clause) {
        return clause.processes().stream()
                .filter(id -> !processes.contains(id))
                .sorted()
                .toList();
    }

    private void read(BpmnModelInstance model) {
        Process process = Models.process(model);
        processes.add(process.getId());
        String title = title(process.getId()) + process.getName();
        for (BaseElement element : model.getModelElementsByType(BaseElement.class)) {
            if (element instanceof Gateway || element instanceof SequenceFlow) {
                continue;
            }
            String label = Optional.ofNullable(element.getAttributeValue("name"))
                    .map(name -> name.replaceAll("\\s+", "") + " ")
                    .orElse("");
            String entry = element == process ? "全流程" : label + "`" + element.getId() + "`";
            Models.property(element, "article")
                    .ifPresent(cited -> Citations.in(cited).forEach(article -> add(models, article, title, entry)));
        }
    }

    private void read(Decision decision) {
        String title = title(decision.getId()) + decision.getName();
        for (Rule rule : Models.table(decision).getRules()) {
            String code = rule.getId().replaceFirst("^[^_]*_", "").replaceFirst("_.*", "");
            Citations.in(rule.getDescription().getTextContent())
                    .forEach(article -> add(models, article, title, "`" + code + "`"));
        }
    }

    private static String title(String id) {
        return "模型 `" + id + "` ";
    }

    private static void add(
            Map<Article, Map<String, Set<String>>> column, Article article, String where, String entry) {
        column.computeIfAbsent(article, a -> new TreeMap<>())
                .computeIfAbsent(where, w -> new TreeSet<>())
                .add(entry);
    }

    private void readLegalBasis(JavaClass type) {
        legalBasis(type).forEach(article -> add(code, article, Code.name(type)));
        for (JavaMember member : type.getMembers()) {
            legalBasis(member).forEach(article -> add(code, article, Code.name(type) + "#" + member.getName()));
        }
    }

    private static Stream<Article> legalBasis(CanBeAnnotated element) {
        return Stream.concat(
                        annotation(element, LegalBasis.class).stream(),
                        annotation(element, LegalBasis.All.class).stream().flatMap(all -> Stream.of(all.value())))
                .map(basis -> Article.of(basis.article(), basis.item()));
    }

    private void readDisplayNames(JavaClass type) {
        String where = "测试 `" + Code.name(type) + "`";
        annotation(type, DisplayName.class).ifPresent(name -> readDisplayName(name.value(), where, ""));
        type.getMethods().forEach(method -> annotation(method, DisplayName.class)
                .ifPresent(name -> readDisplayName(name.value(), where, " `" + method.getName() + "`")));
    }

    private void readDisplayName(String name, String where, String method) {
        Citations.in(name).forEach(article -> add(tests, article, where, name + method));
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> annotation(
            CanBeAnnotated element, Class<A> type) {
        return element.isAnnotatedWith(type)
                ? Optional.of(
                        element instanceof JavaClass owner
                                ? owner.getAnnotationOfType(type)
                                : ((JavaMember) element).getAnnotationOfType(type))
                : Optional.empty();
    }

    private static void add(Map<Article, Set<String>> column, Article article, String entry) {
        column.computeIfAbsent(article, a -> new TreeSet<>()).add(entry);
    }
}

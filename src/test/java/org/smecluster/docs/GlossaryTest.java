package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.Variable;

@DisplayName("docs/glossary.md：一个术语一个名称，名称都在代码、模型、数据库里")
class GlossaryTest {

    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern ADDED = Pattern.compile("alter table (\\w+)([^;]*)");
    private static final Pattern ADDED_COLUMN = Pattern.compile("add column (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("(?m)^\\s+([a-z]\\w*)\\s");
    private static final List<List<String>> TERMS =
            new Markdown(Models.read(Path.of("docs", "glossary.md"))).rows("# Glossary", 0);

    @Test
    @DisplayName("标识符都存在")
    void identifiersExist() {
        Set<String> known = new TreeSet<>();
        Code.APPLICATION.forEach(type -> {
            known.add(type.getSimpleName());
            known.addAll(constants(type));
        });
        Models.processes()
                .values()
                .forEach(model -> known.add(Models.process(model).getId()));
        Models.decisions().forEach(decision -> {
            known.add(decision.getId());
            Models.table(decision)
                    .getInputs()
                    .forEach(input ->
                            known.add(input.getInputExpression().getText().getTextContent()));
        });
        assertThat(TERMS.stream().flatMap(term -> Markdown.code(term.get(1)).stream()))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    @DisplayName("列和变量都存在")
    void columnsExist() throws IOException {
        Set<String> known = columns();
        Code.constants(Variable.class).forEach(variable -> known.add(variable.name()));
        assertThat(TERMS.stream().filter(term -> term.size() > 2).flatMap(term -> Markdown.code(term.get(2)).stream()))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    @DisplayName("一个术语只解释一次")
    void aTermStandsOnce() {
        assertThat(TERMS).extracting(term -> term.get(0)).doesNotHaveDuplicates();
    }

    private static List<String> constants(JavaClass type) {
        return type.isEnum()
                ? Stream.of(type.reflect().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    private static Set<String> columns() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            return migrations
                    .map(Models::read)
                    .flatMap(sql -> Stream.concat(columns(sql, TABLE, COLUMN), columns(sql, ADDED, ADDED_COLUMN)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> columns(String sql, Pattern table, Pattern column) {
        return table.matcher(sql).results().flatMap(found -> column.matcher(found.group(2))
                .results()
                .map(each -> found.group(1) + "." + each.group(1)));
    }
}

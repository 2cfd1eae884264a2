package org.smecluster.policy.guard.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.engine.EngineFeel;
import org.smecluster.policy.guard.Guard;

/** Their way through the pages and what comes of them is walked by {@code PolicyChangesInTheBrowserE2E}. */
@DisplayName("手册的七种修改：照表改随附的文件，清单和守卫都没有问题")
class HandbookChangesTest {

    private static final ModelJudge LIST = new ModelJudge(AllowedInModels.shipped());
    private static final Guard GUARD = Guard.shipped(new EngineFeel());

    static Stream<HandbookRecipe> changes() {
        return HandbookRecipe.all().stream();
    }

    @Test
    @DisplayName("七种：数值、期限、文字、栏目、环节、提醒、条件")
    void seven() {
        assertThat(changes().map(recipe -> recipe.title()
                        .substring(0, recipe.title().indexOf('：'))))
                .containsExactly("改一个数值", "改一个期限", "改表单的文字", "加一个栏目", "加一个环节", "加一个提醒", "加一个条件");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @DisplayName("照表改得成，没有必须改正的问题；改数值的，请第二人核对")
    void withoutFindings(HandbookRecipe recipe) {
        Map<String, String> done = recipe.done(name -> new Files().text(Files.path(name)));
        Files files = new Files();
        done.forEach(
                (name, text) -> files.put(recipe.made().contains(name) ? "forms/own/" + name : Files.path(name), text));
        List<ModelSource> changed = files.changed();
        assertThat(changed).hasSameSizeAs(done.keySet());
        assertThat(LIST.findings(changed)).extracting(ModelFinding::sentence).isEmpty();
        List<ModelFinding> found = GUARD.findings(Files.shipped(), changed);
        assertThat(found.stream().filter(ModelFinding::refuses)).isEmpty();
        if (recipe.title().startsWith("改一个数值")) {
            assertThat(found)
                    .singleElement()
                    .extracting(ModelFinding::sentence)
                    .asString()
                    .contains("的数值与随附的参考口径不同", "条文没有定数，参考口径由主管部门定；由第二人核对依据、写明理由后批准");
        } else {
            assertThat(found).extracting(ModelFinding::sentence).isEmpty();
        }
    }

    @Test
    @DisplayName("表里的“原来”写错，或者元素不在，就做不成")
    void nothingElse() {
        HandbookRecipe period = HandbookRecipe.of(2);
        assertThat(period.opened()).isEqualTo(Set.of("cultivationAdmission.bpmn"));
        assertThatThrownBy(() -> period.done(name -> new Files()
                        .text(Files.path(name))
                        .replace("\"dueWorkingDays\" value=\"10\"", "\"dueWorkingDays\" value=\"11\"")))
                .isInstanceOf(Change.NotHere.class)
                .hasMessageContaining("11");
        assertThat(period.done(name -> new Files().text(Files.path(name))).get("cultivationAdmission.bpmn"))
                .contains("\"dueWorkingDays\" value=\"7\"");
    }
}

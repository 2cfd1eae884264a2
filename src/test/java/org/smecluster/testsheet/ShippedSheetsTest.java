package org.smecluster.testsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("随附的测试表：每张决策表都有，全部通过，每条规则都有例子")
class ShippedSheetsTest {

    @Autowired
    TestSheets sheets;

    @Autowired
    ShippedModels shipped;

    private List<SheetView> shipped() {
        List<String> decisions = shipped.files().stream()
                .flatMap(file -> file.keys().stream())
                .filter(key -> key.kind() == ModelKind.DECISION)
                .map(key -> key.id())
                .toList();
        List<SheetView> views = sheets.all().stream()
                .filter(view -> decisions.contains(view.table().id()))
                .toList();
        assertThat(views).extracting(view -> view.table().id()).containsExactlyInAnyOrderElementsOf(decisions);
        assertThat(views).hasSizeGreaterThanOrEqualTo(19);
        return views;
    }

    @Test
    @DisplayName("每张决策表都有测试表，列和决策表相同，每格都填得对")
    void everyTableHasOne() {
        assertThat(shipped()).allSatisfy(view -> {
            assertThat(view.sheet()).as(view.table().name()).isNotNull();
            assertThat(view.misfits()).as(view.table().name()).isEmpty();
            assertThat(view.examples()).as(view.table().name()).isPositive();
        });
    }

    @Test
    @DisplayName("每个例子都通过；没有通过的写明应得什么、得出什么")
    void everyExamplePasses() {
        assertThat(shipped().stream().flatMap(view -> view.run().failing().stream()
                        .map(result -> view.table().name() + " 第"
                                + result.example().line() + "行“"
                                + result.example().name() + "”：" + result.differences())))
                .isEmpty();
    }

    @Test
    @DisplayName("每条规则都有例子用到；没有的写明是哪一条")
    void everyRuleIsHit() {
        assertThat(shipped().stream()
                        .filter(view -> !view.run().unhit().isEmpty())
                        .map(view -> view.table().name() + "：第" + view.run().unhit() + "条规则没有例子"))
                .isEmpty();
    }

    @Test
    @DisplayName("随附的文字和系统写出的一个字不差：改一行只动一行")
    void asTheProgramWritesThem() {
        assertThat(shipped()).allSatisfy(view -> {
            ExampleSheet sheet = view.sheet();
            assertThat(ExampleSheet.read(sheet.csv())).isEqualTo(sheet);
            assertThat(sheet.laidOut(view.table()).csv()).isEqualTo(sheet.csv());
        });
    }
}

package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("条文对照表：每一条每一项都有着落，与模型、代码、测试一致")
class TraceabilityTest {

    private static final Traceability TRACEABILITY = new Traceability();

    @Test
    @DisplayName("没有一条一项既无模型、代码，又无理由")
    void everyClauseIsCarriedOutOrExplained() {
        assertThat(TRACEABILITY.unaccounted()).isEmpty();
    }

    @Test
    @DisplayName("没有引用不存在的条项")
    void nothingCitesWhatTheMeasuresDoNotHave() {
        assertThat(TRACEABILITY.unknown()).isEmpty();
    }

    @Test
    @DisplayName("已建的流程引用它所落实的每一条每一项")
    void aProcessCitesWhatItIsThereFor() {
        assertThat(TRACEABILITY.uncited()).isEmpty();
    }

    @Test
    @DisplayName("docs/traceability.md 与重新生成的一致")
    void theDocumentSaysWhatIsThere() throws IOException {
        Path file = Path.of("docs", "traceability.md");
        if (Boolean.getBoolean("update")) {
            Files.writeString(file, TRACEABILITY.markdown());
        }
        assertThat(Markdown.differences(Models.read(file), TRACEABILITY.markdown()))
                .as("rewrite it: ./mvnw -q test -Dtest=TraceabilityTest -Dupdate=true")
                .isEmpty();
    }
}

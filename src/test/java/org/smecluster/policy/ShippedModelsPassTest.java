package org.smecluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随附的模型都符合清单")
class ShippedModelsPassTest {

    @Test
    @DisplayName("全部流程、决策表和表单一次判断，没有问题")
    void allAtOnce() {
        List<ModelSource> shipped = shipped();
        assertThat(shipped).hasSizeGreaterThan(60);
        assertThat(new ModelJudge(AllowedInModels.shipped()).findings(shipped))
                .extracting(ModelFinding::sentence)
                .isEmpty();
    }

    static List<ModelSource> shipped() {
        return Stream.of("processes", "forms")
                .flatMap(ShippedModelsPassTest::files)
                .toList();
    }

    private static Stream<ModelSource> files(String folder) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            // the examples of decision tables stand beside them
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".examples.csv"))
                    .sorted()
                    .map(ShippedModelsPassTest::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelSource read(Path file) {
        try {
            return new ModelSource(file.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

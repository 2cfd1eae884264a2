package org.smecluster.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.GbPage;
import org.smecluster.paper.docx.TemplateCheck;

@DisplayName("随系统的文书模板")
class TemplatesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources");

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    @DisplayName("与生成它的一致，自身经得起上传时的核对")
    void asWritten(PaperKind kind) throws IOException {
        Path file = FOLDER.resolve(kind.resource().substring(1));
        if (Boolean.getBoolean("update")) {
            Files.write(file, ShippedTemplates.of(kind));
        }
        byte[] kept = Files.readAllBytes(file);
        assertThat(kept)
                .as("rewrite it: ./mvnw -q test -Dtest=TemplatesTest -Dupdate=true")
                .isEqualTo(ShippedTemplates.of(kind));
        Docx template = Docx.read(kept);
        assertThat(TemplateCheck.problems(template, kind.names(), kind.wanted(), kind.formal()))
                .isEmpty();
        assertThat(TemplateCheck.notDrawn(template)).isEmpty();
        assertThat(Docx.read(kept).bytes()).isEqualTo(kept);
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    @DisplayName("公文按GB/T 9704：A4，上37、下35、左28、右26毫米，每页22行、每行28字")
    void page(PaperKind kind) {
        var body = Docx.read(ShippedTemplates.of(kind)).body();
        if (kind.formal()) {
            assertThat(GbPage.problems(body)).isEmpty();
            assertThat(GbPage.lines(body)).isEqualTo(22);
            assertThat(GbPage.characters(body)).isEqualTo(28);
        } else {
            assertThat(GbPage.problems(body)).isNotEmpty();
        }
    }
}

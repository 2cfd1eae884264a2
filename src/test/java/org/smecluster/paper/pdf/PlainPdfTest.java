package org.smecluster.paper.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.smecluster.paper.docx.Written.p;
import static org.smecluster.paper.docx.Written.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Filling;
import org.smecluster.paper.docx.Written;

@DisplayName("没有办公软件时的PDF/A-2b")
class PlainPdfTest {

    private static final Instant AT = Instant.parse("2026-12-14T02:03:04Z");

    private static byte[] pdf(Docx docx) {
        return PlainPdf.of(docx, "受理通知书", AT);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(pdf).replace("\r", "");
    }

    private static Docx sample(PaperKind kind, int rows) throws IOException {
        try (var in = PlainPdfTest.class.getResourceAsStream(
                "/papers/" + kind.name().toLowerCase().replace('_', '-') + ".docx")) {
            return Filling.fill(Docx.read(in.readAllBytes()), kind.sample(rows));
        }
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    @DisplayName("每种文书：标明PDF/A-2b，字体全部嵌入，说未盖章稿，同样的内容逐字节相同")
    void everyKind(PaperKind kind) throws IOException {
        byte[] bytes = pdf(sample(kind, 2));
        assertThat(pdf(sample(kind, 2))).isEqualTo(bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String metadata = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata)
                    .contains(
                            "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
                            "受理通知书",
                            "2026-12-14T10:03:04+08:00");
            assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                }
            }
            assertThat(text(pdf, 1)).contains("未盖章稿");
            // a year's summary is of many clusters and names none
            assertThat(text(pdf, 0).replaceAll("\\s", ""))
                    .contains(kind == PaperKind.YEARLY_SUMMARY ? "石嘴山市99" : "平罗县精细化工产业集群");
        }
    }

    @Test
    @DisplayName("300行的表每页都有表头，一行不少")
    void threeHundredRows() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(sample(PaperKind.NOT_RECOGNISED, 300)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(10);
            assertThat(text(pdf, 3)).contains("指标或条件");
            assertThat(text(pdf, 0).split("不低于5件", -1)).hasSize(301);
        }
    }

    @Test
    @DisplayName("比一页还高的格子接着写到下一页")
    void aCellHigherThanAPage() throws IOException {
        String longText = IntStream.range(0, 1500).mapToObj(i -> "长").reduce("", String::concat) + "完";
        try (PDDocument pdf = Loader.loadPDF(
                pdf(Written.of(table(new String[] {"表头", "意见"}, new String[] {"甲", longText}), p("表后"))))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            String text = text(pdf, 0);
            assertThat(text.chars().filter(c -> c == '长').count()).isEqualTo(1500);
            assertThat(text.split("表头", -1)).hasSize(pdf.getNumberOfPages() + 1);
            assertThat(text(pdf, pdf.getNumberOfPages())).contains("完", "表后");
        }
    }

    @Test
    @DisplayName("生僻字用后备字体；哪种字体都没有的，印〓")
    void rareCharacters() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(Written.of(p("堃喆镕𬍛😀"))))) {
            assertThat(text(pdf, 1)).contains("堃喆镕").contains("〓");
        }
    }

    @Test
    @DisplayName("避头尾：标点不在行首，数字不拆开，行末标点可悬出")
    void breaking() throws IOException {
        String line = IntStream.range(0, 28).mapToObj(i -> "字").reduce("", String::concat);
        Docx docx = sample(PaperKind.ACCEPTANCE, 1);
        assertThat(docx.has("word/document.xml")).isTrue();
        try (PDDocument document = new PDDocument()) {
            Breaking breaking = new Breaking(new Fonts(document));
            Style style = new Style(Face.FANG, 16, -0.25, false, 0, false, false);
            Styles.Paragraph format = new Styles.Paragraph(
                    "both",
                    0,
                    0,
                    0,
                    0,
                    0,
                    28.95,
                    true,
                    1,
                    false,
                    false,
                    Styles.Border.NONE,
                    Styles.Border.NONE,
                    Styles.Border.NONE);
            List<String> lines = Stream.of(
                            line + "，后", line.substring(1) + "（后", line.substring(1) + "2026年", line + "、，后")
                    .map(text -> breaking.lines(
                                    List.of(new Line.Piece(text, style)), format, 442.25, style, each -> 28.95)
                            .get(1)
                            .pieces()
                            .get(0)
                            .text())
                    .toList();
            assertThat(lines).containsExactly("后", "（后", "2026年", "字、，后");
        }
    }

    @Test
    @DisplayName("装了办公软件时由它转换，也是PDF/A-2b，页数一样")
    void withLibreOffice() throws IOException {
        LibreOffice office = new LibreOffice("");
        assumeThat(office.isThere()).isTrue();
        Docx docx = sample(PaperKind.RECOMMENDATION, 3);
        byte[] made = office.pdf(docx.bytes()).orElseThrow();
        try (PDDocument pdf = Loader.loadPDF(made);
                PDDocument plain = Loader.loadPDF(pdf(docx))) {
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>2</pdfaid:part>");
            assertThat(pdf.getNumberOfPages()).isEqualTo(plain.getNumberOfPages());
        }
    }

    @Test
    @DisplayName("没有装、或明说不用，就不用")
    void withoutLibreOffice() {
        assertThat(new LibreOffice("none").isThere()).isFalse();
        assertThat(new LibreOffice("/nowhere/soffice").pdf(new byte[0])).isEmpty();
        assertThat(new PdfMaker(new LibreOffice("none"))
                        .pdf(Written.of(p("文")), "文", AT)
                        .by())
                .isEqualTo("系统自带排版");
    }
}

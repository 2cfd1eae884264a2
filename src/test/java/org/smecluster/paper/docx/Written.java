package org.smecluster.paper.docx;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Small documents for tests. */
public final class Written {

    private static final String BODY =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>%s<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                    + "<w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"700\" w:footer=\"700\"/></w:sectPr></w:body></w:document>";

    private Written() {}

    public static Docx of(String... elements) {
        return Docx.of(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                        .getBytes(StandardCharsets.UTF_8),
                Docx.BODY,
                BODY.formatted(String.join("", elements)).getBytes(StandardCharsets.UTF_8)));
    }

    /** A paragraph whose text lies in as many runs. */
    public static String p(String... runs) {
        return "<w:p>" + runs(runs) + "</w:p>";
    }

    private static String runs(String... runs) {
        StringBuilder text = new StringBuilder();
        for (String run : runs) {
            text.append("<w:r><w:t xml:space=\"preserve\">").append(run).append("</w:t></w:r>");
        }
        return text.toString();
    }

    /** Rows of cells; the first is a head that comes again on every page. */
    public static String table(String[]... rows) {
        StringBuilder table = new StringBuilder(
                "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr><w:tblGrid>");
        for (String cell : rows[0]) {
            table.append("<w:gridCol w:w=\"").append(9000 / rows[0].length).append("\"/>");
        }
        table.append("</w:tblGrid>");
        for (int i = 0; i < rows.length; i++) {
            table.append("<w:tr>").append(i == 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
            for (String cell : rows[i]) {
                table.append("<w:tc>").append(p(cell)).append("</w:tc>");
            }
            table.append("</w:tr>");
        }
        return table.append("</w:tbl>").toString();
    }

    /** The same with other words in its body. */
    public static Docx replaced(Docx docx, String from, String to) {
        String body = new String(docx.parts().get(Docx.BODY), StandardCharsets.UTF_8);
        if (!body.contains(from)) {
            throw new IllegalArgumentException("not in the document: " + from);
        }
        return docx.with(Docx.BODY, body.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    public static String text(Docx docx) {
        StringBuilder text = new StringBuilder();
        Xml.within(docx.body().getDocumentElement(), "p")
                .forEach(each -> text.append(Filling.text(each)).append('\n'));
        return text.toString();
    }
}

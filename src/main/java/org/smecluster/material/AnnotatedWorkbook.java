package org.smecluster.material;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.law.TypedText;
import org.smecluster.material.WorkbookFinding.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Gives a workbook back as it came, with the cells of its findings filled with a colour and commented, and a sheet 检查结果
 * that lists them all. Sheets are copied as a stream, see {@link MarkedSheet}, because POI's own workbook would hold every
 * cell; what an earlier check marked is unmarked first. Written for files that {@link XlsxFile} has opened.
 */
final class AnnotatedWorkbook {

    static final String RESULTS = "检查结果";

    private static final Logger LOG = LoggerFactory.getLogger(AnnotatedWorkbook.class);

    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATION = XmlParts.RELATIONSHIPS_OF_DOCUMENT + "/";
    private static final String NEW_SHEET = "xl/worksheets/checkResults.xml";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipParts in;
    private final Map<String, List<WorkbookFinding>> findings = new LinkedHashMap<>();
    private final List<WorkbookFinding> all;

    /** Parts that are written anew, by name; whoever writes one takes the old one from {@link #in}. */
    private final Map<String, PartWriter> written = new LinkedHashMap<>();

    private final Document types;
    private final String workbookName;
    private final Document workbook;
    private final Document workbookRelations;
    private final String stylesName;
    private final MarkStyles styles;
    private final Set<String> uncommented = new HashSet<>();

    private interface PartWriter {
        void write(OutputStream out) throws IOException;
    }

    private AnnotatedWorkbook(ZipParts in, List<WorkbookFinding> found) throws IOException {
        this.in = in;
        this.all = found;
        for (WorkbookFinding finding : found) {
            if (!finding.cell().isEmpty()) {
                findings.computeIfAbsent(finding.sheet(), sheet -> new ArrayList<>())
                        .add(finding);
            }
        }
        this.types = part(TYPES);
        this.workbookName = target("", part("_rels/.rels"), RELATION + "officeDocument");
        this.workbook = part(workbookName);
        this.workbookRelations = part(relationsOf(workbookName));
        this.stylesName = stylesName();
        this.styles = new MarkStyles(in.holds(stylesName) ? part(stylesName) : MarkStyles.none());
    }

    /** Where the file is put together so that it cannot be marked, the findings alone, as a workbook of their own. */
    static void write(Path file, List<WorkbookFinding> findings, Path to) throws IOException {
        try {
            if (PlainCopy.isStrict(file)) {
                Path copy = PlainCopy.of(file);
                try {
                    mark(copy, findings, to);
                } finally {
                    Files.delete(copy);
                }
            } else {
                mark(file, findings, to);
            }
        } catch (IOException | RuntimeException unusual) {
            LOG.info("a workbook cannot be marked; its findings are given alone", unusual);
            FindingsAlone.write(findings, to);
        }
    }

    private static void mark(Path file, List<WorkbookFinding> findings, Path to) throws IOException {
        try (ZipParts in = ZipParts.open(file);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            new AnnotatedWorkbook(in, findings).write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        int place = 0;
        String resultPart = null;
        for (Element sheet : XmlParts.children(XmlParts.child(workbook.getDocumentElement(), "sheets"), "sheet")) {
            place++;
            String id = sheet.getAttributeNS(XmlParts.RELATIONSHIPS_OF_DOCUMENT, "id");
            Element relation = relation(workbookRelations, id);
            String part = relation == null ? null : resolved(workbookName, relation.getAttribute("Target"));
            String name = TypedText.line(sheet.getAttribute("name"));
            if (part == null
                    || !in.holds(part)
                    || !relation.getAttribute("Type").equals(RELATION + "worksheet")) {
                // a sheet that the file has only the name of, or one of a chart: nothing to mark
                if (name.equals(RESULTS)) {
                    sheet.getParentNode().removeChild(sheet);
                }
            } else if (name.equals(RESULTS)) {
                resultPart = part;
            } else if (findings.containsKey(name) || styles.markedBefore()) {
                mark(part, place, findings.getOrDefault(name, List.of()));
            }
        }
        results(resultPart);
        // last of all: the sheets ask for styles while they are written
        written.put(workbookName, target -> XmlParts.write(workbook, target));
        written.put(relationsOf(workbookName), target -> XmlParts.write(workbookRelations, target));
        written.put(TYPES, target -> XmlParts.write(types, target));
        written.put(stylesName, target -> XmlParts.write(styles.document(), target));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Set<String> anew = new HashSet<>();
            written.keySet().forEach(name -> anew.add(ZipParts.key(name)));
            for (String name : in.names()) {
                if (!anew.contains(ZipParts.key(name))) {
                    zip.putNextEntry(new ZipEntry(name));
                    try (InputStream content = in.read(name)) {
                        content.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
            for (Map.Entry<String, PartWriter> part : written.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        }
    }

    private void mark(String part, int place, List<WorkbookFinding> ofSheet) throws IOException {
        NavigableMap<Integer, NavigableMap<Integer, Severity>> marks = new TreeMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (WorkbookFinding finding : ofSheet) {
            CellReference cell = new CellReference(finding.cell());
            marks.computeIfAbsent(cell.getRow() + 1, row -> new TreeMap<>())
                    .merge(
                            (int) cell.getCol(),
                            finding.severity(),
                            (one, other) -> one == Severity.ERROR ? one : other);
            texts.merge(finding.cell(), told(finding), (one, other) -> one + "\n" + other);
        }
        String drawing = comments(part, place, texts);
        written.put(part, out -> {
            try (InputStream sheet = in.read(part)) {
                MarkedSheet.copy(sheet, out, marks, styles, drawing);
            }
        });
    }

    private static String told(WorkbookFinding finding) {
        return finding.severity().label() + "：" + finding.message() + "。" + finding.remedy() + "。";
    }

    /** @return the relationship of the drawing; null where the sheet gets no comments */
    private String comments(String part, int place, Map<String, String> texts) throws IOException {
        String relationsName = relationsOf(part);
        Document relations = !in.holds(relationsName)
                ? XmlParts.empty(XmlParts.RELATIONSHIPS, "Relationships")
                : part(relationsName);
        Element oldComments = ofType(relations, RELATION + "comments");
        Element oldDrawing = ofType(relations, RELATION + "vmlDrawing");
        String drawingName = oldDrawing == null
                ? "xl/drawings/checkDrawing" + place + ".vml"
                : resolved(part, oldDrawing.getAttribute("Target"));
        if (oldDrawing != null && holdsMoreThanNotes(drawingName)) {
            uncommented.add(part);
            return null;
        }
        String commentsName = oldComments == null
                ? "xl/checkComments" + place + ".xml"
                : resolved(part, oldComments.getAttribute("Target"));
        CellNotes notes = new CellNotes(oldComments == null ? null : part(commentsName));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (!notes.add(text.getKey(), text.getValue())) {
                uncommented.add(part);
            }
        }
        if (notes.isEmpty() && oldComments == null) {
            return null;
        }
        if (oldComments == null) {
            relate(relations, "checkComments", RELATION + "comments", "/" + commentsName);
            override("/" + commentsName, SPREADSHEET + "comments+xml");
        }
        String id = oldDrawing == null ? "checkDrawing" : oldDrawing.getAttribute("Id");
        if (oldDrawing == null) {
            relate(relations, id, RELATION + "vmlDrawing", "/" + drawingName);
            byExtension("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        }
        written.put(relationsName, out -> XmlParts.write(relations, out));
        Document document = notes.document();
        written.put(commentsName, out -> XmlParts.write(document, out));
        written.put(drawingName, out -> notes.writeDrawing(place, out));
        return id;
    }

    /** Buttons and the like of a sheet stand in the same drawing, which is then left alone. */
    private boolean holdsMoreThanNotes(String drawing) throws IOException {
        try (InputStream content = in.read(drawing)) {
            String vml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return vml.replace("ObjectType=\"Note\"", "").contains("ObjectType=");
        }
    }

    private void results(String existing) throws IOException {
        String part = existing == null ? NEW_SHEET : existing;
        if (existing == null) {
            Element sheets = XmlParts.child(workbook.getDocumentElement(), "sheets");
            int id = XmlParts.children(sheets, "sheet").stream()
                            .mapToInt(sheet -> Integer.parseInt(sheet.getAttribute("sheetId")))
                            .max()
                            .orElse(0)
                    + 1;
            Element sheet = XmlParts.append(sheets, "sheet");
            sheet.setAttribute("name", RESULTS);
            sheet.setAttribute("sheetId", Integer.toString(id));
            sheet.setAttributeNS(XmlParts.RELATIONSHIPS_OF_DOCUMENT, "r:id", "checkResults");
            relate(workbookRelations, "checkResults", RELATION + "worksheet", "/" + part);
            override("/" + part, SPREADSHEET + "worksheet+xml");
        } else {
            String relations = relationsOf(part);
            if (in.holds(relations)) {
                Document none = XmlParts.empty(XmlParts.RELATIONSHIPS, "Relationships");
                written.put(relations, out -> XmlParts.write(none, out));
            }
        }
        Map<Severity, Integer> markOf = new HashMap<>();
        for (Severity severity : Severity.values()) {
            markOf.put(severity, styles.marked(0, severity));
        }
        int wrapped = styles.wrapped();
        written.put(part, out -> writeResults(out, markOf, wrapped));
    }

    private void writeResults(OutputStream out, Map<Severity, Integer> markOf, int wrapped) throws IOException {
        long errors =
                all.stream().filter(each -> each.severity() == Severity.ERROR).count();
        Writer xml = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + XmlParts.MAIN
                + "\"><cols><col min=\"1\" max=\"1\" width=\"8\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"14\""
                + " customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"10\" customWidth=\"1\"/><col min=\"4\" max=\"5\""
                + " width=\"60\" customWidth=\"1\"/></cols><sheetData>");
        String note =
                "共列出错误" + errors + "条、提醒" + (all.size() - errors) + "条。错误必须改正；提醒请核对，不影响保存。改正后可直接上传本文件，本表和批注不影响检查。";
        if (!uncommented.isEmpty()) {
            note += "批注每张工作表最多" + CellNotes.AT_MOST + "处，其余只标颜色，说明见本表。";
        }
        row(xml, 1, cell("A", 1, 0, note));
        row(
                xml,
                2,
                cell("A", 2, 0, "类别")
                        + cell("B", 2, 0, "工作表")
                        + cell("C", 2, 0, "单元格")
                        + cell("D", 2, 0, "问题")
                        + cell("E", 2, 0, "怎样改正"));
        int number = 2;
        for (WorkbookFinding finding : all) {
            number++;
            row(
                    xml,
                    number,
                    cell(
                                    "A",
                                    number,
                                    markOf.get(finding.severity()),
                                    finding.severity().label())
                            + cell("B", number, 0, finding.sheet().isEmpty() ? "整个文件" : finding.sheet())
                            + cell("C", number, 0, finding.cell())
                            + cell("D", number, wrapped, finding.message())
                            + cell("E", number, wrapped, finding.remedy()));
        }
        xml.write("</sheetData>");
        links(xml);
        xml.write("</worksheet>");
        xml.flush();
    }

    private void links(Writer xml) throws IOException {
        StringBuilder links = new StringBuilder();
        int number = 2;
        for (WorkbookFinding finding : all) {
            number++;
            if (!finding.cell().isEmpty()) {
                links.append("<hyperlink ref=\"C" + number + "\" location=\""
                        + XmlParts.escaped("'" + finding.sheet().replace("'", "''") + "'!" + finding.cell()) + "\"/>");
            }
        }
        if (links.length() > 0) {
            xml.write("<hyperlinks>" + links + "</hyperlinks>");
        }
    }

    private static void row(Writer xml, int number, String cells) throws IOException {
        xml.write("<row r=\"" + number + "\">" + cells + "</row>");
    }

    private static String cell(String column, int row, int style, String text) {
        return "<c r=\"" + column + row + "\" s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + XmlParts.escaped(text) + "</t></is></c>";
    }

    private Document part(String name) throws IOException {
        return XmlParts.read(in.read(name));
    }

    private String target(String from, Document relations, String type) throws IOException {
        Element relation = ofType(relations, type);
        if (relation == null) {
            throw new IOException("the workbook has no part of type " + type);
        }
        return resolved(from, relation.getAttribute("Target"));
    }

    private static Element ofType(Document relations, String type) {
        return XmlParts.children(relations.getDocumentElement(), "Relationship").stream()
                .filter(relation -> relation.getAttribute("Type").equals(type))
                .findFirst()
                .orElse(null);
    }

    /** null where there is none */
    private static Element relation(Document relations, String id) {
        return XmlParts.children(relations.getDocumentElement(), "Relationship").stream()
                .filter(relation -> relation.getAttribute("Id").equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Of the part that is there, or that is added. */
    private String stylesName() {
        Element relation = ofType(workbookRelations, RELATION + "styles");
        if (relation != null) {
            String name = resolved(workbookName, relation.getAttribute("Target"));
            if (in.holds(name)) {
                return name;
            }
            relation.getParentNode().removeChild(relation);
        }
        relate(workbookRelations, "checkStyles", RELATION + "styles", "/xl/checkStyles.xml");
        override("/xl/checkStyles.xml", SPREADSHEET + "styles+xml");
        return "xl/checkStyles.xml";
    }

    private static void relate(Document relations, String id, String type, String target) {
        Element relation = XmlParts.append(relations.getDocumentElement(), "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", type);
        relation.setAttribute("Target", target);
    }

    private void override(String part, String type) {
        Element override = XmlParts.append(types.getDocumentElement(), "Override");
        override.setAttribute("PartName", part);
        override.setAttribute("ContentType", type);
    }

    private void byExtension(String extension, String type) {
        boolean known = XmlParts.children(types.getDocumentElement(), "Default").stream()
                .anyMatch(each -> each.getAttribute("Extension").equalsIgnoreCase(extension));
        if (!known) {
            Element added = XmlParts.append(types.getDocumentElement(), "Default");
            added.setAttribute("Extension", extension);
            added.setAttribute("ContentType", type);
            types.getDocumentElement()
                    .insertBefore(added, types.getDocumentElement().getFirstChild());
        }
    }

    private static String relationsOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    private static String resolved(String from, String target) {
        return URI.create("/" + from)
                .resolve(target.replace('\\', '/').replace(" ", "%20"))
                .getPath()
                .substring(1);
    }
}

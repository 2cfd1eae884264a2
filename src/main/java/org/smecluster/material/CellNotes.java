package org.smecluster.material;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The comments of one sheet: those that people wrote stay, those of an earlier check go, those of this check come. */
final class CellNotes {

    static final String AUTHOR = "申报系统检查";
    /** More shapes make Excel slow; one drawing of a sheet has numbers for 1024. */
    static final int AT_MOST = 1000;

    /** What stands below it was added to a person's comment. */
    private static final String ADDED = "\n【" + AUTHOR + "】\n";

    private final Document document;
    private final Element authors;
    private final Element list;
    private final Map<CellReference, Element> byCell;

    /** @param existing the sheet's comments; null where it has none */
    CellNotes(Document existing) {
        this.document = existing == null ? XmlParts.empty(XmlParts.MAIN, "comments") : existing;
        Element root = document.getDocumentElement();
        this.authors = existing == null ? XmlParts.append(root, "authors") : XmlParts.child(root, "authors");
        this.list = existing == null ? XmlParts.append(root, "commentList") : XmlParts.child(root, "commentList");
        this.byCell = new TreeMap<>((one, other) -> one.getRow() == other.getRow()
                ? Integer.compare(one.getCol(), other.getCol())
                : Integer.compare(one.getRow(), other.getRow()));
        List<Element> names = XmlParts.children(authors, "author");
        for (Element comment : XmlParts.children(list, "comment")) {
            int author = Integer.parseInt(comment.getAttribute("authorId"));
            list.removeChild(comment);
            if (author >= names.size() || !names.get(author).getTextContent().equals(AUTHOR)) {
                withoutAdded(comment);
                byCell.put(new CellReference(comment.getAttribute("ref")), comment);
            }
        }
    }

    boolean isEmpty() {
        return byCell.isEmpty();
    }

    /** @return false where the sheet has as many as it can take */
    boolean add(String cell, String text) {
        CellReference place = new CellReference(cell);
        Element existing = byCell.get(place);
        if (existing != null) {
            Element body = XmlParts.child(existing, "text");
            run(body, ADDED + text);
            return true;
        }
        if (byCell.size() >= AT_MOST) {
            return false;
        }
        Element comment = XmlParts.append(list, "comment");
        list.removeChild(comment);
        comment.setAttribute("ref", cell);
        comment.setAttribute("authorId", Integer.toString(ours()));
        run(XmlParts.append(comment, "text"), AUTHOR + "：\n" + text);
        byCell.put(place, comment);
        return true;
    }

    private static void run(Element body, String text) {
        // a text of plain words becomes one of runs
        Element plain = XmlParts.child(body, "t");
        if (plain != null) {
            body.removeChild(plain);
            XmlParts.append(body, "r").appendChild(plain);
        }
        Element words = XmlParts.append(XmlParts.append(body, "r"), "t");
        words.setAttribute("xml:space", "preserve");
        words.setTextContent(text);
    }

    private static void withoutAdded(Element comment) {
        Element body = XmlParts.child(comment, "text");
        if (body != null) {
            XmlParts.children(body, "r").stream()
                    .filter(run -> run.getTextContent().startsWith(ADDED))
                    .forEach(body::removeChild);
        }
    }

    private int ours() {
        List<Element> names = XmlParts.children(authors, "author");
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).getTextContent().equals(AUTHOR)) {
                return i;
            }
        }
        XmlParts.append(authors, "author").setTextContent(AUTHOR);
        return names.size();
    }

    Document document() {
        byCell.values().forEach(list::appendChild);
        return document;
    }

    /**
     * The shapes without which Excel shows no comment.
     *
     * @param sheet the sheet's place, from 1; numbers of shapes are unique in a workbook
     */
    void writeDrawing(int sheet, OutputStream out) throws IOException {
        Writer vml = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        vml.write("""
                <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
                xmlns:x="urn:schemas-microsoft-com:office:excel">
                <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout>
                <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
                <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
                """.formatted(sheet));
        int number = sheet * 1024;
        for (CellReference cell : byCell.keySet()) {
            number++;
            int row = cell.getRow();
            int column = cell.getCol();
            vml.write("""
                    <v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" \
                    fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
                    <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
                    <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
                    <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
                    <x:Anchor>%d, 15, %d, 2, %d, 31, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
                    <x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>
                    """.formatted(number, column + 1, row, column + 3, row + 5, row, column));
        }
        vml.write("</xml>");
        vml.flush();
    }
}

package org.smecluster.material;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks as people and programs made them, see the README beside them. They were made from the template of version 1, which
 * is refused as older; {@link #carriedOver} moves their cells to where today's template has them and adds what it asks for
 * besides, in the text of the sheets' XML, so that each file's own fault stays byte for byte and is what is met.
 */
final class GivenWorkbooks {

    static final int YEAR = SpoiltWorkbooks.YEAR;

    static final WorkbookSubject PINGLUO = subject("平罗县精细化工产业集群", "平罗县");
    static final WorkbookSubject QINGTONGXIA = subject("青铜峡市试验产业集群", "青铜峡市");

    private static final Pattern ROW = Pattern.compile("<row ([^>]*?)(/>|>(.*?)</row>)", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<c ([^>]*?)(/>|>.*?</c>)", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\br=\"([A-Z]*)([0-9]+)\"");
    private static final List<String> ROLES = List.of("主持", "主持", "参与", "参与");

    private GivenWorkbooks() {}

    private static WorkbookSubject subject(String cluster, String county) {
        Set<String> others = new java.util.HashSet<>(Set.of("平罗县", "青铜峡市", "利通区", "大武口区", "惠农区", "中宁县"));
        others.remove(county);
        return new WorkbookSubject(cluster, List.of(county), others);
    }

    static byte[] file(String name) throws IOException {
        try (InputStream content = GivenWorkbooks.class.getResourceAsStream("/workbooks/" + name + ".xlsx")) {
            return content.readAllBytes();
        }
    }

    static byte[] carriedOver(String name) throws IOException {
        int inserted = name.equals("12-col-inserted") ? 1 : 0;
        return parts(
                file(name),
                Map.of(
                        "sheet1.xml", xml -> rows(xml, 0, GivenWorkbooks::asVersion3),
                        "sheet3.xml", GivenWorkbooks::withSmes,
                        "sheet4.xml", xml -> rows(xml, inserted, GivenWorkbooks::withTitleDetails),
                        "sheet5.xml", xml -> rows(xml, 0, GivenWorkbooks::withRole),
                        "sheet6.xml", xml -> rows(xml, 0, GivenWorkbooks::withStatus)));
    }

    /** @param changes by the end of the part's name */
    static byte[] parts(byte[] workbook, Map<String, UnaryOperator<String>> changes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                for (Map.Entry<String, UnaryOperator<String>> change : changes.entrySet()) {
                    if (entry.getName().endsWith(change.getKey())) {
                        content = change.getValue()
                                .apply(new String(content, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8);
                    }
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private interface RowChange {
        void change(int row, List<String> cells, int inserted);
    }

    private static String rows(String xml, int inserted, RowChange change) {
        return ROW.matcher(xml).replaceAll(found -> {
            int row = number(found.group(1));
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(found.group(3) == null ? "" : found.group(3));
            while (cell.find()) {
                cells.add(cell.group());
            }
            change.change(row, cells, inserted);
            cells.sort(Comparator.comparingInt(each -> column(each)));
            return Matcher.quoteReplacement("<row " + found.group(1).replaceAll(" spans=\"[^\"]*\"", "") + ">"
                    + String.join("", cells) + "</row>");
        });
    }

    private static int number(String attributes) {
        Matcher place = PLACE.matcher(attributes);
        return place.find() ? Integer.parseInt(place.group(2)) : 0;
    }

    private static int column(String cell) {
        Matcher place = PLACE.matcher(cell);
        return place.find() ? SheetRows.column(place.group(1)) : -1;
    }

    private static String cell(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String name(int column) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(column);
    }

    private static void asVersion3(int row, List<String> cells, int inserted) {
        if (row == 4) {
            cells.removeIf(cell -> column(cell) == 1);
            cells.add(cell("B4", Layout.TEMPLATE_VERSION));
        }
    }

    private static String withSmes(String xml) {
        String moved = PLACE.matcher(xml).replaceAll(found -> {
            int row = Integer.parseInt(found.group(2));
            int now = row < 10 ? row : row == 10 ? 11 : row + 2;
            return "r=\"" + found.group(1) + now + "\"";
        });
        return moved.replaceFirst("<row ([^>]*r=\"11\")", "<row r=\"10\">" + cell("B10", "中小企业从业人员") + "</row><row $1")
                .replaceFirst("<row ([^>]*r=\"13\")", "<row r=\"12\">" + cell("B12", "中小企业数") + "</row><row $1");
    }

    /** Each of the five titles got a level and a certificate beside its two dates. */
    private static void withTitleDetails(int row, List<String> cells, int inserted) {
        cells.replaceAll(cell -> {
            int column = column(cell) - inserted;
            int now = column < 4 ? column : 4 + (column - 4) / 2 * 4 + (column - 4) % 2;
            return PLACE.matcher(cell).replaceFirst("r=\"" + name(now + inserted) + row + "\"");
        });
        if (row == Layout.HEADER_ROW) {
            List<Field<?>> fields = Layout.ENTERPRISE_LIST.fields();
            for (int i = 4; i < fields.size(); i++) {
                if (i == fields.size() - 1 || i % 4 > 1) {
                    cells.add(cell(name(i + inserted) + row, fields.get(i).header()));
                }
            }
        }
    }

    private static void withRole(int row, List<String> cells, int inserted) {
        if (row == Layout.HEADER_ROW) {
            cells.add(cell("H3", Layout.STANDARD_ROLE.header()));
        } else if (row >= Layout.FIRST_ROW && row < Layout.FIRST_ROW + ROLES.size()) {
            cells.add(cell("H" + row, ROLES.get(row - Layout.FIRST_ROW)));
        }
    }

    private static void withStatus(int row, List<String> cells, int inserted) {
        if (row == Layout.HEADER_ROW) {
            cells.add(cell("G3", Layout.PATENT_STATUS.header()));
        } else if (row >= Layout.FIRST_ROW) {
            cells.add(cell("G" + row, PatentStatus.IN_FORCE.label()));
        }
    }
}

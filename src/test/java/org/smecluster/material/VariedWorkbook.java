package org.smecluster.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;

/** A sample with cells replaced in the XML, so that they hold what a program would write and POI would not. */
final class VariedWorkbook {

    private static final byte[] SAMPLE = sample();

    private final byte[] sample;
    private final Map<String, Map<String, String>> cells = new HashMap<>();
    private final Map<String, UnaryOperator<String>> parts = new LinkedHashMap<>();
    private final List<String> formats = new ArrayList<>();

    /** Of 平罗县, with long lists. */
    VariedWorkbook() {
        this(SAMPLE);
    }

    private VariedWorkbook(byte[] sample) {
        this.sample = sample;
    }

    static VariedWorkbook ofShortLists() {
        return new VariedWorkbook(SpoiltWorkbooks.good());
    }

    private static byte[] sample() {
        try {
            return SampleWorkbooks.workbook(
                    SampleClusters.of(SpoiltWorkbooks.YEAR).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] unchanged() {
        return SAMPLE.clone();
    }

    VariedWorkbook text(String place, String text) {
        return cell(place, "t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + XmlParts.escaped(text) + "</t></is>");
    }

    VariedWorkbook number(String place, String value, String format) {
        if (!formats.contains(format)) {
            formats.add(format);
        }
        return cell(place, "s=\"@" + formats.indexOf(format) + "\"", "<v>" + value + "</v>");
    }

    /** @param place e.g. {@code 企业名单!A4} */
    VariedWorkbook cell(String place, String attributes, String content) {
        String[] parts = place.split("!");
        cells.computeIfAbsent(parts[0], sheet -> new LinkedHashMap<>())
                .put(parts[1], "<c r=\"" + parts[1] + "\" " + attributes + ">" + content + "</c>");
        return this;
    }

    /** @param part the end of its name */
    VariedWorkbook part(String part, UnaryOperator<String> change) {
        parts.merge(part, change, (one, other) -> xml -> other.apply(one.apply(xml)));
        return this;
    }

    VariedWorkbook sheet(String sheet, UnaryOperator<String> change) {
        return part(partOf(sheet), change);
    }

    static String partOf(String sheet) {
        return "/sheet" + (Layout.sheetNames().indexOf(sheet) + 1) + ".xml";
    }

    byte[] bytes() {
        int[] first = {0};
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("xl/styles.xml", styles -> styled(styles, first));
        cells.forEach((sheet, replaced) -> changes.put(partOf(sheet), xml -> replaced(xml, replaced, first[0])));
        parts.forEach((part, change) -> changes.merge(
                part.equals("styles.xml") ? "xl/styles.xml" : part,
                change,
                (one, other) -> xml -> other.apply(one.apply(xml))));
        try {
            // styles come before the sheets in the file
            return GivenWorkbooks.parts(sample, changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String styled(String styles, int[] first) {
        Matcher count = Pattern.compile("<cellXfs count=\"([0-9]+)\"").matcher(styles);
        count.find();
        first[0] = Integer.parseInt(count.group(1));
        StringBuilder codes = new StringBuilder();
        StringBuilder xfs = new StringBuilder();
        for (int i = 0; i < formats.size(); i++) {
            codes.append(
                    "<numFmt numFmtId=\"" + (300 + i) + "\" formatCode=\"" + XmlParts.escaped(formats.get(i)) + "\"/>");
            xfs.append("<xf numFmtId=\"" + (300 + i) + "\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        }
        return styles.replace("</numFmts>", codes + "</numFmts>").replace("</cellXfs>", xfs + "</cellXfs>");
    }

    private static String replaced(String xml, Map<String, String> replaced, int firstStyle) {
        StringBuilder all = new StringBuilder(xml);
        replaced.forEach((reference, cell) -> {
            Matcher style = Pattern.compile("s=\"@([0-9]+)\"").matcher(cell);
            String styled = style.find()
                    ? cell.replace(style.group(), "s=\"" + (firstStyle + Integer.parseInt(style.group(1))) + "\"")
                    : cell;
            Matcher old = Pattern.compile("<c r=\"" + reference + "\"[^>]*?(/>|>.*?</c>)", Pattern.DOTALL)
                    .matcher(all);
            if (old.find()) {
                all.replace(old.start(), old.end(), styled);
                return;
            }
            int row = new CellReference(reference).getRow() + 1;
            Matcher end = Pattern.compile("<row r=\"" + row + "\"[^>]*>.*?(?=</row>)", Pattern.DOTALL)
                    .matcher(all);
            if (end.find()) {
                all.insert(end.end(), styled);
            } else {
                all.insert(all.indexOf("</sheetData>"), "<row r=\"" + row + "\">" + styled + "</row>");
            }
        });
        return all.toString();
    }

    /** The same file with its parts renamed. */
    static byte[] renamed(byte[] workbook, UnaryOperator<String> name) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String renamed = name.apply(entry.getName());
                if (renamed != null) {
                    to.putNextEntry(new ZipEntry(renamed));
                    from.transferTo(to);
                    to.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }
}

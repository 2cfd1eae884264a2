package org.smecluster.portal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.LifeDocument;
import org.smecluster.registry.LifelongRecord;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A cluster's record as one zip file, as docs/record-archive.md tells: {@code record.json}, {@code record.html},
 * {@code documents/…} and, last, {@code manifest.json} with the SHA-256 of each. The same record gives the same bytes.
 * A file passes through without standing in memory as a whole, where its source lets it.
 */
@Component
class RecordArchive {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private static final int LONGEST_NAME = 120;

    /** @param sha256 of the content, 64 hexadecimal digits */
    record FileHash(String file, long bytes, String sha256) {}

    record Manifest(String schema, String clusterNumber, LocalDate knownOn, List<FileHash> files) {}

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final ITemplateEngine templates;
    private final RecordView view;
    private final Regions regions;

    RecordArchive(ITemplateEngine templates, RecordView view, Regions regions) {
        this.templates = templates;
        this.view = view;
        this.regions = regions;
    }

    /** Leaves the stream open. */
    void write(LifelongRecord record, ClusterRecord cluster, OutputStream out) throws IOException {
        Map<String, LifeDocument> documents = named(record.documents());
        List<FileHash> hashes = new ArrayList<>();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        LocalDate day = record.cluster().on();
        hashes.add(add(
                zip,
                "record.json",
                day,
                file -> JSON.writeValue(file, RecordJson.of(record, cluster, documents, regions))));
        hashes.add(add(zip, "record.html", day, file -> html(record, cluster, file)));
        for (Map.Entry<String, LifeDocument> document : documents.entrySet()) {
            hashes.add(add(zip, document.getKey(), day, file -> {
                try (InputStream content = document.getValue().content().get()) {
                    content.transferTo(file);
                }
            }));
        }
        Manifest manifest =
                new Manifest("nxjq-record-manifest/1", record.cluster().clusterNumber(), day, hashes);
        add(zip, "manifest.json", day, file -> JSON.writeValue(file, manifest));
        zip.finish();
    }

    private void html(LifelongRecord record, ClusterRecord cluster, OutputStream file) throws IOException {
        Context context = new Context(Locale.CHINA);
        view.fillForPrint(context::setVariable, record, cluster);
        context.setVariable("archived", true);
        Writer writer = new OutputStreamWriter(file, StandardCharsets.UTF_8);
        templates.process("cluster/print", context, writer);
        writer.flush();
    }

    private static FileHash add(ZipOutputStream zip, String name, LocalDate day, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(day.atStartOfDay());
        zip.putNextEntry(entry);
        Counted counted = new Counted(zip);
        DigestOutputStream digested = new DigestOutputStream(counted, sha256());
        content.writeTo(digested);
        zip.closeEntry();
        return new FileHash(
                name,
                counted.bytes,
                HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Paths in the archive that every system can write; of two of the same name the later gets a number. */
    private static Map<String, LifeDocument> named(List<LifeDocument> documents) {
        Map<String, LifeDocument> named = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (LifeDocument document : documents) {
            String folder = "documents/" + written(document.caseNumber()) + "/";
            String name = written(document.fileName());
            String path = folder + name;
            for (int number = 2; !taken.add(path.toLowerCase(Locale.ROOT)); number++) {
                path = folder + number + "-" + name;
            }
            named.put(path, document);
        }
        return named;
    }

    private static String written(String name) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        return safe.length() <= LONGEST_NAME ? safe : shortened(safe);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        return name.substring(0, LONGEST_NAME - ending.length()) + ending;
    }

    private static final class Counted extends FilterOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int each) throws IOException {
            out.write(each);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }
}

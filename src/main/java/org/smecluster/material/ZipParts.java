package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of a package by their names, in which case does not matter (ECMA-376 part 2, 6.2.2); some programs part folders by
 * backslashes.
 */
final class ZipParts implements AutoCloseable {

    private record Part(String name, ZipEntry entry) {}

    private final ZipFile zip;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private ZipParts(ZipFile zip) {
        this.zip = zip;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().replace('\\', '/').replaceFirst("^/+", "");
            if (!name.isEmpty() && !name.endsWith("/")) {
                parts.putIfAbsent(key(name), new Part(name, entry));
            }
        }
    }

    static ZipParts open(Path file) throws IOException {
        return new ZipParts(new ZipFile(file.toFile()));
    }

    /** Of names that are the same name. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean holds(String name) {
        return parts.containsKey(key(name));
    }

    /** As the file has them, with slashes. */
    List<String> names() {
        return parts.values().stream().map(Part::name).toList();
    }

    /** @throws IOException where there is none, too */
    InputStream read(String name) throws IOException {
        Part part = parts.get(key(name));
        if (part == null) {
            throw new IOException("the workbook has no part " + name);
        }
        return zip.getInputStream(part.entry());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

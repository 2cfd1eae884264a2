package org.smecluster.paper.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes PDF/A-2b with LibreOffice where it is installed: in a profile and a folder of its own for each document, with the
 * program's own fonts, one document at a time.
 */
@Component
class LibreOffice {

    private static final Logger LOG = LoggerFactory.getLogger(LibreOffice.class);
    private static final String NEVER = "none";
    private static final String FILTER =
            "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"}}";
    private static final long LONGEST_SECONDS = 45;

    private final Optional<Path> program;
    private final Semaphore one = new Semaphore(1, true);

    /** @param configured path of {@code soffice}; empty where it is looked for on the path, {@code none} for never */
    LibreOffice(@Value("${smecluster.papers.soffice:}") String configured) {
        program = configured.equals(NEVER)
                ? Optional.empty()
                : configured.isBlank()
                        ? onThePath()
                        : Optional.of(Path.of(configured)).filter(Files::isExecutable);
    }

    private static Optional<Path> onThePath() {
        String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    boolean isThere() {
        return program.isPresent();
    }

    /** Empty where it is not installed, or failed; the log tells why. */
    Optional<byte[]> pdf(byte[] docx) {
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path folder = null;
        try {
            if (!one.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("LibreOffice is busy; the PDF is made without it");
                return Optional.empty();
            }
            try {
                folder = Files.createTempDirectory("paper");
                return Optional.of(convert(folder, docx));
            } finally {
                one.release();
            }
        } catch (IOException failure) {
            LOG.warn("LibreOffice made no PDF; it is made without it", failure);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            remove(folder);
        }
    }

    private byte[] convert(Path folder, byte[] docx) throws IOException, InterruptedException {
        Path source = folder.resolve("paper.docx");
        Files.write(source, docx);
        ProcessBuilder command = new ProcessBuilder(
                program.get().toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                FILTER,
                "--outdir",
                folder.toString(),
                source.toString());
        command.environment().put("FONTCONFIG_FILE", fonts(folder).toString());
        command.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process running = command.start();
        if (!running.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            throw new IOException("not done after " + LONGEST_SECONDS + " seconds");
        }
        Path made = folder.resolve("paper.pdf");
        if (!Files.exists(made)) {
            throw new IOException(Files.readString(folder.resolve("log")));
        }
        return Files.readAllBytes(made);
    }

    /** The same fonts as without LibreOffice, for the same pictures. */
    private static Path fonts(Path folder) throws IOException {
        Path fonts = Files.createDirectories(folder.resolve("fonts"));
        StringBuilder conf =
                new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n"
                        + "<include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n<dir>" + fonts
                        + "</dir>\n");
        for (Face face : Face.values()) {
            try (InputStream in = LibreOffice.class.getResourceAsStream(face.resource())) {
                Files.copy(in, fonts.resolve(face.file()));
            }
            for (String name : face.standsFor()) {
                conf.append("<match target=\"pattern\"><test name=\"family\"><string>")
                        .append(name)
                        .append("</string></test><edit name=\"family\" mode=\"prepend\" binding=\"strong\"><string>")
                        .append(face.family())
                        .append("</string></edit></match>\n");
            }
        }
        return Files.writeString(folder.resolve("fonts.conf"), conf.append("</fontconfig>\n"));
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException unimportant) {
            // the system clears its temporary folder
        }
    }
}

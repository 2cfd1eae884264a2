package org.smecluster.testsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The sheets that came with this version of the application, each beside its decision's model. */
@Component
public class ShippedSheets {

    private static final String ENDING = ".examples.csv";

    private final Map<String, String> sheets = read();

    /** As {@link ExampleSheet} writes it. */
    Optional<String> of(String decision) {
        return Optional.ofNullable(sheets.get(decision));
    }

    private static Map<String, String> read() {
        Map<String, String> sheets = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*" + ENDING)) {
                String name = String.valueOf(resource.getFilename());
                sheets.put(
                        name.substring(0, name.length() - ENDING.length()),
                        ExampleSheet.read(resource.getContentAsString(StandardCharsets.UTF_8))
                                .csv());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(sheets);
    }
}

package org.smecluster.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models and forms that came with this version of the application. */
@Component
public class ShippedModels {

    private static final List<String> PATTERNS =
            List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form");

    private final List<ModelFile> files = read();

    /** Ordered by path. */
    public List<ModelFile> files() {
        return files;
    }

    private static List<ModelFile> read() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<ModelFile> files = new ArrayList<>();
        try {
            for (String pattern : PATTERNS) {
                String root = pattern.substring(0, pattern.indexOf('/') + 1);
                for (Resource resource : resolver.getResources("classpath*:" + pattern)) {
                    String url = resource.getURL().toString();
                    files.add(new ModelFile(
                            url.substring(url.lastIndexOf("/" + root) + 1), resource.getContentAsByteArray()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        files.sort(Comparator.comparing(ModelFile::resource));
        return List.copyOf(files);
    }
}

package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("README 的总图：谁启动谁，与模型和代码一致")
class OverviewTest {

    private static final Overview OVERVIEW = new Overview();
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    @Test
    @DisplayName("模型等候的每个消息都写明由谁发出，没有多余的")
    void everyMessageHasASender() {
        assertThat(Overview.SENDERS.keySet()).containsExactlyInAnyOrderElementsOf(OVERVIEW.awaited());
    }

    @Test
    @DisplayName("写明的发出者在自己的代码里确实用到这个消息，或者通过名录、撤销线索引起它")
    void sendersSendWhatTheyAreSaidTo() throws IOException {
        List<String> found = new ArrayList<>();
        for (var entry : Overview.SENDERS.entrySet()) {
            for (String sender : entry.getValue()) {
                if (!Overview.isPeople(sender) && !sends(sender, entry.getKey())) {
                    found.add(sender + " never sends " + entry.getKey());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("README 中的总图与重新生成的一致")
    void theReadmeShowsIt() throws IOException {
        String readme = Models.read(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END, from);
        if (Boolean.getBoolean("update")) {
            readme = readme.substring(0, from) + OVERVIEW.mermaid() + readme.substring(to);
            Files.writeString(README, readme);
            to = readme.indexOf(END, from);
        }
        assertThat(readme.substring(from, to))
                .as("rewrite it: ./mvnw -q test -Dtest=OverviewTest -Dupdate=true")
                .isEqualTo(OVERVIEW.mermaid());
    }

    /** A sender's package names the message's constant, or does what makes the registry tell of it. */
    private static boolean sends(String sender, String message) throws IOException {
        Path code = Path.of("src/main/java/org/smecluster", OVERVIEW.folder(sender));
        List<String> sources;
        try (Stream<Path> files = Files.walk(code)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Models::read)
                    .toList();
        }
        Stream<String> traces =
                switch (message) {
                    case "annualReport.recognitionEnded", "change.recognitionEnded" ->
                        Stream.of("registry.lapse(", "registry.endReview(", "registry.endWaiting(", "registry.revoke(");
                    case "revocation.suspected", "revocation.causeAdded" -> Stream.of("causes.report(");
                    default -> Code.constantsHolding(message);
                };
        return traces.anyMatch(trace -> sources.stream().anyMatch(source -> source.contains(trace)));
    }
}

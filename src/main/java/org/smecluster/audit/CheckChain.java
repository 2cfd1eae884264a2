package org.smecluster.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The command {@code --check-chain[=FILE]}: holds chain, rows, evidence and the file of day's ends against each other, says what it
 * found and ends with 0 or 1. It starts neither engine nor pages and writes nothing, so it may run beside the application, whose scan
 * passes it over.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan(
        basePackages = {"org.smecluster.audit", "org.smecluster.evidence"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.smecluster\\.(audit\\.(ChainCheck|persistence\\.JdbcChain)"
                                + "|evidence\\.(AlteredContents|EvidenceStores|FolderStore|S3Store"
                                + "|persistence\\.(PostgresStore|JdbcEvidenceFiles)))"))
@ConfigurationPropertiesScan("org.smecluster.evidence")
public class CheckChain {

    private static final String COMMAND = "--check-chain";

    /** The file of day's ends where the command was given, empty text for none; empty where it was not. */
    public static Optional<String> asked(String[] arguments) {
        return Stream.of(arguments)
                .filter(each -> each.equals(COMMAND) || each.startsWith(COMMAND + "="))
                .findFirst()
                .map(each -> each.substring(Math.min(each.length(), COMMAND.length() + 1)));
    }

    /** @return what the program ends with */
    public static int run(String file, String[] arguments) throws IOException {
        List<String> heads = file.isEmpty() ? List.of() : Files.readAllLines(Path.of(file));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CheckChain.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments)) {
            ChainCheck.Result result = context.getBean(ChainCheck.class).check(heads);
            result.problems().forEach(System.out::println);
            System.out.println(
                    result.problems().isEmpty()
                            ? "审计链完好"
                            : "审计链与数据不符，共" + result.problems().size() + "处，见上");
            System.out.println(
                    "核对了审计链" + result.entries() + "条、日末端" + result.heads() + "个、佐证材料" + result.contents() + "份");
            return result.problems().isEmpty() ? 0 : 1;
        }
    }
}

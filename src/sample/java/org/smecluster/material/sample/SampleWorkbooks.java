package org.smecluster.material.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.smecluster.law.Outcome;
import org.smecluster.material.WorkbookTemplate;

/**
 * Writes the sample clusters as workbooks (.xlsx), the facts and expectations that go with them (.json) and the table
 * of them (README.md). The same year gives the same bytes.
 */
public final class SampleWorkbooks {

    /** The year of the samples in the repository. */
    public static final int YEAR = 2026;

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private SampleWorkbooks() {}

    /** Arguments: the folder ({@code docs/samples}) and the application year ({@value #YEAR}). */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "docs/samples");
        int year = arguments.length > 1 ? Integer.parseInt(arguments[1]) : YEAR;
        Files.createDirectories(folder);
        List<SampleCluster> samples = SampleClusters.of(year);
        for (SampleCluster sample : samples) {
            Files.write(folder.resolve(sample.key() + ".xlsx"), workbook(sample));
            Files.writeString(folder.resolve(sample.key() + ".json"), json(sample));
        }
        Files.writeString(folder.resolve("README.md"), table(samples));
    }

    /** The filled workbook's bytes, the same each time. */
    public static byte[] workbook(SampleCluster sample) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookTemplate.write(sample.workbook(), out);
        return undated(out.toByteArray());
    }

    static String json(SampleCluster sample) throws IOException {
        return JSON.writeValueAsString(sample).replace("\r\n", "\n") + "\n";
    }

    private static byte[] undated(byte[] zipped) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zipped));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                to.putNextEntry(copy);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String exceptions(SampleCluster sample) {
        return sample.expected().outcomes().entrySet().stream()
                .filter(outcome -> !outcome.getValue().equals(Outcome.MET.name()))
                .map(outcome -> "`" + outcome.getKey() + "` "
                        + Outcome.valueOf(outcome.getValue()).label())
                .collect(Collectors.joining("、"));
    }

    private static String incidents(SampleCluster sample) {
        return sample.incidents().stream()
                .map(incident -> incident.occurredOn() + " " + incident.type() + " " + incident.level()
                        + (sample.expected().vetoed() ? "，否决" : ""))
                .collect(Collectors.joining("；"));
    }

    static String table(List<SampleCluster> samples) {
        List<String> lines = new ArrayList<>();
        int year = samples.get(0).getApplicationYear();
        lines.add("# 示例集群");
        lines.add("");
        lines.add("申报年度" + year + "，报告年度"
                + String.join(
                        "、",
                        samples.get(0).getReportingYears().stream()
                                .map(String::valueOf)
                                .toList())
                + "。产业取自宁夏实际，企业、数值、文号均为虚构，名称带“（示例）”，信用代码只在形式上有效。");
        lines.add("每个集群一份填好的数据表（.xlsx）和一份随表填报的事实与预期结果（.json：声明、说明、事故、预期）。");
        lines.add("");
        lines.add("| 文件 | 集群 | 县（市、区） | 申报主体 | 主体资格 | 预期总体结论 | 不是“符合”的条件 | 申报的事故 | 看什么 |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (SampleCluster sample : samples) {
            lines.add("| [" + sample.key() + "](" + sample.key() + ".xlsx) | " + sample.getClusterName() + " | "
                    + sample.countyCode() + " " + sample.workbook().basics().counties() + " | `"
                    + sample.applicantGroup() + "` " + sample.applicantType() + " | "
                    + (sample.expected().eligible() ? "合格" : "不合格") + " | "
                    + Outcome.valueOf(sample.expected().overall()).label() + " | "
                    + exceptions(sample) + " | " + incidents(sample) + " | " + sample.story() + " |");
        }
        lines.add("");
        lines.add("重新生成（结果逐字节相同；另给文件夹和年度可生成其他年度的）：");
        lines.add("");
        lines.add("```");
        lines.add("./mvnw -q spring-boot:run -Dspring-boot.run.main-class=" + SampleWorkbooks.class.getName());
        lines.add("```");
        return String.join("\n", lines) + "\n";
    }
}

package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.Desks;
import org.smecluster.support.LifeWalk;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("集群档案的页面、打印版和档案包：按辖区可见，未结案的内部意见和异议人不外露")
class ClusterRecordPagesTest {

    private static final String PAGE = "/clusters/NXJQ-640221-0001";

    @Autowired
    private WebApplicationContext context;

    private PortalFixture portal;
    private LifeWalk walk;
    private String cluster;

    @BeforeEach
    void aLife() {
        portal = new PortalFixture(context);
        walk = new LifeWalk(context);
        cluster = walk.recognised();
        walk.changeFiledLate(cluster);
    }

    private MockMvc as(Desks.Clerk clerk) {
        return portal.as(clerk.user(), clerk.group());
    }

    private String page(Desks.Clerk clerk, String query) throws Exception {
        return as(clerk)
                .perform(get(PAGE + query))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("本县、本市、自治区看得到页面、打印版和档案包；别县别市、专家、政策负责人当作没有")
    void scope() throws Exception {
        for (String path : new String[] {PAGE, PAGE + "/print", PAGE + "/archive"}) {
            for (Desks.Clerk clerk : new Desks.Clerk[] {Desks.PINGLUO, Desks.SHIZUISHAN, Desks.OFFICER, Desks.LEADER}) {
                as(clerk).perform(get(path)).andExpect(status().isOk());
            }
            as(Desks.ZHONGNING).perform(get(path)).andExpect(status().isNotFound());
            as(Desks.ZHONGWEI).perform(get(path)).andExpect(status().isNotFound());
            portal.as("expert-ma", "expert").perform(get(path)).andExpect(status().isNotFound());
            portal.as("policy", "policy-owner").perform(get(path)).andExpect(status().isNotFound());
        }
    }

    @Test
    @DisplayName("结案前内部的记载不给本县；专家意见、异议理由只给自治区；异议人谁也不给；档案包同样")
    void hidden() throws Exception {
        walk.factsEstablished();
        String evidence = "备案案卷";
        assertThat(page(Desks.OFFICER, ""))
                .contains("立案", LifeWalk.EXPERT_OPINION, LifeWalk.OBJECTION, LifeWalk.CONCLUSION, evidence)
                .doesNotContain("张三", "0951-0000000");
        assertThat(page(Desks.SHIZUISHAN, ""))
                .contains("<strong>立案（", LifeWalk.CONCLUSION)
                .doesNotContain(LifeWalk.EXPERT_OPINION, LifeWalk.OBJECTION, "张三");
        assertThat(page(Desks.PINGLUO, ""))
                .contains(LifeWalk.CONCLUSION, "告知拟撤销的事实和理由", "异议处理结论")
                .doesNotContain("<strong>立案（", "报告撤销线索", LifeWalk.EXPERT_OPINION, LifeWalk.OBJECTION, "张三");

        Map<String, byte[]> files = archive(Desks.PINGLUO, "");
        assertThat(files.values()).allSatisfy(content -> assertThat(new String(content, StandardCharsets.UTF_8))
                .doesNotContain("报告撤销线索", LifeWalk.EXPERT_OPINION, LifeWalk.OBJECTION, "张三", "0951-0000000"));
        assertThat(text(archive(Desks.OFFICER, ""), "record.json"))
                .contains(LifeWalk.EXPERT_OPINION)
                .doesNotContain("张三", "0951-0000000");
    }

    @Test
    @DisplayName("两个日期看到的不同；晚于今天、不是日期的退回并说明；名录中还没有它的日子说明从哪天起有")
    void days() throws Exception {
        assertThat(page(Desks.PINGLUO, "?on=2027-04-19"))
                .contains("截至2027-04-19 24:00所知")
                .doesNotContain("变动备案", "新材料</td>");
        assertThat(page(Desks.PINGLUO, "?on=2027-04-20"))
                .contains("变动备案", "新材料</td>", "登记于2027-04-20 09:00")
                .doesNotContain("所知。</strong>");
        for (String path : new String[] {PAGE, PAGE + "/print", PAGE + "/archive"}) {
            as(Desks.PINGLUO)
                    .perform(get(path + "?on=2027-04-21"))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(allOf(containsString("2027-04-21还没有到"), containsString("大事记"))));
            as(Desks.PINGLUO)
                    .perform(get(path + "?on=<b>"))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(allOf(containsString("不是有效的日期"), not(containsString("<b>")))));
        }
        assertThat(page(Desks.PINGLUO, "?on=2026-06-30"))
                .contains("2026-06-30时名录中还没有这个集群", walk.recognitionCase())
                .doesNotContain("大事记");
        as(Desks.PINGLUO)
                .perform(get(PAGE + "/archive?on=2026-06-30"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("2026-06-30时名录中还没有这个集群")));
    }

    @Test
    @DisplayName("大事记可按类别看，可改为最早的在前；每件事有依据的流程和决策版本")
    void timeline() throws Exception {
        assertThat(page(Desks.OFFICER, "?kind=公示")).contains("收到异议").doesNotContain("<strong>市级初审");
        String oldest = page(Desks.OFFICER, "?order=oldest");
        assertThat(oldest.indexOf("提出认定申报")).isLessThan(oldest.indexOf("认定结果"));
        String newest = page(Desks.OFFICER, "");
        assertThat(newest.indexOf("提出认定申报")).isGreaterThan(newest.indexOf("认定结果"));
        assertThat(newest).contains("决策表“基本条件”第", "流程“", "复审评估第1次");
    }

    @Test
    @DisplayName("打印版有编号、日期和页码")
    void print() throws Exception {
        as(Desks.SHIZUISHAN)
                .perform(get(PAGE + "/print?on=2027-04-19"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("@top-left { content: \"集群档案 NXJQ-640221-0001\""),
                                containsString("counter(pages)"),
                                containsString("截至<span>2027-04-19</span> 24:00所知"),
                                not(containsString("产业升级")))));
    }

    @Test
    @DisplayName("档案包：数据、打印版、数据表原件、公示原文、决定文书，校验值逐一相符，同一状态两次字节相同")
    void archive() throws Exception {
        walk.revoked();
        byte[] zip = zip(Desks.OFFICER, "");
        assertThat(zip(Desks.OFFICER, "")).isEqualTo(zip);
        Map<String, byte[]> files = unzipped(zip);

        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        Set<String> listed = new TreeSet<>();
        for (JsonNode file : manifest.get("files")) {
            byte[] content = files.get(file.get("file").asText());
            listed.add(file.get("file").asText());
            assertThat(file.get("sha256").asText()).isEqualTo(sha256(content));
            assertThat(file.get("bytes").asInt()).isEqualTo(content.length);
        }
        listed.add("manifest.json");
        assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(files.keySet())
                .anyMatch(name -> name.matches("documents/NXJQ-2026-RD-\\d{5}/数据表-第1版-.*[.]xlsx"))
                .anyMatch(name -> name.matches("documents/NXJQ-2026-PC-01/公示原文-.*[.]json"))
                .anyMatch(name -> name.matches("documents/NXJQ-2027-CX-00001/\\d\\d-撤销决定[.]txt"));
        assertThat(text(files, "record.html")).contains("宁夏回族自治区中小企业特色产业集群档案").doesNotContain("href=", "src=");

        JsonNode record = new ObjectMapper().readTree(files.get("record.json"));
        assertThat(record.get("schema").asText()).isEqualTo("nxjq-cluster-record/1");
        assertThat(record.at("/cluster/state/code").asText()).isEqualTo("REVOKED");
        assertThat(record.at("/entries/0/recordedAt").asText()).endsWith("+08:00");
        assertThat(record.get("documents")).hasSize(files.size() - 3);
        assertThat(text(files, "documents/" + revocationDecision(files))).contains("宁工信企发〔2027〕9号", "拒不配合监督");

        Map<String, byte[]> before = archive(Desks.OFFICER, "?on=2027-04-19");
        assertThat(before.keySet()).noneMatch(name -> name.contains("-CX-"));
        assertThat(text(before, "record.json")).doesNotContain("新材料\"");
    }

    @Test
    @DisplayName("record.json的每个字段都在说明文件里")
    void everyFieldIsDocumented() throws Exception {
        String documented = Files.readString(Path.of("docs", "record-archive.md"));
        Set<String> fields = new TreeSet<>();
        fields(new ObjectMapper().readTree(archive(Desks.OFFICER, "").get("record.json")), fields);
        fields(new ObjectMapper().readTree(archive(Desks.OFFICER, "").get("manifest.json")), fields);
        assertThat(fields).isNotEmpty().allSatisfy(field -> assertThat(documented)
                .contains("`" + field + "`"));
    }

    private static void fields(JsonNode node, Set<String> into) {
        node.fields().forEachRemaining(field -> {
            into.add(field.getKey());
            if (!field.getKey().equals("particulars")) {
                fields(field.getValue(), into);
            }
        });
        if (node.isArray()) {
            node.forEach(each -> fields(each, into));
        }
    }

    private static String revocationDecision(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> name.endsWith("-撤销决定.txt"))
                .findFirst()
                .orElseThrow()
                .substring("documents/".length());
    }

    private Map<String, byte[]> archive(Desks.Clerk clerk, String query) throws Exception {
        return unzipped(zip(clerk, query));
    }

    private byte[] zip(Desks.Clerk clerk, String query) throws Exception {
        return as(clerk)
                .perform(get(PAGE + "/archive" + query))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}

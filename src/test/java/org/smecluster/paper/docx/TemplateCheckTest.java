package org.smecluster.paper.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.paper.docx.Written.p;
import static org.smecluster.paper.docx.Written.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("模板上传时的核对")
class TemplateCheckTest {

    private static final Set<String> KNOWN = Set.of("集群名称", "文号", "补正.材料", "汇总.案号");

    private static List<String> problems(Docx template) {
        return TemplateCheck.problems(template, KNOWN, Set.of(), false);
    }

    @Test
    @DisplayName("不认识的字段，说出在第几段、第几个表第几行第几格，并提示相近的")
    void unknownFields() {
        assertThat(problems(Written.of(
                        p("标题"), p("{{集群名}}"), table(new String[] {"材料", "原因"}, new String[] {"{{补正.材料}}", "{{补正.说明}}"
                        }))))
                .containsExactly(
                        "正文第2段的字段“{{集群名}}”不认识，是不是“{{集群名称}}”？", "正文第1个表第2行第2格的字段“{{补正.说明}}”不认识，是不是“{{补正.材料}}”？");
        assertThat(problems(Written.of(p("{{XYZ}}")))).containsExactly("正文第1段的字段“{{XYZ}}”不认识");
    }

    @Test
    @DisplayName("花括号不成对、一行用了两个清单、缺必须有的字段")
    void otherFaults() {
        assertThat(problems(Written.of(p("案号{{集群名称}")))).containsExactly("正文第1段的花括号没有成对，字段要写成“{{字段名}}”：案号{{集群名称}");
        assertThat(problems(Written.of(p("{{补正.材料}}{{汇总.案号}}")))).containsExactly("正文第1段同时用了“补正”、“汇总”几个清单，一行（一段）只能用一个");
        assertThat(TemplateCheck.problems(Written.of(p("{{文号}}")), KNOWN, Set.of("文号", "集群名称"), false))
                .containsExactly("缺少必须有的字段“{{集群名称}}”");
    }

    @Test
    @DisplayName("宏、外部链接、会读文件的域，都拒绝")
    void reachesOut() {
        Docx plain = Written.of(p("文"));
        assertThat(problems(plain)).isEmpty();
        assertThat(problems(plain.with("word/vbaProject.bin", new byte[] {1})))
                .containsExactly("文档中有宏或嵌入的对象（word/vbaProject.bin），不能作模板");
        byte[] relations =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"t\" TargetMode=\"External\" Target=\"http://nx.example/a.png\"/></Relationships>"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(problems(plain.with("word/_rels/document.xml.rels", relations)))
                .containsExactly("文档引用了外部的内容（http://nx.example/a.png），请去掉链接后再上传");
        assertThat(problems(Written.of("<w:p><w:r><w:instrText> INCLUDETEXT \"C:\\\\a\" </w:instrText></w:r></w:p>")))
                .singleElement()
                .asString()
                .contains("域代码“INCLUDETEXT");
        assertThat(problems(Written.of("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>")))
                .isEmpty();
    }

    @Test
    @DisplayName("公文的页面不合GB/T 9704，说出差在哪里")
    void page() {
        assertThat(TemplateCheck.problems(Written.of(p("文")), KNOWN, Set.of(), true))
                .containsExactly("页边距应为上37、下35、左28、右26毫米（GB/T 9704），现为上25、下25、左25、右25毫米");
    }
}

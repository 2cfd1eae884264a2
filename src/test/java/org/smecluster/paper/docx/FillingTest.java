package org.smecluster.paper.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.paper.docx.Written.p;
import static org.smecluster.paper.docx.Written.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Refusal;
import org.smecluster.paper.PaperFacts;

@DisplayName("按模板填写")
class FillingTest {

    private static String filled(PaperFacts facts, String... elements) {
        return Written.text(Filling.fill(Written.of(elements), facts));
    }

    @Test
    @DisplayName("字段被Word拆成几段也认得，周围的文字不动")
    void acrossRuns() {
        assertThat(filled(PaperFacts.none().with("集群名称", "平罗县精细化工"), p("关于受理{", "{集群", "名称 }}申报", "的通知")))
                .isEqualTo("关于受理平罗县精细化工申报的通知\n");
    }

    @Test
    @DisplayName("值里的花括号和标记符号不再解释")
    void aValueIsNoTemplate() {
        assertThat(filled(
                        PaperFacts.none()
                                .with("理由", "写作{{文号}}，<w:p/>&amp;\u0001")
                                .with("文号", "石工信发〔2026〕1号"),
                        p("{{理由}}")))
                .isEqualTo("写作{{文号}}，<w:p/>&amp;\n");
    }

    @Test
    @DisplayName("段里的字段都空，整段不出现；有一个不空就留下")
    void blankParagraphsGo() {
        PaperFacts facts = PaperFacts.none().with("意见", "同意");
        assertThat(filled(facts, p("开头"), p("救济途径：{{救济途径}}"), p("{{意见}}{{备注}}"), p("结尾")))
                .isEqualTo("开头\n同意\n结尾\n");
    }

    @Test
    @DisplayName("表格行按清单逐行重复并编号；清单空，只剩表头的表去掉")
    void rowsComeAgain() {
        String[][] rows = {{"序号", "材料", "原因"}, {"{{补正.序号}}", "{{补正.材料}}", "{{补正.原因}}，{{案号}}"}};
        PaperFacts facts = PaperFacts.none()
                .with("案号", "甲")
                .withList("补正", List.of(Map.of("材料", "规划", "原因", "缺页"), Map.of("材料", "图谱", "原因", "")));
        assertThat(filled(facts, table(rows))).isEqualTo("序号\n材料\n原因\n1\n规划\n缺页，甲\n2\n图谱\n，甲\n");
        assertThat(filled(PaperFacts.none(), p("前"), table(rows), p("后"))).isEqualTo("前\n后\n");
    }

    @Test
    @DisplayName("表外的段落也按清单重复")
    void paragraphsComeAgain() {
        PaperFacts facts = PaperFacts.none().withList("情形", List.of(Map.of("情况", "甲"), Map.of("情况", "乙")));
        assertThat(filled(facts, p("第十条：{{情形.情况}}。"))).isEqualTo("第十条：甲。\n第十条：乙。\n");
    }

    @Test
    @DisplayName("值里分几段，就成几段，前后的文字各归其段")
    void severalParagraphs() {
        assertThat(filled(PaperFacts.none().with("意见", "一、甲\n二、乙\n三、丙"), p("意见：", "{{意见}}", "（完）")))
                .isEqualTo("意见：一、甲\n二、乙\n三、丙（完）\n");
    }

    @Test
    @DisplayName("同一模板、同样的数据，逐字节相同；与填入的先后无关")
    void theSameBytes() {
        Docx template = Written.of(p("{{甲}}{{乙}}"));
        PaperFacts one = PaperFacts.none().with("甲", "1").with("乙", "2");
        PaperFacts other = PaperFacts.none().with("乙", "2").with("甲", "1");
        assertThat(one.digest())
                .isEqualTo(other.digest())
                .isNotEqualTo(one.with("甲", "3").digest());
        assertThat(PaperFacts.of(one.json())).isEqualTo(one);
        byte[] bytes = Filling.fill(template, one).bytes();
        assertThat(Filling.fill(Docx.read(template.bytes()), other).bytes()).isEqualTo(bytes);
        assertThat(Docx.read(bytes).bytes()).isEqualTo(bytes);
    }

    @Test
    @DisplayName("不是docx的、带外部实体的，拒绝并说明")
    void noDocument() {
        assertThatThrownBy(() -> Docx.read("文字".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("docx");
        Docx withEntity = Docx.of(Map.of(
                "[Content_Types].xml",
                new byte[0],
                Docx.BODY,
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x>&a;</x>"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(withEntity::body).isInstanceOf(Refusal.class).hasMessageContaining("读不出来");
    }
}

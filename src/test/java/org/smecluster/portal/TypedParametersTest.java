package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@DisplayName("页面录入的归一")
class TypedParametersTest {

    record Form(String name, List<String> lines) {}

    @Controller
    static class Page {

        private final List<Object> got = new ArrayList<>();

        @PostMapping("/x")
        @ResponseBody
        String take(
                @RequestParam String reason,
                @RequestParam List<String> names,
                @RequestParam(required = false) List<String> none,
                @RequestParam List<Integer> ranks,
                @RequestParam List<Integer> one,
                Form form) {
            got.addAll(List.of(reason, names, none == null, ranks, one, form));
            return "";
        }
    }

    @Test
    @DisplayName("每个参数、每个列表项、表单的每一项都不留看不见的字符")
    void clean() throws Exception {
        Page page = new Page();
        MockMvc web = MockMvcBuilders.standaloneSetup(page)
                .setControllerAdvice(new TypedParameters())
                .build();
        web.perform(MockMvcRequestBuilders.post("/x")
                .param("reason", "\uFEFF材料\u200B不全\u00A0\r\n请补\u3000")
                .param("names", "甲\u200B", "\u00A0乙，丙", "\u200B")
                .param("ranks", "1", "２ ")
                .param("one", "3,4")
                .param("name", "平\u2060罗ＡＢ")
                .param("lines", "一\r二", "ＡＢ"));
        assertThat(page.got)
                .containsExactly(
                        "材料不全 \n请补",
                        List.of("甲", "乙，丙", ""),
                        true,
                        List.of(1, 2),
                        List.of(3, 4),
                        new Form("平罗AB", List.of("一\n二", "AB")));
    }
}

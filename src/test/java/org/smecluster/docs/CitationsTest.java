package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("从文字里读出所引的条文")
class CitationsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "第十二条(三)：公示 | 第十二条(三)",
                "第十二条（三）和第十四条 | 第十二条(三) 第十四条",
                "第十七条(一)、(二)和(五) | 第十七条(一) 第十七条(二) 第十七条(五)",
                "第十三条(九)至(十一) | 第十三条(九) 第十三条(十) 第十三条(十一)",
                "第十至十三条、第十七条 | 第十条 第十一条 第十二条 第十三条 第十七条",
                "第十四条至第十六条 | 第十四条 第十五条 第十六条",
                "民法典第二百零三条，第一日 | ''"
            })
    @DisplayName("单条、分项、并列、起止")
    void readsWhatIsCited(String text, String articles) {
        assertThat(String.join(
                        " ", Citations.in(text).stream().map(String::valueOf).toList()))
                .isEqualTo(articles);
    }
}

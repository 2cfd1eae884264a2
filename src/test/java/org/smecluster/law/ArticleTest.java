package org.smecluster.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("条文的引用")
class ArticleTest {

    @ParameterizedTest(name = "{0} {1} → {2}")
    @DisplayName("引用写成第几条、第几项，与《办法》的写法一致")
    @CsvSource({
        "1, 0, 第一条",
        "9, 0, 第九条",
        "10, 0, 第十条",
        "11, 1, 第十一条(一)",
        "12, 11, 第十二条(十一)",
        "17, 5, 第十七条(五)",
        "19, 0, 第十九条"
    })
    void cited(int number, int item, String text) {
        assertThat(Article.of(number, item)).hasToString(text);
        assertThat(Article.of(number)).isEqualTo(new Article(number, 0));
    }

    @ParameterizedTest
    @DisplayName("《办法》只有十九条，每条至多十一项，引用别的都是错的")
    @CsvSource({"0, 0", "20, 0", "11, -1", "11, 12"})
    void noSuchArticle(int number, int item) {
        assertThatThrownBy(() -> Article.of(number, item)).isInstanceOf(IllegalArgumentException.class);
    }
}

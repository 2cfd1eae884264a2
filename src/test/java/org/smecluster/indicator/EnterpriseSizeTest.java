package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("企业规模：大型企业以外都是中小企业")
class EnterpriseSizeTest {

    @Test
    @DisplayName("中型、小型、微型")
    void smallAndMedium() {
        assertThat(Arrays.stream(EnterpriseSize.values()).filter(EnterpriseSize::isSme))
                .containsExactly(EnterpriseSize.MEDIUM, EnterpriseSize.SMALL, EnterpriseSize.MICRO);
        assertThat(Arrays.stream(EnterpriseSize.values()).map(EnterpriseSize::label))
                .containsExactly("大型", "中型", "小型", "微型");
        assertThat(Arrays.stream(EnterpriseTitle.values()).map(EnterpriseTitle::label))
                .containsExactly("制造业单项冠军", "专精特新“小巨人”企业", "创新型中小企业", "“专精特新”中小企业", "国家级高新技术企业");
    }
}

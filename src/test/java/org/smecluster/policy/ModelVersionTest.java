package org.smecluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions by their number, 1 live since the 1st of a month, 2 since the 2nd, …; F is followed by running cases, N is not. */
@DisplayName("案件按哪一版办理：从最新一版往前，跳过在案件开始之后生效、在办案件又不适用的")
class ModelVersionTest {

    private static Instant day(int day) {
        return LocalDate.of(2027, 3, day)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    private static List<ModelVersion> newestFirst(String said) {
        List<ModelVersion> versions = new ArrayList<>();
        for (int number = said.length(); number >= 1; number--) {
            versions.add(new ModelVersion(
                    String.valueOf(number), "deployment", "file", day(number), said.charAt(number - 1) == 'F'));
        }
        return versions;
    }

    @ParameterizedTest(name = "{0}，案件始于{1}日：第{2}版")
    @CsvSource({
        "F,1,1",
        "FF,1,2",
        "FN,1,1",
        "FN,2,2",
        "FN,3,2",
        "FNN,1,1",
        "FNN,2,2",
        "FNN,3,3",
        "FNF,1,3",
        "FNF,2,3",
        "FFN,1,2",
        "FNFN,1,3",
        "FNFN,4,4"
    })
    @DisplayName("每种先后")
    void followed(String said, int began, int expected) {
        assertThat(ModelVersion.followedBy(day(began), newestFirst(said), Set.of())
                        .definitionId())
                .isEqualTo(String.valueOf(expected));
    }

    @Test
    @DisplayName("恰在生效时刻开始的按新的，早一毫秒的按旧的；再早也不早于第一版")
    void edges() {
        Instant midnight = day(2);
        assertThat(ModelVersion.followedBy(midnight, newestFirst("FN"), Set.of())
                        .definitionId())
                .isEqualTo("2");
        assertThat(ModelVersion.followedBy(midnight.minusMillis(1), newestFirst("FN"), Set.of())
                        .definitionId())
                .isEqualTo("1");
        assertThat(ModelVersion.followedBy(day(1).minusMillis(1), newestFirst("NN"), Set.of())
                        .definitionId())
                .isEqualTo("1");
    }

    @Test
    @DisplayName("转到某一版的案件，一并部署的都按；以前的、以后的仍不按")
    void moved() {
        List<ModelVersion> versions = List.of(
                new ModelVersion("3", "later", "file", day(3), false),
                new ModelVersion("2", "moved", "file", day(2), false),
                new ModelVersion("1", "first", "file", day(1), true));
        assertThat(ModelVersion.followedBy(day(1), versions, Set.of("moved")).definitionId())
                .isEqualTo("2");
        assertThat(ModelVersion.followedBy(day(1), versions, Set.of("another")).definitionId())
                .isEqualTo("1");
        assertThat(ModelVersion.followedBy(day(1), versions, Set.of("later", "moved"))
                        .definitionId())
                .isEqualTo("3");
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({"F,1", "FF,2", "FN,21", "FNN,321", "FNF,3", "FFNN,432", "NN,21"})
    @DisplayName("还可能有案件按它办理的版本")
    void inUse(String said, String expected) {
        assertThat(ModelVersion.inUse(newestFirst(said)))
                .extracting(ModelVersion::definitionId)
                .containsExactly(expected.split(""));
    }
}

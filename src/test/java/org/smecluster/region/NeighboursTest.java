package org.smecluster.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("第二条：县（市、区）由相邻的县（市、区）连成一片")
class NeighboursTest {

    /** A chain a, b, c and a pair d, e. */
    private static final Map<String, Set<String>> KNOWN =
            Map.of("a", Set.of("b"), "b", Set.of("a", "c"), "c", Set.of("b"), "d", Set.of("e"), "e", Set.of("d"));

    private final Neighbours neighbours = county -> KNOWN.getOrDefault(county, Set.of());

    @Test
    @DisplayName("本县自己；直接相邻；经过所涉及的另一县相连")
    void connected() {
        assertThat(neighbours.apartFrom("a", List.of("a"))).isEmpty();
        assertThat(neighbours.apartFrom("a", List.of("b"))).isEmpty();
        assertThat(neighbours.apartFrom("a", List.of("a", "b", "c"))).isEmpty();
    }

    @Test
    @DisplayName("只经过没有涉及的县相连的，不算相连；另一片的全部列出；表中没有的县也列出")
    void apart() {
        assertThat(neighbours.apartFrom("a", List.of("c"))).containsExactly("c");
        assertThat(neighbours.apartFrom("a", List.of("b", "d", "e"))).containsExactly("d", "e");
        assertThat(neighbours.apartFrom("a", List.of("unknown"))).containsExactly("unknown");
    }
}

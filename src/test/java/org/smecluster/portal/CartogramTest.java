package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.portal.Cartogram.CityName;
import org.smecluster.portal.Cartogram.CityRow;
import org.smecluster.portal.Cartogram.Place;
import org.smecluster.portal.Cartogram.Tile;
import org.smecluster.region.Units;
import org.smecluster.registry.PublicClusters.InCounty;
import org.smecluster.registry.PublicRegister;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("示意图：22个县（市、区）各一格，不重叠；表格说的与格子一样")
class CartogramTest {

    @Autowired
    private Units units;

    private Cartogram.Drawing drawn(InCounty... counted) {
        PublicRegister register = mock(PublicRegister.class);
        given(register.listedByCounty()).willReturn(List.of(counted));
        return new Cartogram(register, units).drawn();
    }

    @Test
    @DisplayName("每县一格，五个市名，格子和市名互不重叠，都在图内")
    void everyCountyOnce() {
        Cartogram.Drawing drawing = drawn();
        assertThat(drawing.tiles())
                .hasSize(22)
                .extracting(tile -> tile.x() + "," + tile.y())
                .doesNotHaveDuplicates();
        assertThat(drawing.tiles())
                .allSatisfy(tile -> assertThat(tile.x()).isBetween(4, 284))
                .allSatisfy(tile -> assertThat(tile.y()).isBetween(4, 328));
        assertThat(drawing.names()).extracting(CityName::name).containsExactly("银川", "石嘴山", "吴忠", "固原", "中卫");
        assertThat(drawing.names()).noneMatch(name -> drawing.tiles().stream()
                .anyMatch(tile -> tile.middle() == name.x() && name.y() - 36 == tile.y()));
        assertThat(drawing.outlines()).startsWith("M").contains("v54", "h70");
        assertThat(drawing.clusters()).isZero();
    }

    @Test
    @DisplayName("个数：格子、市名和表格一致；没有格子的计入表格并说明")
    void counts() {
        Cartogram.Drawing drawing = drawn(
                new InCounty("640181", 1),
                new InCounty("640205", 1),
                new InCounty("640221", 5),
                new InCounty("640300", 2));
        assertThat(drawing.tiles())
                .filteredOn(tile -> tile.clusters() > 0)
                .extracting(Tile::name, Tile::clusters, Tile::depth, Tile::spoken)
                .containsExactlyInAnyOrder(
                        tuple("平罗县", 5, 4, "石嘴山市平罗县，5个集群"),
                        tuple("惠农区", 1, 1, "石嘴山市惠农区，1个集群"),
                        tuple("灵武市", 1, 1, "银川市灵武市，1个集群"));
        assertThat(drawing.clusters()).isEqualTo(9);
        assertThat(drawing.elsewhere()).isEqualTo(2);
        assertThat(drawing.names())
                .filteredOn(name -> name.clusters() > 0)
                .extracting(CityName::name, CityName::clusters)
                .containsExactly(tuple("银川", 1), tuple("石嘴山", 6), tuple("吴忠", 2));
        assertThat(drawing.rows().stream().mapToInt(CityRow::clusters).sum()).isEqualTo(9);
        assertThat(drawing.rows()).allSatisfy(row -> assertThat(
                        row.places().stream().mapToInt(Place::clusters).sum())
                .isEqualTo(row.clusters()));
        assertThat(drawing.rows())
                .filteredOn(row -> row.code().equals("6403"))
                .flatExtracting(CityRow::places)
                .contains(new Place("640300", "不在单一县（市、区）", 2));
    }
}

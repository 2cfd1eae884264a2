package org.smecluster.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegionalScopeTest {

    private static final Units UNITS = () -> List.of(
            new Unit("6401", "银川市", UnitLevel.CITY, null, null),
            new Unit("6402", "石嘴山市", UnitLevel.CITY, null, null),
            new Unit("640181", "灵武市", UnitLevel.COUNTY, "6401", null),
            new Unit("640221", "平罗县", UnitLevel.COUNTY, "6402", null),
            new Unit("ningdong", "宁东能源化工基地", UnitLevel.PARK, "6401", ParkKind.COMMITTEE),
            new Unit("6409", "宁东能源化工基地", UnitLevel.DIRECT, null, null),
            new Unit("pingluo", "宁夏平罗工业园区", UnitLevel.PARK, "640221", ParkKind.COMMITTEE),
            new Unit("materials", "宁东新材料园区", UnitLevel.PARK, "6409", ParkKind.OPERATOR, "640181"));

    private static RegionalScope scopeOf(String... groups) {
        return RegionalScope.of(List.of(groups), UNITS);
    }

    @Test
    @DisplayName("县级主管部门只看本县的案件，本县园区的案件也看不到")
    void countySeesItsOwn() {
        assertThat(scopeOf("county-640221").applicantGroups()).containsExactly("county-640221");
        assertThat(scopeOf("county-640221").covers("county-640181")).isFalse();
        assertThat(scopeOf("county-640221").covers("park-pingluo")).isFalse();
        assertThat(scopeOf("county-640221").wholeRegion()).isFalse();
    }

    @Test
    @DisplayName("园区只看自己的案件")
    void parkSeesItsOwn() {
        assertThat(scopeOf("park-ningdong").applicantGroups()).containsExactly("park-ningdong");
    }

    @Test
    @DisplayName("市级主管部门看所辖各县和园区的案件，县里的园区也在内")
    void citySeesItsCountiesAndParks() {
        assertThat(scopeOf("city-6402").applicantGroups()).containsExactlyInAnyOrder("county-640221", "park-pingluo");
        assertThat(scopeOf("city-6401").covers("park-ningdong")).isTrue();
        assertThat(scopeOf("city-6401").covers("county-640221")).isFalse();
    }

    @Test
    @DisplayName("自治区经办和审定看全部案件，单位已不在区划表中的也看得到")
    void provinceSeesAll() {
        for (String group : List.of("province-officer", "province-leader")) {
            assertThat(scopeOf(group).wholeRegion()).isTrue();
            assertThat(scopeOf(group).applicantGroups()).hasSize(5);
            assertThat(scopeOf(group).covers("park-abolished")).isTrue();
        }
    }

    @Test
    @DisplayName("专家、政策管理员、系统管理员不按区域看案件；不认识的组也不行")
    void othersSeeNothing() {
        for (String group : List.of("expert", "policy-owner", "camunda-admin", "county-999999", "county-", "city-")) {
            assertThat(scopeOf(group).applicantGroups()).isEmpty();
            assertThat(scopeOf(group).covers("county-640221")).isFalse();
        }
    }

    @Test
    @DisplayName("一人在两个组，看两处的案件")
    void groupsAddUp() {
        assertThat(scopeOf("county-640181", "city-6402").applicantGroups())
                .containsExactlyInAnyOrder("county-640181", "county-640221", "park-pingluo");
    }

    @Test
    @DisplayName("园区属于所在县的市；没有的代码说得出是哪一个")
    void cityOfUnit() {
        assertThat(UNITS.cityOf("pingluo").code()).isEqualTo("6402");
        assertThat(UNITS.cityOf("ningdong").code()).isEqualTo("6401");
        assertThat(UNITS.cityOf("6401").code()).isEqualTo("6401");
        assertThat(UNITS.countyOf("pingluo")).map(Unit::code).contains("640221");
        assertThat(UNITS.countyOf("ningdong")).isEmpty();
        assertThatThrownBy(() -> UNITS.cityOf("649999")).hasMessageContaining("649999");
    }

    @Test
    @DisplayName("自治区直接联系单位同市一样看所辖园区；园区的县级代码另行注明")
    void directUnit() {
        assertThat(scopeOf("city-6409").applicantGroups()).containsExactly("park-materials");
        assertThat(scopeOf("city-6401").covers("park-materials")).isFalse();
        assertThat(UNITS.cityOf("materials").code()).isEqualTo("6409");
        assertThat(UNITS.countyOf("materials")).map(Unit::code).contains("640181");
        assertThat(UNITS.countyOf("6409")).isEmpty();
        assertThatThrownBy(() -> new Unit("6409", "宁东", UnitLevel.DIRECT, "6401", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("园区必须注明管委会或运营机构，县必须属于一个市")
    void unitIsConsistent() {
        assertThatThrownBy(() -> new Unit("x", "某园区", UnitLevel.PARK, "6401", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unit("640999", "某县", UnitLevel.COUNTY, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

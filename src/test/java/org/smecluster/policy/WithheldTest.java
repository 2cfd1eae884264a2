package org.smecluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("给不看案件的人看的件数：少于五的不告知，也不能由合计推算")
class WithheldTest {

    private static String told(Integer... counts) {
        Withheld.Told told = Withheld.parts(List.of(counts), 0);
        return String.join(" ", told.cells()) + " = " + told.total();
    }

    @Test
    @DisplayName("五件以上照列；一个少于五的，连同最小的一个都不列")
    void shown() {
        assertThat(told(5, 12)).isEqualTo("5件 12件 = 17件");
        assertThat(told(4, 12, 30)).isEqualTo("少于5件 不单列 30件 = 46件");
        assertThat(told(1, 2, 12)).isEqualTo("少于5件 少于5件 12件 = 15件");
        assertThat(Withheld.parts(List.of(1, 1, 12), 1).cells()).containsExactly("少于5件", "少于5件", "不单列");
        assertThat(told()).isEqualTo(" = 少于5件");
    }

    @Test
    @DisplayName("全部不列仍能由合计推算的，合计也不列")
    void total() {
        assertThat(told(4, 4)).isEqualTo("少于5件 少于5件 = 不单列");
        assertThat(told(0, 5)).isEqualTo("少于5件 不单列 = 不单列");
        assertThat(told(3)).isEqualTo("少于5件 = 少于5件");
        assertThat(told(2, 1)).isEqualTo("少于5件 少于5件 = 少于5件");
        assertThat(Withheld.alone(4)).isEqualTo("少于5件");
        assertThat(Withheld.alone(5)).isEqualTo("5件");
    }

    @Test
    @DisplayName("凡是三格以内、每格不超过九件的：读表的人对每个少于五的格子都至少有两种可能")
    void nothingCanBeReckoned() {
        List<List<Integer>> tables = new ArrayList<>();
        for (int a = 0; a <= 9; a++) {
            for (int b = 0; b <= 9; b++) {
                tables.add(List.of(a, b));
                for (int c = 0; c <= 9; c++) {
                    tables.add(List.of(a, b, c));
                }
            }
        }
        for (int least = 0; least <= 1; least++) {
            for (List<Integer> table : tables) {
                Withheld.Told told = Withheld.parts(table, least);
                for (int cell = 0; cell < table.size(); cell++) {
                    if (table.get(cell) < Withheld.LEAST && table.get(cell) >= least) {
                        assertThat(possible(told, table.size(), cell, table.contains(0) ? 0 : least))
                                .as("%s: %s", table, told)
                                .hasSizeGreaterThan(1);
                    }
                }
            }
        }
    }

    /** By trying all tables that say the same. */
    private static Set<Integer> possible(Withheld.Told told, int size, int cell, int least) {
        Set<Integer> values = new TreeSet<>();
        int[] table = new int[size];
        fill(told, table, 0, cell, least, values);
        return values;
    }

    private static void fill(Withheld.Told told, int[] table, int at, int cell, int least, Set<Integer> values) {
        if (at == table.length) {
            int sum = 0;
            for (int each : table) {
                sum += each;
            }
            String total = told.total();
            boolean fits = total.equals(Withheld.SMALL + "件")
                    ? sum < Withheld.LEAST
                    : total.equals(Withheld.BESIDE) || total.equals(sum + "件");
            if (fits) {
                values.add(table[cell]);
            }
            return;
        }
        String said = told.cells().get(at);
        for (int value = least; value <= 12; value++) {
            boolean fits = said.equals(Withheld.SMALL + "件")
                    ? value < Withheld.LEAST
                    : said.equals(Withheld.BESIDE) ? value >= Withheld.LEAST : said.equals(value + "件");
            if (fits) {
                table[at] = value;
                fill(told, table, at + 1, cell, least, values);
            }
        }
    }
}

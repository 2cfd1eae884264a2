package org.smecluster.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Outcome;
import org.smecluster.sample.engine.OwnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("数据库的行读成记录")
class RowsTest {

    record Everything(
            long id,
            String caseNumber,
            Outcome outcome,
            Boolean vetoed,
            boolean warned,
            Integer score,
            BigDecimal share,
            LocalDate dueOn,
            Instant enteredAt,
            List<String> codes) {

        static Everything of(long id) {
            return new Everything(id, null, null, null, false, null, null, null, null, null);
        }
    }

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() throws Exception {
        postgres = OwnPostgres.temporary();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        jdbc.sql("""
                create table everything (id bigint, case_number text, outcome text, vetoed boolean, warned boolean not null,
                                         score integer, share numeric, due_on date, entered_at timestamptz,
                                         codes text[] not null, of_no_interest text)
                """).update();
        jdbc.sql("""
                insert into everything values
                (1, 'A-1', 'NEEDS_EXPLANATION', false, true, 0, 0.60, '2026-03-30', '2026-03-30 23:59:59.123456+08',
                 '{640121,640122}', 'x'),
                (2, null, null, null, false, null, null, null, null, '{}', null)
                """).update();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    @DisplayName("列名对应分量名：枚举、时刻到微秒、日期、数值、数组；多出的列不理")
    void allTypes() {
        assertThat(row(1))
                .isEqualTo(new Everything(
                        1,
                        "A-1",
                        Outcome.NEEDS_EXPLANATION,
                        false,
                        true,
                        0,
                        new BigDecimal("0.60"),
                        LocalDate.of(2026, 3, 30),
                        Instant.parse("2026-03-30T15:59:59.123456Z"),
                        List.of("640121", "640122")));
    }

    @Test
    @DisplayName("空值就是空值，不变成0或否；空数组是空列表")
    void nulls() {
        assertThat(row(2)).usingRecursiveComparison().ignoringFields("codes").isEqualTo(Everything.of(2));
        assertThat(row(2).codes()).isEmpty();
    }

    @Test
    @DisplayName("缺列、认不得的枚举值，都报错而不是悄悄置空")
    void refused() {
        assertThatThrownBy(() -> jdbc.sql("select id, case_number from everything")
                        .query(Rows.of(Everything.class))
                        .list())
                .hasStackTraceContaining("column name outcome was not found");
        assertThatThrownBy(() -> jdbc.sql("""
                                select 1 as id, null as case_number, 'PERHAPS' as outcome, null as vetoed, true as warned,
                                       null as score, null as share, null as due_on, null as entered_at,
                                       array['x'] as codes
                                """).query(Rows.of(Everything.class)).list())
                .hasStackTraceContaining("PERHAPS");
    }

    private static Everything row(long id) {
        return jdbc.sql("select * from everything where id = :id")
                .param("id", id)
                .query(Rows.of(Everything.class))
                .single();
    }
}

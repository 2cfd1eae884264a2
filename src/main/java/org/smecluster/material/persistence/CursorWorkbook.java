package org.smecluster.material.persistence;

import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.TitleLevel;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.Certificate;
import org.smecluster.material.OverseasBranch;
import org.smecluster.material.Patent;
import org.smecluster.material.ServiceItem;
import org.smecluster.material.ServicePlatform;
import org.smecluster.material.Standard;
import org.smecluster.material.StoredWorkbook;
import org.smecluster.material.persistence.WorkbookTables.ListTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads lists through a cursor, for which the driver wants a transaction and a fetch size. */
final class CursorWorkbook implements StoredWorkbook {

    private final JdbcClusterWorkbooks workbooks;
    private final JdbcTemplate jdbc;
    private final long submissionId;

    CursorWorkbook(JdbcClusterWorkbooks workbooks, JdbcTemplate jdbc, long submissionId) {
        this.workbooks = workbooks;
        this.jdbc = jdbc;
        this.submissionId = submissionId;
    }

    @Override
    public BasicInformation basics() {
        return workbooks.basics(submissionId).orElseThrow();
    }

    @Override
    public List<YearFigures> years() {
        return workbooks.years(submissionId);
    }

    @Override
    public void enterprises(Consumer<Enterprise> row) {
        each("""
                select e.*, t.*
                  from workbook_enterprise e
                  left join lateral (
                        select array_agg(title) as titles, array_agg(valid_from) as valid_from,
                               array_agg(valid_until) as valid_until, array_agg(level) as levels,
                               array_agg(certificate) as certificates
                          from workbook_enterprise_title held
                         where held.submission_id = e.submission_id and held.credit_code = e.credit_code) t on true
                 where e.submission_id = ? order by e.position""", (rs, n) -> WorkbookTables.enterprise(rs, held(rs)), row);
    }

    private static List<HeldTitle> held(ResultSet rs) throws SQLException {
        Array titles = rs.getArray("titles");
        if (titles == null) {
            return List.of();
        }
        String[] names = (String[]) titles.getArray();
        Date[] from = (Date[]) rs.getArray("valid_from").getArray();
        Date[] until = (Date[]) rs.getArray("valid_until").getArray();
        String[] levels = (String[]) rs.getArray("levels").getArray();
        String[] certificates = (String[]) rs.getArray("certificates").getArray();
        return IntStream.range(0, names.length)
                .mapToObj(i -> new HeldTitle(
                        EnterpriseTitle.valueOf(names[i]),
                        from[i] == null ? null : from[i].toLocalDate(),
                        until[i] == null ? null : until[i].toLocalDate(),
                        WorkbookTables.option(TitleLevel.class, levels[i]),
                        certificates[i]))
                .sorted(Comparator.comparing(HeldTitle::title))
                .toList();
    }

    @Override
    public void standards(Consumer<Standard> row) {
        listed(WorkbookTables.STANDARDS, row);
    }

    @Override
    public void patents(Consumer<Patent> row) {
        listed(WorkbookTables.PATENTS, row);
    }

    @Override
    public void overseasBranches(Consumer<OverseasBranch> row) {
        listed(WorkbookTables.OVERSEAS_BRANCHES, row);
    }

    @Override
    public void servicePlatforms(Consumer<ServicePlatform> row) {
        listed(WorkbookTables.SERVICE_PLATFORMS, row);
    }

    @Override
    public void serviceItems(Consumer<ServiceItem> row) {
        listed(WorkbookTables.SERVICE_ITEMS, row);
    }

    @Override
    public void certificates(Consumer<Certificate> row) {
        listed(WorkbookTables.CERTIFICATES, row);
    }

    private <R> void listed(ListTable<R> list, Consumer<R> row) {
        each(
                "select * from " + list.rows().name() + " where submission_id = ? order by position",
                list.rows().mapper(),
                row);
    }

    private <R> void each(String select, RowMapper<R> mapper, Consumer<R> row) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(select);
                    statement.setLong(1, submissionId);
                    statement.setFetchSize(1000);
                    return statement;
                },
                rs -> {
                    row.accept(mapper.mapRow(rs, rs.getRow()));
                });
    }
}

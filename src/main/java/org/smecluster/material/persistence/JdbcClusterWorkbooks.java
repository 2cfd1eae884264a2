package org.smecluster.material.persistence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.TitleLevel;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.StoredWorkbook;
import org.smecluster.material.WorkbookSummary;
import org.smecluster.material.persistence.WorkbookTables.ListTable;
import org.smecluster.material.persistence.WorkbookTables.Table;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcClusterWorkbooks implements ClusterWorkbooks {

    /** Of every list of a version how many rows it has. */
    private static final String COUNTS = WorkbookTables.LISTS.stream()
            .map(list -> "select '" + list.sheet() + "' as sheet, count(*) as rows from "
                    + list.rows().name() + " where submission_id = :id")
            .collect(Collectors.joining(" union all "));

    /** Tables below workbook_file, each after those it refers to. */
    private static final List<String> TABLES = List.of(
            "workbook_basics",
            "workbook_year",
            "workbook_enterprise",
            "workbook_enterprise_title",
            "workbook_standard",
            "workbook_patent",
            "workbook_overseas_branch",
            "workbook_service_platform",
            "workbook_service_item",
            "workbook_certificate");

    /** Of each list. */
    private record Part(int from, int atMost) {}

    private static final Part ALL = new Part(0, Integer.MAX_VALUE);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcClusterWorkbooks(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public long nextSubmissionId() {
        return jdbc.sql("select nextval('submission_id_seq')").query(Long.class).single();
    }

    @Override
    @Transactional
    public void replace(long submissionId, ClusterWorkbook data, long uploadJobId) {
        delete(submissionId);
        jdbc.sql("""
                insert into workbook_file
                    (submission_id, application_year, file_name, content, sha256, uploaded_by, uploaded_at)
                select ?, ?, file_name, content, encode(sha256(content), 'hex'), uploaded_by, uploaded_at
                  from upload_job where id = ?""").params(submissionId, data.applicationYear(), uploadJobId).update();
        insert(submissionId, data);
    }

    private void insert(long submissionId, ClusterWorkbook data) {
        insert(submissionId, WorkbookTables.BASICS, List.of(data.basics()));
        insert(submissionId, WorkbookTables.YEARS, data.years());
        WorkbookTables.LISTS.forEach(list -> insertListed(submissionId, list, data));
        insert(
                submissionId,
                "workbook_enterprise_title",
                "credit_code, title, valid_from, valid_until, level, certificate",
                titles(data.enterprises()),
                Function.identity());
    }

    @Override
    @Transactional
    public void copy(long from, long to) {
        if (from == to) {
            return;
        }
        delete(to);
        copyRows("workbook_file", from, to);
        TABLES.forEach(table -> copyRows(table, from, to));
    }

    @Override
    public Optional<UploadedFile> file(long submissionId) {
        return jdbc.sql("""
                select file_name, content, sha256, uploaded_by, uploaded_at
                  from workbook_file where submission_id = ?""")
                .param(submissionId)
                .query((rs, n) -> new UploadedFile(
                        rs.getString("file_name"),
                        rs.getBytes("content"),
                        rs.getString("sha256"),
                        rs.getString("uploaded_by"),
                        rs.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClusterWorkbook> find(long submissionId) {
        return year(submissionId).map(year -> workbook(submissionId, year, ALL));
    }

    private ClusterWorkbook workbook(long submissionId, int year, Part part) {
        return new ClusterWorkbook(
                ReportingYears.ofApplicationIn(year),
                basics(submissionId).orElseThrow(),
                years(submissionId),
                enterprises(submissionId, part),
                listed(submissionId, part, WorkbookTables.STANDARDS),
                listed(submissionId, part, WorkbookTables.PATENTS),
                listed(submissionId, part, WorkbookTables.OVERSEAS_BRANCHES),
                listed(submissionId, part, WorkbookTables.SERVICE_PLATFORMS),
                listed(submissionId, part, WorkbookTables.SERVICE_ITEMS),
                listed(submissionId, part, WorkbookTables.CERTIFICATES));
    }

    @Override
    public Optional<ReportingYears> reportingYears(long submissionId) {
        return year(submissionId).map(ReportingYears::ofApplicationIn);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClusterFigures> figures(long submissionId) {
        return basics(submissionId)
                .map(basics -> new ClusterFigures(
                        basics.areaSquareKm(),
                        basics.innovationPlatformCount(),
                        basics.standardCount(),
                        basics.policyCoverageRate(),
                        years(submissionId),
                        enterprises(submissionId, ALL)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WorkbookSummary> summary(long submissionId) {
        return basics(submissionId).map(basics -> {
            List<YearFigures> years = years(submissionId);
            return new WorkbookSummary(ReportingYears.of(years), basics, years, rows(submissionId));
        });
    }

    @Override
    public Map<String, Integer> rows(long submissionId) {
        Map<String, Integer> rows = new HashMap<>();
        jdbc.sql(COUNTS).param("id", submissionId).query(row -> {
            rows.put(row.getString("sheet"), row.getInt("rows"));
        });
        return rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClusterWorkbook> excerpt(long submissionId, int from, int atMost) {
        return year(submissionId).map(year -> workbook(submissionId, year, new Part(from, atMost)));
    }

    @Override
    public Map<CreditCode, String> names(long submissionId, Set<CreditCode> codes) {
        Map<CreditCode, String> names = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql(
                            "select credit_code, name from workbook_enterprise where submission_id = :id and credit_code in (:codes)")
                    .param("id", submissionId)
                    .param("codes", codes.stream().map(CreditCode::value).toList())
                    .query(rs -> {
                        names.put(WorkbookTables.code(rs, "credit_code"), rs.getString("name"));
                    });
        }
        return names;
    }

    @Override
    public Optional<FileNote> fileNote(long submissionId) {
        return jdbc.sql("select file_name, uploaded_by, uploaded_at from workbook_file where submission_id = ?")
                .param(submissionId)
                .query(Rows.of(FileNote.class))
                .optional();
    }

    @Override
    public Map<Long, FileNote> fileNotes(Collection<Long> submissionIds) {
        Map<Long, FileNote> notes = new HashMap<>();
        jdbc.sql("""
                select submission_id, file_name, uploaded_by, uploaded_at
                  from workbook_file where submission_id = any (?)""").param(submissionIds.toArray(Long[]::new)).query(row -> {
            notes.put(row.getLong("submission_id"), Rows.of(FileNote.class).mapRow(row, 0));
        });
        return notes;
    }

    private Optional<Integer> year(long submissionId) {
        return jdbc.sql("select application_year from workbook_file where submission_id = ?")
                .param(submissionId)
                .query(Integer.class)
                .optional();
    }

    @Override
    public StoredWorkbook stored(long submissionId) {
        return new CursorWorkbook(this, batches, submissionId);
    }

    @Override
    @Transactional
    public void delete(long submissionId) {
        jdbc.sql("delete from workbook_file where submission_id = ?")
                .param(submissionId)
                .update();
    }

    private void copyRows(String table, long from, long to) {
        String columns =
                String.join(", ", jdbc.sql("""
                select quote_ident(column_name) from information_schema.columns
                 where table_schema = current_schema() and table_name = ? and column_name <> 'submission_id'
                   and is_generated = 'NEVER'
                 order by ordinal_position""").param(table).query(String.class).list());
        jdbc.sql("insert into " + table + " (submission_id, " + columns + ") select ?, " + columns + " from " + table
                        + " where submission_id = ?")
                .params(to, from)
                .update();
    }

    private <R> void insertListed(long submissionId, ListTable<R> list, ClusterWorkbook data) {
        List<R> records = list.records().apply(data);
        Table<R> table = list.rows();
        List<Integer> positions = IntStream.range(0, records.size()).boxed().toList();
        insert(submissionId, table.name(), "position, " + table.columns(), positions, position -> {
            Object[] row = table.values().apply(records.get(position));
            Object[] listed = new Object[row.length + 1];
            listed[0] = position;
            System.arraycopy(row, 0, listed, 1, row.length);
            return listed;
        });
    }

    private <R> void insert(long submissionId, Table<R> table, List<R> records) {
        insert(submissionId, table.name(), table.columns(), records, table.values());
    }

    private <R> void insert(
            long submissionId, String table, String columns, List<R> records, Function<R, Object[]> values) {
        String marks = columns.replaceAll("[^,]+", "?");
        batches.batchUpdate(
                "insert into " + table + " (submission_id, " + columns + ") values (?, " + marks + ")",
                records,
                1000,
                (statement, record) -> {
                    statement.setLong(1, submissionId);
                    Object[] row = values.apply(record);
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 2, row[i]);
                    }
                });
    }

    private static List<Object[]> titles(List<Enterprise> enterprises) {
        List<Object[]> rows = new ArrayList<>();
        for (Enterprise enterprise : enterprises) {
            for (HeldTitle held : enterprise.titles()) {
                rows.add(WorkbookTables.row(
                        enterprise.creditCode().value(),
                        held.title().name(),
                        held.validFrom(),
                        held.validUntil(),
                        WorkbookTables.name(held.level()),
                        held.certificate()));
            }
        }
        return rows;
    }

    private <R> List<R> listed(long submissionId, Part part, ListTable<R> list) {
        return listed(submissionId, part, list, list.rows().mapper());
    }

    private <R> List<R> listed(long submissionId, Part part, ListTable<R> list, RowMapper<R> mapper) {
        String order = part == ALL ? "" : list.orderedBy() + " collate \"C\", ";
        return jdbc.sql("select * from " + list.rows().name() + " where submission_id = ? order by " + order
                        + "position offset ? limit ?")
                .params(submissionId, part.from(), part.atMost())
                .query(mapper)
                .list();
    }

    @Override
    public Optional<BasicInformation> basics(long submissionId) {
        return jdbc.sql("select * from workbook_basics where submission_id = ?")
                .param(submissionId)
                .query(WorkbookTables.BASICS.mapper())
                .optional();
    }

    @Override
    public List<YearFigures> years(long submissionId) {
        return jdbc.sql("select * from workbook_year where submission_id = ? order by year")
                .param(submissionId)
                .query(WorkbookTables.YEARS.mapper())
                .list();
    }

    private List<Enterprise> enterprises(long submissionId, Part part) {
        Map<String, List<HeldTitle>> titles = new HashMap<>();
        String listed = part == ALL ? "" : """
                 and credit_code in (select credit_code from workbook_enterprise where submission_id = ?
                                      order by credit_code collate "C" offset ? limit ?)""";
        jdbc.sql("select * from workbook_enterprise_title where submission_id = ? " + listed)
                .params(
                        part == ALL
                                ? List.of(submissionId)
                                : List.of(submissionId, submissionId, part.from(), part.atMost()))
                .query(rs -> {
                    titles.computeIfAbsent(rs.getString("credit_code"), code -> new ArrayList<>())
                            .add(new HeldTitle(
                                    EnterpriseTitle.valueOf(rs.getString("title")),
                                    WorkbookTables.day(rs, "valid_from"),
                                    WorkbookTables.day(rs, "valid_until"),
                                    WorkbookTables.option(TitleLevel.class, rs.getString("level")),
                                    rs.getString("certificate")));
                });
        titles.values().forEach(held -> held.sort((a, b) -> a.title().compareTo(b.title())));
        return listed(
                submissionId,
                part,
                WorkbookTables.ENTERPRISES,
                (rs, n) -> WorkbookTables.enterprise(rs, titles.getOrDefault(rs.getString("credit_code"), List.of())));
    }
}

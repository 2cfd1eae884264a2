package org.smecluster.material.persistence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.Certificate;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.smecluster.material.OverseasBranch;
import org.smecluster.material.Patent;
import org.smecluster.material.PatentKind;
import org.smecluster.material.PlatformLevel;
import org.smecluster.material.ServiceItem;
import org.smecluster.material.ServiceKind;
import org.smecluster.material.ServicePlatform;
import org.smecluster.material.Standard;
import org.smecluster.material.StandardLevel;
import org.smecluster.material.StandardWork;
import org.smecluster.material.StoredWorkbook;
import org.smecluster.material.WorkbookSummary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcClusterWorkbooks implements ClusterWorkbooks {

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

    private static final Map<String, String> LISTS = Map.of(
            "企业名单", "workbook_enterprise",
            "标准清单", "workbook_standard",
            "专利清单", "workbook_patent",
            "境外机构", "workbook_overseas_branch",
            "服务平台", "workbook_service_platform",
            "服务清单", "workbook_service_item",
            "证明事项", "workbook_certificate");

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
    public void replace(long submissionId, ClusterWorkbook data, byte[] file, String fileName, String uploadedBy) {
        delete(submissionId);
        jdbc.sql("""
                insert into workbook_file
                    (submission_id, application_year, file_name, content, sha256, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        submissionId,
                        data.applicationYear(),
                        fileName,
                        file,
                        sha256(file),
                        uploadedBy,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        insert(submissionId, data);
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
        insertBasics(submissionId, data.basics());
        insert(
                submissionId,
                "workbook_year",
                """
                year, total_output, sme_output, leading_industry_output, sme_rd_expense, sme_invention_patents,
                employees, enterprises, enterprises_on_platform, industrial_software_usage, co2_emissions,
                emission_intensity, exports""",
                data.years(),
                year -> row(
                        year.year(),
                        year.totalOutput(),
                        year.smeOutput(),
                        year.leadingIndustryOutput(),
                        year.smeRdExpense(),
                        year.smeInventionPatents(),
                        year.employees(),
                        year.enterprises(),
                        year.enterprisesOnPlatform(),
                        year.industrialSoftwareUsage(),
                        year.co2Emissions(),
                        year.emissionIntensity(),
                        year.exports()));
        insertListed(
                submissionId,
                "workbook_enterprise",
                "credit_code, name, size, leading_industry",
                data.enterprises(),
                enterprise -> row(
                        enterprise.creditCode().value(),
                        enterprise.name(),
                        enterprise.size().name(),
                        enterprise.leadingIndustry()));
        insert(
                submissionId,
                "workbook_enterprise_title",
                "credit_code, title, valid_from, valid_until",
                titles(data.enterprises()),
                Function.identity());
        insertListed(
                submissionId,
                "workbook_standard",
                "number, name, level, work, enterprise, drafter_rank, issued_on",
                data.standards(),
                standard -> row(
                        standard.number(),
                        standard.name(),
                        standard.level().name(),
                        standard.work().name(),
                        standard.enterprise().value(),
                        standard.drafterRank(),
                        standard.issuedOn()));
        insertListed(
                submissionId,
                "workbook_patent",
                "name, kind, number, owner, granted_on, valid_until",
                data.patents(),
                patent -> row(
                        patent.name(),
                        patent.kind().name(),
                        patent.number(),
                        patent.owner().value(),
                        patent.grantedOn(),
                        patent.validUntil()));
        insertListed(
                submissionId,
                "workbook_overseas_branch",
                "name, country, founder, founded_on, business, licence",
                data.overseasBranches(),
                branch -> row(
                        branch.name(),
                        branch.country(),
                        branch.founder(),
                        branch.foundedOn(),
                        branch.business(),
                        branch.licence()));
        insertListed(
                submissionId,
                "workbook_service_platform",
                "name, level, operator, recognised_by, document_number, recognised_on",
                data.servicePlatforms(),
                platform -> row(
                        platform.name(),
                        platform.level().name(),
                        platform.operator(),
                        platform.recognisedBy(),
                        platform.documentNumber(),
                        platform.recognisedOn()));
        insertListed(
                submissionId,
                "workbook_service_item",
                "name, kind, provider, enterprises_served, given_on, contract_number",
                data.serviceItems(),
                item -> row(
                        item.name(),
                        item.kind().name(),
                        item.provider(),
                        item.enterprisesServed(),
                        item.givenOn(),
                        item.contractNumber()));
        insertListed(
                submissionId,
                "workbook_certificate",
                "subject, condition, issuer, document_number, issued_on",
                data.certificates(),
                certificate -> row(
                        certificate.subject(),
                        certificate.condition(),
                        certificate.issuer(),
                        certificate.documentNumber(),
                        certificate.issuedOn()));
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
                basics(submissionId),
                years(submissionId),
                enterprises(submissionId, part),
                standards(submissionId, part),
                patents(submissionId, part),
                overseasBranches(submissionId, part),
                servicePlatforms(submissionId, part),
                serviceItems(submissionId, part),
                certificates(submissionId, part));
    }

    @Override
    public boolean exists(long submissionId) {
        return year(submissionId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClusterFigures> figures(long submissionId) {
        return year(submissionId).map(year -> {
            BasicInformation basics = basics(submissionId);
            return new ClusterFigures(
                    basics.areaSquareKm(),
                    basics.innovationPlatformCount(),
                    basics.standardCount(),
                    basics.policyCoverageRate(),
                    years(submissionId),
                    enterprises(submissionId, ALL));
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WorkbookSummary> summary(long submissionId) {
        return year(submissionId).map(year -> {
            Map<String, Integer> rows = new HashMap<>();
            LISTS.forEach((sheet, table) -> rows.put(
                    sheet,
                    jdbc.sql("select count(*) from " + table + " where submission_id = ?")
                            .param(submissionId)
                            .query(Integer.class)
                            .single()));
            return new WorkbookSummary(
                    ReportingYears.ofApplicationIn(year), basics(submissionId), years(submissionId), rows);
        });
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
                        names.put(code(rs, "credit_code"), rs.getString("name"));
                    });
        }
        return names;
    }

    @Override
    public Optional<FileNote> fileNote(long submissionId) {
        return jdbc.sql("select file_name, uploaded_by, uploaded_at from workbook_file where submission_id = ?")
                .param(submissionId)
                .query((rs, n) -> new FileNote(
                        rs.getString("file_name"),
                        rs.getString("uploaded_by"),
                        rs.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public Map<Long, FileNote> fileNotes(Collection<Long> submissionIds) {
        Map<Long, FileNote> notes = new HashMap<>();
        jdbc.sql("""
                select submission_id, file_name, uploaded_by, uploaded_at
                  from workbook_file where submission_id = any (?)""").param(submissionIds.toArray(Long[]::new)).query(row -> {
            notes.put(
                    row.getLong("submission_id"),
                    new FileNote(
                            row.getString("file_name"),
                            row.getString("uploaded_by"),
                            row.getObject("uploaded_at", OffsetDateTime.class).toInstant()));
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
        return new Stored(submissionId);
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
                 order by ordinal_position""").param(table).query(String.class).list());
        jdbc.sql("insert into " + table + " (submission_id, " + columns + ") select ?, " + columns + " from " + table
                        + " where submission_id = ?")
                .params(to, from)
                .update();
    }

    private void insertBasics(long submissionId, BasicInformation basics) {
        insert(
                submissionId,
                "workbook_basics",
                """
                cluster_name, leading_industry, counties, area_square_km, boundaries, operator, operator_code,
                innovation_platform_count, innovation_platforms, standard_count, policy_coverage_rate, contact_name,
                contact_phone, introduction""",
                List.of(basics),
                b -> row(
                        b.clusterName(),
                        b.leadingIndustry(),
                        b.counties(),
                        b.areaSquareKm(),
                        b.boundaries(),
                        b.operator(),
                        b.operatorCode() == null ? null : b.operatorCode().value(),
                        b.innovationPlatformCount(),
                        b.innovationPlatforms().toArray(String[]::new),
                        b.standardCount(),
                        b.policyCoverageRate(),
                        b.contactName(),
                        b.contactPhone(),
                        b.introduction()));
    }

    private <R> void insertListed(
            long submissionId, String table, String columns, List<R> records, Function<R, Object[]> values) {
        List<Integer> positions = IntStream.range(0, records.size()).boxed().toList();
        insert(submissionId, table, "position, " + columns, positions, position -> {
            Object[] row = values.apply(records.get(position));
            Object[] listed = new Object[row.length + 1];
            listed[0] = position;
            System.arraycopy(row, 0, listed, 1, row.length);
            return listed;
        });
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

    private static Object[] row(Object... values) {
        return values;
    }

    private static List<Object[]> titles(List<Enterprise> enterprises) {
        List<Object[]> rows = new ArrayList<>();
        for (Enterprise enterprise : enterprises) {
            for (HeldTitle held : enterprise.titles()) {
                rows.add(
                        row(enterprise.creditCode().value(), held.title().name(), held.validFrom(), held.validUntil()));
            }
        }
        return rows;
    }

    /**
     * @param first the column that a part is ordered by; a whole list is in the order of the sheet
     */
    private <R> List<R> listed(long submissionId, Part part, String table, String first, RowMapper<R> mapper) {
        String order = part == ALL ? "" : first + " collate \"C\", ";
        return jdbc.sql("select * from " + table + " where submission_id = ? order by " + order
                        + "position offset ? limit ?")
                .params(submissionId, part.from(), part.atMost())
                .query(mapper)
                .list();
    }

    BasicInformation basics(long submissionId) {
        return jdbc.sql("select * from workbook_basics where submission_id = ?")
                .param(submissionId)
                .query((rs, n) -> new BasicInformation(
                        rs.getString("cluster_name"),
                        rs.getString("leading_industry"),
                        rs.getString("counties"),
                        rs.getBigDecimal("area_square_km"),
                        rs.getString("boundaries"),
                        rs.getString("operator"),
                        rs.getString("operator_code") == null ? null : new CreditCode(rs.getString("operator_code")),
                        rs.getObject("innovation_platform_count", Integer.class),
                        texts(rs.getArray("innovation_platforms")),
                        rs.getObject("standard_count", Integer.class),
                        rs.getBigDecimal("policy_coverage_rate"),
                        rs.getString("contact_name"),
                        rs.getString("contact_phone"),
                        rs.getString("introduction")))
                .single();
    }

    @Override
    public List<YearFigures> years(long submissionId) {
        return jdbc.sql("select * from workbook_year where submission_id = ? order by year")
                .param(submissionId)
                .query((rs, n) -> new YearFigures(
                        rs.getInt("year"),
                        rs.getBigDecimal("total_output"),
                        rs.getBigDecimal("sme_output"),
                        rs.getBigDecimal("leading_industry_output"),
                        rs.getBigDecimal("sme_rd_expense"),
                        rs.getObject("sme_invention_patents", Long.class),
                        rs.getObject("employees", Long.class),
                        rs.getObject("enterprises", Long.class),
                        rs.getObject("enterprises_on_platform", Long.class),
                        rs.getBigDecimal("industrial_software_usage"),
                        rs.getBigDecimal("co2_emissions"),
                        rs.getBigDecimal("emission_intensity"),
                        rs.getBigDecimal("exports")))
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
                                    day(rs, "valid_from"),
                                    day(rs, "valid_until")));
                });
        titles.values().forEach(held -> held.sort((a, b) -> a.title().compareTo(b.title())));
        return listed(
                submissionId,
                part,
                "workbook_enterprise",
                "credit_code",
                (rs, n) -> enterprise(rs, titles.getOrDefault(rs.getString("credit_code"), List.of())));
    }

    private static Enterprise enterprise(ResultSet rs, List<HeldTitle> titles) throws SQLException {
        return new Enterprise(
                code(rs, "credit_code"),
                rs.getString("name"),
                EnterpriseSize.valueOf(rs.getString("size")),
                rs.getBoolean("leading_industry"),
                titles);
    }

    private List<Standard> standards(long submissionId, Part part) {
        return listed(submissionId, part, "workbook_standard", "number", JdbcClusterWorkbooks::standard);
    }

    private static Standard standard(ResultSet rs, int n) throws SQLException {
        return new Standard(
                rs.getString("number"),
                rs.getString("name"),
                StandardLevel.valueOf(rs.getString("level")),
                StandardWork.valueOf(rs.getString("work")),
                code(rs, "enterprise"),
                rs.getInt("drafter_rank"),
                day(rs, "issued_on"));
    }

    private List<Patent> patents(long submissionId, Part part) {
        return listed(submissionId, part, "workbook_patent", "number", JdbcClusterWorkbooks::patent);
    }

    private static Patent patent(ResultSet rs, int n) throws SQLException {
        return new Patent(
                rs.getString("name"),
                PatentKind.valueOf(rs.getString("kind")),
                rs.getString("number"),
                code(rs, "owner"),
                day(rs, "granted_on"),
                day(rs, "valid_until"));
    }

    private List<OverseasBranch> overseasBranches(long submissionId, Part part) {
        return listed(submissionId, part, "workbook_overseas_branch", "name", JdbcClusterWorkbooks::overseasBranch);
    }

    private static OverseasBranch overseasBranch(ResultSet rs, int n) throws SQLException {
        return new OverseasBranch(
                rs.getString("name"),
                rs.getString("country"),
                rs.getString("founder"),
                day(rs, "founded_on"),
                rs.getString("business"),
                rs.getString("licence"));
    }

    private List<ServicePlatform> servicePlatforms(long submissionId, Part part) {
        return listed(submissionId, part, "workbook_service_platform", "name", JdbcClusterWorkbooks::servicePlatform);
    }

    private static ServicePlatform servicePlatform(ResultSet rs, int n) throws SQLException {
        return new ServicePlatform(
                rs.getString("name"),
                PlatformLevel.valueOf(rs.getString("level")),
                rs.getString("operator"),
                rs.getString("recognised_by"),
                rs.getString("document_number"),
                day(rs, "recognised_on"));
    }

    private List<ServiceItem> serviceItems(long submissionId, Part part) {
        return listed(submissionId, part, "workbook_service_item", "name", JdbcClusterWorkbooks::serviceItem);
    }

    private static ServiceItem serviceItem(ResultSet rs, int n) throws SQLException {
        return new ServiceItem(
                rs.getString("name"),
                ServiceKind.valueOf(rs.getString("kind")),
                rs.getString("provider"),
                rs.getInt("enterprises_served"),
                day(rs, "given_on"),
                rs.getString("contract_number"));
    }

    private List<Certificate> certificates(long submissionId, Part part) {
        return listed(submissionId, part, "workbook_certificate", "subject", JdbcClusterWorkbooks::certificate);
    }

    private static Certificate certificate(ResultSet rs, int n) throws SQLException {
        return new Certificate(
                rs.getString("subject"),
                rs.getString("condition"),
                rs.getString("issuer"),
                rs.getString("document_number"),
                day(rs, "issued_on"));
    }

    /** Read through a cursor, for which the driver wants a transaction and a fetch size. */
    private final class Stored implements StoredWorkbook {

        private final long submissionId;

        private Stored(long submissionId) {
            this.submissionId = submissionId;
        }

        @Override
        public BasicInformation basics() {
            return JdbcClusterWorkbooks.this.basics(submissionId);
        }

        @Override
        public List<YearFigures> years() {
            return JdbcClusterWorkbooks.this.years(submissionId);
        }

        @Override
        public void enterprises(Consumer<Enterprise> row) {
            each("""
                    select e.*, t.titles, t.valid_from, t.valid_until
                      from workbook_enterprise e
                      left join lateral (
                            select array_agg(title) as titles, array_agg(valid_from) as valid_from,
                                   array_agg(valid_until) as valid_until
                              from workbook_enterprise_title held
                             where held.submission_id = e.submission_id and held.credit_code = e.credit_code) t on true
                     where e.submission_id = ? order by e.position""", (rs, n) -> enterprise(rs, held(rs)), row);
        }

        private static List<HeldTitle> held(ResultSet rs) throws SQLException {
            Array titles = rs.getArray("titles");
            if (titles == null) {
                return List.of();
            }
            String[] names = (String[]) titles.getArray();
            Date[] from = (Date[]) rs.getArray("valid_from").getArray();
            Date[] until = (Date[]) rs.getArray("valid_until").getArray();
            return IntStream.range(0, names.length)
                    .mapToObj(i -> new HeldTitle(
                            EnterpriseTitle.valueOf(names[i]),
                            from[i] == null ? null : from[i].toLocalDate(),
                            until[i] == null ? null : until[i].toLocalDate()))
                    .sorted(Comparator.comparing(HeldTitle::title))
                    .toList();
        }

        @Override
        public void standards(Consumer<Standard> row) {
            listed("workbook_standard", JdbcClusterWorkbooks::standard, row);
        }

        @Override
        public void patents(Consumer<Patent> row) {
            listed("workbook_patent", JdbcClusterWorkbooks::patent, row);
        }

        @Override
        public void overseasBranches(Consumer<OverseasBranch> row) {
            listed("workbook_overseas_branch", JdbcClusterWorkbooks::overseasBranch, row);
        }

        @Override
        public void servicePlatforms(Consumer<ServicePlatform> row) {
            listed("workbook_service_platform", JdbcClusterWorkbooks::servicePlatform, row);
        }

        @Override
        public void serviceItems(Consumer<ServiceItem> row) {
            listed("workbook_service_item", JdbcClusterWorkbooks::serviceItem, row);
        }

        @Override
        public void certificates(Consumer<Certificate> row) {
            listed("workbook_certificate", JdbcClusterWorkbooks::certificate, row);
        }

        private <R> void listed(String table, RowMapper<R> mapper, Consumer<R> row) {
            each("select * from " + table + " where submission_id = ? order by position", mapper, row);
        }

        private <R> void each(String select, RowMapper<R> mapper, Consumer<R> row) {
            batches.query(
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

    private static LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    private static CreditCode code(ResultSet rs, String column) throws SQLException {
        return new CreditCode(rs.getString(column));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

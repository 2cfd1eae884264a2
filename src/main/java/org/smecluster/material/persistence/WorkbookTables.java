package org.smecluster.material.persistence;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.Certificate;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.OverseasBranch;
import org.smecluster.material.Patent;
import org.smecluster.material.PatentKind;
import org.smecluster.material.PatentStatus;
import org.smecluster.material.PlatformLevel;
import org.smecluster.material.ServiceItem;
import org.smecluster.material.ServiceKind;
import org.smecluster.material.ServicePlatform;
import org.smecluster.material.Standard;
import org.smecluster.material.StandardLevel;
import org.smecluster.material.StandardRole;
import org.smecluster.material.StandardWork;
import org.springframework.jdbc.core.RowMapper;

/** Where the sheets of a workbook are stored: how each record is written and how it is read. */
final class WorkbookTables {

    private WorkbookTables() {}

    /**
     * @param columns those of the record, separated by commas; {@code submission_id} stands before them
     * @param values in the order of the columns
     */
    record Table<R>(String name, String columns, Function<R, Object[]> values, RowMapper<R> mapper) {}

    /**
     * A sheet with a row for each record; the table has a column {@code position}.
     *
     * @param orderedBy the column that a part of the list is ordered by; a whole list is in the order of the sheet
     */
    record ListTable<R>(String sheet, Function<ClusterWorkbook, List<R>> records, String orderedBy, Table<R> rows) {}

    static final Table<BasicInformation> BASICS = new Table<>(
            "workbook_basics",
            """
            cluster_name, leading_industry, counties, area_square_km, boundaries, operator, operator_code,
            innovation_platform_count, innovation_platforms, standard_count, policy_coverage_rate, contact_name,
            contact_phone, introduction""",
            basics -> row(
                    basics.clusterName(),
                    basics.leadingIndustry(),
                    basics.counties(),
                    basics.areaSquareKm(),
                    basics.boundaries(),
                    basics.operator(),
                    basics.operatorCode() == null ? null : basics.operatorCode().value(),
                    basics.innovationPlatformCount(),
                    basics.innovationPlatforms().toArray(String[]::new),
                    basics.standardCount(),
                    basics.policyCoverageRate(),
                    basics.contactName(),
                    basics.contactPhone(),
                    basics.introduction()),
            (rs, n) -> new BasicInformation(
                    rs.getString("cluster_name"),
                    rs.getString("leading_industry"),
                    rs.getString("counties"),
                    rs.getBigDecimal("area_square_km"),
                    rs.getString("boundaries"),
                    rs.getString("operator"),
                    rs.getString("operator_code") == null ? null : code(rs, "operator_code"),
                    rs.getObject("innovation_platform_count", Integer.class),
                    texts(rs.getArray("innovation_platforms")),
                    rs.getObject("standard_count", Integer.class),
                    rs.getBigDecimal("policy_coverage_rate"),
                    rs.getString("contact_name"),
                    rs.getString("contact_phone"),
                    rs.getString("introduction")));

    static final Table<YearFigures> YEARS = new Table<>(
            "workbook_year",
            "year, " + Stream.of(Figure.values()).map(Figure::column).collect(Collectors.joining(", ")),
            year -> Stream.concat(
                            Stream.of(year.year()), Stream.of(Figure.values()).map(year::get))
                    .toArray(),
            (rs, n) -> yearFigures(rs));

    /** The titles are in a table of their own. */
    static final ListTable<Enterprise> ENTERPRISES = new ListTable<>(
            "企业名单",
            ClusterWorkbook::enterprises,
            "credit_code",
            new Table<>(
                    "workbook_enterprise",
                    "credit_code, name, size, leading_industry, size_reason",
                    enterprise -> row(
                            enterprise.creditCode().value(),
                            enterprise.name(),
                            enterprise.size().name(),
                            enterprise.leadingIndustry(),
                            enterprise.sizeReason()),
                    (rs, n) -> enterprise(rs, List.of())));

    static final ListTable<Standard> STANDARDS = new ListTable<>(
            "标准清单",
            ClusterWorkbook::standards,
            "number",
            new Table<>(
                    "workbook_standard",
                    "number, name, level, work, enterprise, drafter_rank, issued_on, role",
                    standard -> row(
                            standard.number(),
                            standard.name(),
                            standard.level().name(),
                            standard.work().name(),
                            standard.enterprise().value(),
                            standard.drafterRank(),
                            standard.issuedOn(),
                            name(standard.role())),
                    (rs, n) -> new Standard(
                            rs.getString("number"),
                            rs.getString("name"),
                            StandardLevel.valueOf(rs.getString("level")),
                            StandardWork.valueOf(rs.getString("work")),
                            code(rs, "enterprise"),
                            rs.getInt("drafter_rank"),
                            day(rs, "issued_on"),
                            option(StandardRole.class, rs.getString("role")))));

    static final ListTable<Patent> PATENTS = new ListTable<>(
            "专利清单",
            ClusterWorkbook::patents,
            "number",
            new Table<>(
                    "workbook_patent",
                    "name, kind, number, owner, granted_on, valid_until, status",
                    patent -> row(
                            patent.name(),
                            patent.kind().name(),
                            patent.number(),
                            patent.owner().value(),
                            patent.grantedOn(),
                            patent.validUntil(),
                            name(patent.status())),
                    (rs, n) -> new Patent(
                            rs.getString("name"),
                            PatentKind.valueOf(rs.getString("kind")),
                            rs.getString("number"),
                            code(rs, "owner"),
                            day(rs, "granted_on"),
                            day(rs, "valid_until"),
                            option(PatentStatus.class, rs.getString("status")))));

    static final ListTable<OverseasBranch> OVERSEAS_BRANCHES = new ListTable<>(
            "境外机构",
            ClusterWorkbook::overseasBranches,
            "name",
            new Table<>(
                    "workbook_overseas_branch",
                    "name, country, founder, founded_on, business, licence",
                    branch -> row(
                            branch.name(),
                            branch.country(),
                            branch.founder(),
                            branch.foundedOn(),
                            branch.business(),
                            branch.licence()),
                    (rs, n) -> new OverseasBranch(
                            rs.getString("name"),
                            rs.getString("country"),
                            rs.getString("founder"),
                            day(rs, "founded_on"),
                            rs.getString("business"),
                            rs.getString("licence"))));

    static final ListTable<ServicePlatform> SERVICE_PLATFORMS = new ListTable<>(
            "服务平台",
            ClusterWorkbook::servicePlatforms,
            "name",
            new Table<>(
                    "workbook_service_platform",
                    "name, level, operator, recognised_by, document_number, recognised_on",
                    platform -> row(
                            platform.name(),
                            platform.level().name(),
                            platform.operator(),
                            platform.recognisedBy(),
                            platform.documentNumber(),
                            platform.recognisedOn()),
                    (rs, n) -> new ServicePlatform(
                            rs.getString("name"),
                            PlatformLevel.valueOf(rs.getString("level")),
                            rs.getString("operator"),
                            rs.getString("recognised_by"),
                            rs.getString("document_number"),
                            day(rs, "recognised_on"))));

    static final ListTable<ServiceItem> SERVICE_ITEMS = new ListTable<>(
            "服务清单",
            ClusterWorkbook::serviceItems,
            "name",
            new Table<>(
                    "workbook_service_item",
                    "name, kind, provider, enterprises_served, given_on, contract_number",
                    item -> row(
                            item.name(),
                            item.kind().name(),
                            item.provider(),
                            item.enterprisesServed(),
                            item.givenOn(),
                            item.contractNumber()),
                    (rs, n) -> new ServiceItem(
                            rs.getString("name"),
                            ServiceKind.valueOf(rs.getString("kind")),
                            rs.getString("provider"),
                            rs.getInt("enterprises_served"),
                            day(rs, "given_on"),
                            rs.getString("contract_number"))));

    static final ListTable<Certificate> CERTIFICATES = new ListTable<>(
            "证明事项",
            ClusterWorkbook::certificates,
            "subject",
            new Table<>(
                    "workbook_certificate",
                    "subject, condition, issuer, document_number, issued_on",
                    certificate -> row(
                            certificate.subject(),
                            certificate.condition(),
                            certificate.issuer(),
                            certificate.documentNumber(),
                            certificate.issuedOn()),
                    (rs, n) -> new Certificate(
                            rs.getString("subject"),
                            rs.getString("condition"),
                            rs.getString("issuer"),
                            rs.getString("document_number"),
                            day(rs, "issued_on"))));

    static final List<ListTable<?>> LISTS =
            List.of(ENTERPRISES, STANDARDS, PATENTS, OVERSEAS_BRANCHES, SERVICE_PLATFORMS, SERVICE_ITEMS, CERTIFICATES);

    static Enterprise enterprise(ResultSet rs, List<HeldTitle> titles) throws SQLException {
        return new Enterprise(
                code(rs, "credit_code"),
                rs.getString("name"),
                EnterpriseSize.valueOf(rs.getString("size")),
                rs.getBoolean("leading_industry"),
                titles,
                rs.getString("size_reason"));
    }

    private static YearFigures yearFigures(ResultSet rs) throws SQLException {
        Map<Figure, BigDecimal> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            values.put(figure, rs.getBigDecimal(figure.column()));
        }
        return new YearFigures(rs.getInt("year"), values);
    }

    static String name(Enum<?> option) {
        return option == null ? null : option.name();
    }

    static <E extends Enum<E>> E option(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    static Object[] row(Object... values) {
        return values;
    }

    static LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    static CreditCode code(ResultSet rs, String column) throws SQLException {
        return new CreditCode(rs.getString(column));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

package org.smecluster.material;

import static org.smecluster.material.Field.Need.EXPECTED;
import static org.smecluster.material.Field.Need.NOTED;
import static org.smecluster.material.Field.Need.OPTIONAL;
import static org.smecluster.material.Field.Need.REQUIRED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.Figure.Measure;
import org.smecluster.indicator.TitleLevel;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.Article;
import org.smecluster.material.Field.Need;
import org.smecluster.material.ListSheet.Column;

/**
 * The sheets and fields of the workbook, once for the template and the reader.
 *
 * <p>Every sheet has its title in row 1, notes in row 2, heads in row 3 and data from row 4 on. 基本情况 has its values
 * in column C; 年度数据 in columns D to F, one a year.
 */
final class Layout {

    static final String TEMPLATE_NUMBER = "NXJQ-SB";
    /** Raised whenever a sheet or field changes, so that a workbook of the older layout is recognised. */
    static final String TEMPLATE_VERSION = "3";

    static final String GUIDE = "说明";
    static final String BASICS = "基本情况";
    static final String FIGURES = "年度数据";

    static final int TITLE_ROW = 1;
    static final int NOTE_ROW = 2;
    static final int HEADER_ROW = 3;
    static final int FIRST_ROW = 4;
    /** The longest list that is read. */
    static final int LAST_ROW = 200_003;

    /** Index of the column with the values of 基本情况. */
    static final int BASICS_VALUE = 2;
    /** Index of the column with the first year of 年度数据. */
    static final int FIRST_YEAR = 3;

    // 基本情况

    static final Field<String> CLUSTER_NAME =
            new Field<>("集群名称", null, CellType.text(60), REQUIRED, "地域＋主导产业＋“产业集群”，与申报表一致", cite(13, 2));
    static final Field<String> LEADING_INDUSTRY =
            new Field<>("主导产业", null, CellType.text(60), REQUIRED, "细分领域名称，如“精细化工”", cite(11, 1));
    static final Field<String> COUNTIES =
            new Field<>("所在县（市、区）", null, CellType.text(100), REQUIRED, "跨县的全部列出，产值比例最大的写在最前", cite(12, 1));
    static final Field<BigDecimal> AREA = new Field<>(
            "占地面积",
            "平方公里",
            CellType.amount(new BigDecimal("5000"), "单位为平方公里，请核对是否误按亩或公顷填写"),
            EXPECTED,
            "集群四至范围内的面积",
            cite(11, 1));
    static final Field<String> BOUNDARIES =
            new Field<>("四至范围", null, CellType.lines(500), REQUIRED, "东、西、南、北四至，与规划图一致", cite(2, 0));
    static final Field<String> OPERATOR =
            new Field<>("运营管理机构名称", null, CellType.text(100), OPTIONAL, "管委会或市场化运营管理机构；没有的不填", cite(11, 8));
    static final Field<CreditCode> OPERATOR_CODE =
            new Field<>("运营管理机构统一社会信用代码", null, CellType.creditCode(), OPTIONAL, "18位", cite(11, 8));
    static final Field<BigDecimal> PLATFORM_COUNT =
            new Field<>("创新平台数量", "个", CellType.count(0, 10_000), EXPECTED, "集群内已建成的各类创新平台；没有的填0", cite(11, 4));
    static final Field<String> PLATFORM_NAMES =
            new Field<>("创新平台名称", null, CellType.lines(2000), OPTIONAL, "逐个列出，用顿号隔开，个数与上一项一致", cite(11, 4));
    static final Field<BigDecimal> STANDARD_COUNT = new Field<>(
            "近三年主持或参与制（修）订标准数", "项", CellType.count(0, 10_000), EXPECTED, "同一标准只计一次，以“标准清单”为准；没有的填0", cite(11, 4));
    static final Field<BigDecimal> POLICY_COVERAGE =
            new Field<>("惠企政策宣贯覆盖率", "%", CellType.coverage(), EXPECTED, "已宣贯到的企业占集群全部企业的比例，全覆盖填100", cite(11, 8));
    static final Field<String> CONTACT = new Field<>("联系人", null, CellType.text(30), REQUIRED, "填报人姓名", cite(13, 2));
    static final Field<String> PHONE = new Field<>("联系电话", null, CellType.text(30), REQUIRED, "区号-号码或手机号", cite(13, 2));
    static final Field<String> INTRODUCTION =
            new Field<>("集群简介", null, CellType.lines(2000), OPTIONAL, "发展历程、产业特色、品牌知名度，2000字以内", cite(11, 1));

    static final List<Field<?>> BASIC_FIELDS = List.of(
            CLUSTER_NAME,
            LEADING_INDUSTRY,
            COUNTIES,
            AREA,
            BOUNDARIES,
            OPERATOR,
            OPERATOR_CODE,
            PLATFORM_COUNT,
            PLATFORM_NAMES,
            STANDARD_COUNT,
            POLICY_COVERAGE,
            CONTACT,
            PHONE,
            INTRODUCTION);

    // 年度数据

    private static final Pattern NUMBERING = Pattern.compile("^[(（]?(\\d{1,3})[)）.．]\\s*(?=\\D)");

    /** Commas, strokes, numbers before each, spaces. */
    private static final List<String> OTHER_PARTINGS = List.of(
            "[、；;\\n，,]",
            "[、；;\\n，,/|｜\\t]",
            "[、；;\\n，,\\s]*(?<!\\d)[(（]?\\d{1,3}[)）.．、]\\s*(?=\\D)",
            "[、；;\\n，,/|｜\\s]+");

    private static final Map<Figure, Field<BigDecimal>> BY_FIGURE = figureFields();

    static final List<Field<?>> YEAR_FIELDS = List.copyOf(BY_FIGURE.values());

    // 企业名单

    static final Field<CreditCode> CODE =
            new Field<>("统一社会信用代码", null, CellType.creditCode(), REQUIRED, "18位，末位为校验位；一家企业只占一行", cite(13, 4));
    static final Field<String> ENTERPRISE_NAME =
            new Field<>("企业名称", null, CellType.text(100), REQUIRED, "与营业执照一致", cite(13, 4));
    static final Field<EnterpriseSize> SIZE = new Field<>(
            "企业规模",
            null,
            CellType.choice(List.of(EnterpriseSize.values()), EnterpriseSize::label),
            REQUIRED,
            "按中小企业划型标准",
            cite(11, 1));
    static final Field<Boolean> LEADING =
            new Field<>("主导产业企业", null, CellType.yesNo(), REQUIRED, "主营业务属于集群主导产业的选“是”", cite(11, 2));
    static final Map<EnterpriseTitle, Field<LocalDate>> TITLE_FROM = titleDates("有效期起");
    static final Map<EnterpriseTitle, Field<LocalDate>> TITLE_UNTIL = titleDates("有效期止");
    static final Map<EnterpriseTitle, Field<TitleLevel>> TITLE_LEVEL =
            ofTitles("级别", CellType.choice(List.of(TitleLevel.values()), TitleLevel::label), "认定的级别，从下拉列表选择");
    static final Map<EnterpriseTitle, Field<String>> TITLE_CERTIFICATE =
            ofTitles("批次或证书号", CellType.text(60), "认定文件的批次，或证书编号");
    static final Field<String> SIZE_REASON =
            new Field<>("规模说明", null, CellType.text(200), OPTIONAL, "规模为大型而有中小企业称号的，写明原因，如认定后成长为大型企业", cite(13, 4));

    static final ListSheet<Enterprise> ENTERPRISE_LIST = new ListSheet<>(
            "企业名单",
            "集群内企业，重点企业（有称号的）必须列出；每个称号填有效期起止、级别、批次或证书号，没有该称号的都不填",
            cite(13, 4),
            enterpriseColumns(),
            Layout::enterprise);

    // 标准清单

    static final Field<String> STANDARD_NUMBER =
            new Field<>("标准号", null, CellType.text(60), REQUIRED, "如GB/T 00000-2024", cite(13, 6));
    static final Field<String> STANDARD_NAME =
            new Field<>("标准名称", null, CellType.text(200), REQUIRED, "全称", cite(13, 6));
    static final Field<StandardLevel> STANDARD_LEVEL =
            new Field<>("标准级别", null, CellType.choice(StandardLevel.values()), REQUIRED, "从下拉列表选择", cite(13, 6));
    static final Field<StandardWork> STANDARD_WORK =
            new Field<>("制定或修订", null, CellType.choice(StandardWork.values()), REQUIRED, "从下拉列表选择", cite(13, 6));
    static final Field<CreditCode> STANDARD_ENTERPRISE =
            new Field<>("参与企业统一社会信用代码", null, CellType.creditCode(), REQUIRED, "须已列入“企业名单”；多家参与的每家一行", cite(13, 6));
    static final Field<BigDecimal> DRAFTER_RANK =
            new Field<>("起草单位排名", null, CellType.count(1, 500), REQUIRED, "前三位为主持，其余为参与", cite(13, 6));
    static final Field<LocalDate> ISSUED_ON =
            new Field<>("发布日期", null, CellType.date(), REQUIRED, "近三年内发布的才计入", cite(13, 6));
    static final Field<StandardRole> STANDARD_ROLE = new Field<>(
            "主持或参与", null, CellType.choice(StandardRole.values()), REQUIRED, "起草单位排名前三位为主持，从下拉列表选择", cite(13, 6));

    static final ListSheet<Standard> STANDARD_LIST = new ListSheet<>(
            "标准清单",
            "集群内中小企业近三年主持（起草单位排名前三位）或参与制（修）订的标准",
            cite(13, 6),
            List.of(
                    new Column<>(STANDARD_NUMBER, Standard::number),
                    new Column<>(STANDARD_NAME, Standard::name),
                    new Column<>(STANDARD_LEVEL, Standard::level),
                    new Column<>(STANDARD_WORK, Standard::work),
                    new Column<>(STANDARD_ENTERPRISE, Standard::enterprise),
                    new Column<>(DRAFTER_RANK, standard -> BigDecimal.valueOf(standard.drafterRank())),
                    new Column<>(ISSUED_ON, Standard::issuedOn),
                    new Column<>(STANDARD_ROLE, Standard::role)),
            row -> new Standard(
                    row.get(STANDARD_NUMBER),
                    row.get(STANDARD_NAME),
                    row.get(STANDARD_LEVEL),
                    row.get(STANDARD_WORK),
                    row.get(STANDARD_ENTERPRISE),
                    row.integer(DRAFTER_RANK),
                    row.get(ISSUED_ON),
                    row.get(STANDARD_ROLE)));

    // 专利清单

    static final Field<String> PATENT_NAME =
            new Field<>("名称", null, CellType.text(200), REQUIRED, "与证书一致", cite(13, 7));
    static final Field<PatentKind> PATENT_KIND =
            new Field<>("种类", null, CellType.choice(PatentKind.values()), REQUIRED, "从下拉列表选择；其他的在名称中写明种类", cite(13, 7));
    static final Field<String> PATENT_NUMBER =
            new Field<>("授权号（证书号）", null, CellType.text(60), REQUIRED, "同一种类内不得重复", cite(13, 7));
    static final Field<CreditCode> PATENT_OWNER =
            new Field<>("权利人统一社会信用代码", null, CellType.creditCode(), REQUIRED, "须已列入“企业名单”；共有的只填一家", cite(13, 7));
    static final Field<LocalDate> GRANTED_ON =
            new Field<>("授权日期", null, CellType.date(), REQUIRED, "授权公告日", cite(13, 7));
    static final Field<LocalDate> PATENT_UNTIL =
            new Field<>("有效期止", null, CellType.date(), OPTIONAL, "没有期限的不填", cite(13, 7));
    static final Field<PatentStatus> PATENT_STATUS =
            new Field<>("法律状态", null, CellType.choice(PatentStatus.values()), REQUIRED, "填报时的状态，有效的才计入", cite(13, 7));

    static final ListSheet<Patent> PATENT_LIST = new ListSheet<>(
            "专利清单",
            "集群内中小企业的有效发明专利，包括发明专利、国防专利、植物新品种、国家级农作物品种、国家新药、国家一级中药保护品种、集成电路布图设计专有权等",
            cite(13, 7),
            List.of(
                    new Column<>(PATENT_NAME, Patent::name),
                    new Column<>(PATENT_KIND, Patent::kind),
                    new Column<>(PATENT_NUMBER, Patent::number),
                    new Column<>(PATENT_OWNER, Patent::owner),
                    new Column<>(GRANTED_ON, Patent::grantedOn),
                    new Column<>(PATENT_UNTIL, Patent::validUntil),
                    new Column<>(PATENT_STATUS, Patent::status)),
            row -> new Patent(
                    row.get(PATENT_NAME),
                    row.get(PATENT_KIND),
                    row.get(PATENT_NUMBER),
                    row.get(PATENT_OWNER),
                    row.get(GRANTED_ON),
                    row.get(PATENT_UNTIL),
                    row.get(PATENT_STATUS)));

    // 境外机构

    static final Field<String> BRANCH_NAME =
            new Field<>("机构名称", null, CellType.text(200), REQUIRED, "与登记文件一致", cite(13, 8));
    static final Field<String> COUNTRY =
            new Field<>("所在国家（地区）", null, CellType.text(60), REQUIRED, "境外国家或地区", cite(13, 8));
    static final Field<String> FOUNDER =
            new Field<>("设立主体", null, CellType.text(100), REQUIRED, "集群运营管理机构或集群内企业", cite(13, 8));
    static final Field<LocalDate> FOUNDED_ON =
            new Field<>("设立日期", null, CellType.date(), REQUIRED, "登记日期", cite(13, 8));
    static final Field<String> BUSINESS =
            new Field<>("主要业务", null, CellType.text(200), REQUIRED, "如销售、研发、仓储", cite(13, 8));
    static final Field<String> LICENCE =
            new Field<>("营业执照或批准文号", null, CellType.text(100), OPTIONAL, "附件另行上传", cite(13, 8));

    static final ListSheet<OverseasBranch> BRANCH_LIST = new ListSheet<>(
            "境外机构",
            "集群运营管理机构或集群内企业在境外设立的分支机构；没有的不填",
            cite(13, 8),
            List.of(
                    new Column<>(BRANCH_NAME, OverseasBranch::name),
                    new Column<>(COUNTRY, OverseasBranch::country),
                    new Column<>(FOUNDER, OverseasBranch::founder),
                    new Column<>(FOUNDED_ON, OverseasBranch::foundedOn),
                    new Column<>(BUSINESS, OverseasBranch::business),
                    new Column<>(LICENCE, OverseasBranch::licence)),
            row -> new OverseasBranch(
                    row.get(BRANCH_NAME),
                    row.get(COUNTRY),
                    row.get(FOUNDER),
                    row.get(FOUNDED_ON),
                    row.get(BUSINESS),
                    row.get(LICENCE)));

    // 服务平台

    static final Field<String> SERVICE_PLATFORM =
            new Field<>("平台名称", null, CellType.text(200), REQUIRED, "与认定文件一致", cite(13, 9));
    static final Field<PlatformLevel> PLATFORM_LEVEL =
            new Field<>("级别", null, CellType.choice(PlatformLevel.values()), REQUIRED, "从下拉列表选择", cite(13, 9));
    static final Field<String> PLATFORM_OPERATOR =
            new Field<>("运营单位", null, CellType.text(100), REQUIRED, "平台的运营单位", cite(13, 9));
    static final Field<String> RECOGNISED_BY =
            new Field<>("认定部门", null, CellType.text(100), REQUIRED, "发文单位", cite(13, 9));
    static final Field<String> RECOGNITION_NUMBER =
            new Field<>("认定文号", null, CellType.text(100), REQUIRED, "认定文件附件另行上传", cite(13, 9));
    static final Field<LocalDate> RECOGNISED_ON =
            new Field<>("认定日期", null, CellType.date(), REQUIRED, "发文日期", cite(13, 9));

    static final ListSheet<ServicePlatform> PLATFORM_LIST = new ListSheet<>(
            "服务平台",
            "集群已建设的中小企业公共服务平台",
            cite(13, 9),
            List.of(
                    new Column<>(SERVICE_PLATFORM, ServicePlatform::name),
                    new Column<>(PLATFORM_LEVEL, ServicePlatform::level),
                    new Column<>(PLATFORM_OPERATOR, ServicePlatform::operator),
                    new Column<>(RECOGNISED_BY, ServicePlatform::recognisedBy),
                    new Column<>(RECOGNITION_NUMBER, ServicePlatform::documentNumber),
                    new Column<>(RECOGNISED_ON, ServicePlatform::recognisedOn)),
            row -> new ServicePlatform(
                    row.get(SERVICE_PLATFORM),
                    row.get(PLATFORM_LEVEL),
                    row.get(PLATFORM_OPERATOR),
                    row.get(RECOGNISED_BY),
                    row.get(RECOGNITION_NUMBER),
                    row.get(RECOGNISED_ON)));

    // 服务清单

    static final Field<String> SERVICE_NAME =
            new Field<>("服务名称", null, CellType.text(200), REQUIRED, "一次或一类服务占一行", cite(13, 10));
    static final Field<ServiceKind> SERVICE_KIND =
            new Field<>("服务类别", null, CellType.choice(ServiceKind.values()), REQUIRED, "从下拉列表选择", cite(8, 0));
    static final Field<String> PROVIDER =
            new Field<>("服务机构", null, CellType.text(100), REQUIRED, "提供服务的机构", cite(13, 10));
    static final Field<BigDecimal> SERVED =
            new Field<>("服务企业数", "家", CellType.count(1, 1_000_000), REQUIRED, "服务到的企业数", cite(13, 10));
    static final Field<LocalDate> SERVED_ON =
            new Field<>("服务日期", null, CellType.date(), REQUIRED, "持续服务的填开始日期", cite(13, 10));
    static final Field<String> CONTRACT_NUMBER =
            new Field<>("合同编号", null, CellType.text(100), OPTIONAL, "有合同的填写，合同附件另行上传", cite(13, 10));

    static final ListSheet<ServiceItem> SERVICE_LIST = new ListSheet<>(
            "服务清单",
            "集群已提供的中小企业公共服务",
            cite(13, 10),
            List.of(
                    new Column<>(SERVICE_NAME, ServiceItem::name),
                    new Column<>(SERVICE_KIND, ServiceItem::kind),
                    new Column<>(PROVIDER, ServiceItem::provider),
                    new Column<>(SERVED, item -> BigDecimal.valueOf(item.enterprisesServed())),
                    new Column<>(SERVED_ON, ServiceItem::givenOn),
                    new Column<>(CONTRACT_NUMBER, ServiceItem::contractNumber)),
            row -> new ServiceItem(
                    row.get(SERVICE_NAME),
                    row.get(SERVICE_KIND),
                    row.get(PROVIDER),
                    row.integer(SERVED),
                    row.get(SERVED_ON),
                    row.get(CONTRACT_NUMBER)));

    // 证明事项

    static final Field<String> SUBJECT =
            new Field<>("证明事项", null, CellType.text(200), REQUIRED, "如“近三年无较大及以上生产安全事故”", cite(13, 11));
    static final Field<String> CONDITION = new Field<>(
            "对应条款", null, CellType.choice(conditions(), label -> label), REQUIRED, "所证明的申报条件", cite(13, 11));
    static final Field<String> ISSUER = new Field<>("出具单位", null, CellType.text(100), REQUIRED, "盖章单位", cite(13, 11));
    static final Field<String> CERTIFICATE_NUMBER =
            new Field<>("文号", null, CellType.text(100), OPTIONAL, "没有文号的不填", cite(13, 11));
    static final Field<LocalDate> CERTIFIED_ON =
            new Field<>("出具日期", null, CellType.date(), REQUIRED, "证明落款日期", cite(13, 11));

    static final ListSheet<Certificate> CERTIFICATE_LIST = new ListSheet<>(
            "证明事项",
            "证明符合申报条件的其他佐证材料，附件另行上传",
            cite(13, 11),
            List.of(
                    new Column<>(SUBJECT, Certificate::subject),
                    new Column<>(CONDITION, Certificate::condition),
                    new Column<>(ISSUER, Certificate::issuer),
                    new Column<>(CERTIFICATE_NUMBER, Certificate::documentNumber),
                    new Column<>(CERTIFIED_ON, Certificate::issuedOn)),
            row -> new Certificate(
                    row.get(SUBJECT),
                    row.get(CONDITION),
                    row.get(ISSUER),
                    row.get(CERTIFICATE_NUMBER),
                    row.get(CERTIFIED_ON)));

    static final List<ListSheet<?>> LISTS = List.of(
            ENTERPRISE_LIST, STANDARD_LIST, PATENT_LIST, BRANCH_LIST, PLATFORM_LIST, SERVICE_LIST, CERTIFICATE_LIST);

    private static final List<String> SHEETS = sheets();

    private Layout() {}

    /** All sheets in their order. */
    static List<String> sheetNames() {
        return SHEETS;
    }

    /** The sheet's place in the workbook; after all others where it is none of ours. */
    static int position(String sheet) {
        int index = SHEETS.indexOf(sheet);
        return index < 0 ? SHEETS.size() : index;
    }

    static Field<BigDecimal> field(Figure figure) {
        return BY_FIGURE.get(figure);
    }

    /** The figures of one year, as read from its column. */
    static YearFigures yearFigures(int year, Values column) {
        return YearFigures.of(year, figure -> column.get(field(figure)));
    }

    /** In the order of {@link #YEAR_FIELDS}. */
    static List<Object> values(YearFigures figures) {
        return Arrays.stream(Figure.values()).<Object>map(figures::get).toList();
    }

    static BasicInformation basics(Values values) {
        return new BasicInformation(
                values.get(CLUSTER_NAME),
                values.get(LEADING_INDUSTRY),
                values.get(COUNTIES),
                values.get(AREA),
                values.get(BOUNDARIES),
                values.get(OPERATOR),
                values.get(OPERATOR_CODE),
                values.integer(PLATFORM_COUNT),
                names(values.get(PLATFORM_NAMES), values.integer(PLATFORM_COUNT)),
                values.integer(STANDARD_COUNT),
                values.get(POLICY_COVERAGE),
                values.get(CONTACT),
                values.get(PHONE),
                values.get(INTRODUCTION));
    }

    /** In the order of {@link #BASIC_FIELDS}. */
    static List<Object> values(BasicInformation basics) {
        return Arrays.asList(
                basics.clusterName(),
                basics.leadingIndustry(),
                basics.counties(),
                basics.areaSquareKm(),
                basics.boundaries(),
                basics.operator(),
                basics.operatorCode(),
                decimal(basics.innovationPlatformCount()),
                basics.innovationPlatforms().isEmpty() ? null : String.join("、", basics.innovationPlatforms()),
                decimal(basics.standardCount()),
                basics.policyCoverageRate(),
                basics.contactName(),
                basics.contactPhone(),
                basics.introduction());
    }

    /** Names parted by 顿号, semicolons or line ends: what else parts them, a name may hold too. */
    static List<String> names(String text) {
        return parted(text, "[、；;\\n]");
    }

    /** As {@link #names(String)}, or parted otherwise where that alone gives as many as are declared. */
    static List<String> names(String text, Integer declared) {
        List<String> names = names(text);
        if (declared == null || names.size() == declared) {
            return names;
        }
        return OTHER_PARTINGS.stream()
                .map(parting -> parted(text, parting))
                .filter(other -> other.size() == declared)
                .findFirst()
                .orElse(names);
    }

    private static List<String> parted(String text, String parting) {
        if (text == null) {
            return List.of();
        }
        List<String> names = Arrays.stream(text.split(parting))
                .map(name -> name.replaceAll("^[，,\\s]+|[，,。\\s]+$", ""))
                .filter(name -> !name.isEmpty())
                .toList();
        return numbered(names)
                ? names.stream()
                        .map(name -> NUMBERING.matcher(name).replaceFirst(""))
                        .toList()
                : names;
    }

    private static boolean numbered(List<String> names) {
        return IntStream.range(0, names.size()).allMatch(i -> {
            Matcher numbering = NUMBERING.matcher(names.get(i));
            return numbering.find() && Integer.parseInt(numbering.group(1)) == i + 1;
        });
    }

    private static BigDecimal decimal(Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static Enterprise enterprise(Values row) {
        List<HeldTitle> titles = new ArrayList<>();
        for (EnterpriseTitle title : EnterpriseTitle.values()) {
            LocalDate from = row.get(TITLE_FROM.get(title));
            LocalDate until = row.get(TITLE_UNTIL.get(title));
            if (from != null && until != null) {
                titles.add(new HeldTitle(
                        title, from, until, row.get(TITLE_LEVEL.get(title)), row.get(TITLE_CERTIFICATE.get(title))));
            }
        }
        return new Enterprise(
                row.get(CODE), row.get(ENTERPRISE_NAME), row.get(SIZE), row.get(LEADING), titles, row.get(SIZE_REASON));
    }

    private static List<Column<Enterprise, ?>> enterpriseColumns() {
        List<Column<Enterprise, ?>> columns = new ArrayList<>(List.of(
                new Column<>(CODE, Enterprise::creditCode),
                new Column<>(ENTERPRISE_NAME, Enterprise::name),
                new Column<>(SIZE, Enterprise::size),
                new Column<>(LEADING, Enterprise::leadingIndustry)));
        for (EnterpriseTitle title : EnterpriseTitle.values()) {
            columns.add(
                    new Column<>(TITLE_FROM.get(title), enterprise -> held(enterprise, title, HeldTitle::validFrom)));
            columns.add(
                    new Column<>(TITLE_UNTIL.get(title), enterprise -> held(enterprise, title, HeldTitle::validUntil)));
            columns.add(new Column<>(TITLE_LEVEL.get(title), enterprise -> held(enterprise, title, HeldTitle::level)));
            columns.add(new Column<>(
                    TITLE_CERTIFICATE.get(title), enterprise -> held(enterprise, title, HeldTitle::certificate)));
        }
        columns.add(new Column<>(SIZE_REASON, Enterprise::sizeReason));
        return List.copyOf(columns);
    }

    private static <T> T held(Enterprise enterprise, EnterpriseTitle title, Function<HeldTitle, T> what) {
        return enterprise.titles().stream()
                .filter(held -> held.title() == title)
                .findFirst()
                .map(what)
                .orElse(null);
    }

    private static Map<EnterpriseTitle, Field<LocalDate>> titleDates(String end) {
        return ofTitles(end, CellType.date(), "有此称号的，起止都填");
    }

    private static <T> Map<EnterpriseTitle, Field<T>> ofTitles(String what, CellType<T> type, String note) {
        Map<EnterpriseTitle, Field<T>> fields = new EnumMap<>(EnterpriseTitle.class);
        for (EnterpriseTitle title : EnterpriseTitle.values()) {
            fields.put(title, new Field<>(title.label() + what, null, type, OPTIONAL, note, cite(11, 2)));
        }
        return fields;
    }

    private static List<String> conditions() {
        List<String> conditions = new ArrayList<>(List.of(cite(10, 0)));
        IntStream.rangeClosed(1, 8).mapToObj(item -> cite(11, item)).forEach(conditions::add);
        return conditions;
    }

    private static List<String> sheets() {
        List<String> names = new ArrayList<>(List.of(GUIDE, BASICS, FIGURES));
        LISTS.forEach(list -> names.add(list.name()));
        return List.copyOf(names);
    }

    private static Map<Figure, Field<BigDecimal>> figureFields() {
        Map<Figure, Field<BigDecimal>> fields = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            fields.put(
                    figure,
                    new Field<>(
                            figure.label(),
                            figure.measure().unit(),
                            type(figure.measure()),
                            need(figure),
                            figure.note(),
                            figure.basis().toString()));
        }
        return fields;
    }

    /** The conditions are those of 第十一条. */
    private static Need need(Figure figure) {
        return figure.basis().number() == 11 ? EXPECTED : NOTED;
    }

    private static CellType<BigDecimal> type(Measure measure) {
        if (measure == Measure.SHARE) {
            return CellType.percent();
        }
        return measure.isCount()
                ? CellType.count(0, measure.most().intValueExact())
                : CellType.amount(measure.most(), measure.slip());
    }

    private static String cite(int article, int item) {
        return Article.of(article, item).toString();
    }
}

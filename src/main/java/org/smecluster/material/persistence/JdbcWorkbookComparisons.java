package org.smecluster.material.persistence;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.TitleLevel;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.FormChanges;
import org.smecluster.material.PatentKind;
import org.smecluster.material.PatentStatus;
import org.smecluster.material.PlatformLevel;
import org.smecluster.material.ServiceKind;
import org.smecluster.material.StandardLevel;
import org.smecluster.material.StandardRole;
import org.smecluster.material.StandardWork;
import org.smecluster.material.WorkbookComparison;
import org.smecluster.material.WorkbookComparison.Change;
import org.smecluster.material.WorkbookComparison.SheetChange;
import org.smecluster.material.WorkbookComparisons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows are matched by what identifies them; those that it does not tell apart, by their order. */
@Repository
class JdbcWorkbookComparisons implements WorkbookComparisons {

    private static final String TITLES = """
            (select string_agg(title || ' ' || coalesce(valid_from::text, '') || '至' || coalesce(valid_until::text, '')
                                   || {level} || coalesce('，' || certificate, ''),
                               '、' order by title)
               from workbook_enterprise_title t
              where t.submission_id = r.submission_id and t.credit_code = r.credit_code)""".replace(
                    "{level}",
                    Stream.of(TitleLevel.values())
                            .map(level -> "when '" + level.name() + "' then '，" + level.label() + "' ")
                            .collect(Collectors.joining("", "case level ", "else '' end")));

    /**
     * @param key SQL of the text that tells one row from another
     * @param item SQL of the words for a row
     * @param columns all that may differ
     */
    private record ListTable(String sheet, String table, String key, String item, List<Column> columns) {}

    /**
     * @param sql of the value, as text
     * @param shown the text as it is shown
     */
    private record Column(String label, String sql, UnaryOperator<String> shown) {

        Column(String label, String sql) {
            this(label, sql, UnaryOperator.identity());
        }
    }

    private static final List<ListTable> LISTS = List.of(
            new ListTable(
                    "企业名单",
                    "workbook_enterprise",
                    "credit_code",
                    "credit_code || ' ' || name",
                    List.of(
                            new Column("企业名称", "name"),
                            new Column("企业规模", "size", size -> EnterpriseSize.valueOf(size)
                                    .label()),
                            new Column("主导产业企业", "case when leading_industry then '是' else '否' end"),
                            new Column("称号", TITLES, JdbcWorkbookComparisons::titles),
                            new Column("规模说明", "size_reason"))),
            new ListTable(
                    "标准清单",
                    "workbook_standard",
                    "number || ' ' || enterprise",
                    "number || ' ' || name",
                    List.of(
                            new Column("标准名称", "name"),
                            new Column("标准级别", "level", level -> StandardLevel.valueOf(level)
                                    .label()),
                            new Column("制定或修订", "work", work -> StandardWork.valueOf(work)
                                    .label()),
                            new Column("起草单位排名", "drafter_rank::text"),
                            new Column("发布日期", "issued_on::text"),
                            new Column("主持或参与", "role", role -> StandardRole.valueOf(role)
                                    .label()))),
            new ListTable(
                    "专利清单",
                    "workbook_patent",
                    "kind || ' ' || number",
                    "number || ' ' || name",
                    List.of(
                            new Column("种类", "kind", kind -> PatentKind.valueOf(kind)
                                    .label()),
                            new Column("名称", "name"),
                            new Column("权利人", "owner"),
                            new Column("授权日期", "granted_on::text"),
                            new Column("有效期止", "valid_until::text"),
                            new Column("法律状态", "status", status -> PatentStatus.valueOf(status)
                                    .label()))),
            new ListTable(
                    "境外机构",
                    "workbook_overseas_branch",
                    "name || ' ' || country",
                    "name || ' ' || country",
                    List.of(
                            new Column("设立主体", "founder"),
                            new Column("设立日期", "founded_on::text"),
                            new Column("主要业务", "business"),
                            new Column("营业执照或批准文号", "licence"))),
            new ListTable(
                    "服务平台",
                    "workbook_service_platform",
                    "name",
                    "name",
                    List.of(
                            new Column("级别", "level", level -> PlatformLevel.valueOf(level)
                                    .label()),
                            new Column("运营单位", "operator"),
                            new Column("认定部门", "recognised_by"),
                            new Column("认定文号", "document_number"),
                            new Column("认定日期", "recognised_on::text"))),
            new ListTable(
                    "服务清单",
                    "workbook_service_item",
                    "name || ' ' || given_on",
                    "name || ' ' || given_on",
                    List.of(
                            new Column("服务类别", "kind", kind -> ServiceKind.valueOf(kind)
                                    .label()),
                            new Column("服务机构", "provider"),
                            new Column("服务企业数", "enterprises_served::text"),
                            new Column("合同编号", "contract_number"))),
            new ListTable(
                    "证明事项",
                    "workbook_certificate",
                    "subject",
                    "subject",
                    List.of(
                            new Column("对应条款", "condition"),
                            new Column("出具单位", "issuer"),
                            new Column("文号", "document_number"),
                            new Column("出具日期", "issued_on::text"))));

    private final JdbcClient jdbc;
    private final JdbcClusterWorkbooks workbooks;

    JdbcWorkbookComparisons(JdbcClient jdbc, JdbcClusterWorkbooks workbooks) {
        this.jdbc = jdbc;
        this.workbooks = workbooks;
    }

    @Override
    @Transactional(readOnly = true)
    public WorkbookComparison between(long earlier, long later) {
        if (!workbooks.exists(earlier) || !workbooks.exists(later)) {
            throw new IllegalArgumentException("a workbook is missing of submission " + earlier + " or " + later);
        }
        List<SheetChange> sheets = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        forms(
                FormChanges.between(
                        workbooks.basics(earlier).orElseThrow(),
                        workbooks.basics(later).orElseThrow()),
                sheets,
                changes);
        forms(figures(workbooks.years(earlier), workbooks.years(later)), sheets, changes);
        for (ListTable list : LISTS) {
            SheetChange counted = counted(list, earlier, later);
            if (counted.total() > 0) {
                sheets.add(counted);
                changes.addAll(told(list, earlier, later));
            }
        }
        return new WorkbookComparison(sheets, changes);
    }

    private static void forms(List<Change> found, List<SheetChange> sheets, List<Change> changes) {
        if (!found.isEmpty()) {
            sheets.add(new SheetChange(found.get(0).sheet(), 0, 0, found.size()));
            changes.addAll(found);
        }
    }

    private static List<Change> figures(List<YearFigures> earlier, List<YearFigures> later) {
        List<Change> changes = new ArrayList<>();
        for (YearFigures before : earlier) {
            later.stream()
                    .filter(after -> after.year() == before.year())
                    .forEach(after -> changes.addAll(FormChanges.between(before, after)));
        }
        return changes;
    }

    private SheetChange counted(ListTable list, long earlier, long later) {
        return jdbc.sql(joined(list) + """
                select count(*) filter (where b.key is null), count(*) filter (where a.key is null),
                       count(*) filter (where a.key is not null and b.key is not null)
                  from b full join a on a.key = b.key and a.nth = b.nth
                 where a.cells is distinct from b.cells""")
                .params(earlier, later)
                .query((rs, n) -> new SheetChange(list.sheet(), rs.getLong(1), rs.getLong(2), rs.getLong(3)))
                .single();
    }

    private List<Change> told(ListTable list, long earlier, long later) {
        return jdbc.sql(joined(list) + """
                select coalesce(a.item, b.item) as item, b.cells as before, a.cells as after
                  from b full join a on a.key = b.key and a.nth = b.nth
                 where a.cells is distinct from b.cells
                 order by coalesce(a.position, b.position) limit ?""")
                .params(earlier, later, TOLD_OF_A_SHEET)
                .query((rs, n) ->
                        change(list, rs.getString("item"), cells(rs.getArray("before")), cells(rs.getArray("after"))))
                .list();
    }

    /** {@code b}: before, {@code a}: after. */
    private static String joined(ListTable list) {
        String rows = "select " + list.key() + " as key, row_number() over (partition by " + list.key()
                + " order by position) as nth, position, " + list.item() + " as item, array["
                + list.columns().stream().map(Column::sql).collect(Collectors.joining(", "))
                + "]::text[] as cells from "
                + list.table() + " r where submission_id = ?";
        return "with b as (" + rows + "), a as (" + rows + ") ";
    }

    private static Change change(ListTable list, String item, List<String> before, List<String> after) {
        List<String> was = new ArrayList<>();
        List<String> is = new ArrayList<>();
        for (int i = 0; i < list.columns().size(); i++) {
            String one = before == null ? null : before.get(i);
            String other = after == null ? null : after.get(i);
            if (before == null || after == null || !Objects.equals(one, other)) {
                add(was, list.columns().get(i), one, before != null && after != null);
                add(is, list.columns().get(i), other, before != null && after != null);
            }
        }
        return new Change(
                list.sheet(),
                item,
                before == null ? null : String.join("；", was),
                after == null ? null : String.join("；", is));
    }

    private static void add(List<String> parts, Column column, String value, boolean blankTold) {
        if (value != null) {
            parts.add(column.label() + "：" + column.shown().apply(value));
        } else if (blankTold) {
            parts.add(column.label() + "：未填");
        }
    }

    private static String titles(String stored) {
        String shown = stored;
        for (EnterpriseTitle title : EnterpriseTitle.values()) {
            shown = shown.replace(title.name() + " ", title.label() + "，");
        }
        return shown;
    }

    private static List<String> cells(Array array) throws SQLException {
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }
}

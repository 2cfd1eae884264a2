package org.smecluster.portal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.law.Article;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.Labelled;

/**
 * One list of the workbook, ready to read.
 *
 * @param key names the list in an address
 * @param article what asks for the list, as cited
 * @param columns heads
 * @param rows each as long as the columns; an empty text where nothing was given
 */
record MaterialList(String key, String title, String article, List<String> columns, List<List<String>> rows) {

    /** @param names of the enterprises that other lists refer to; a code without one is shown itself */
    static List<MaterialList> of(ClusterWorkbook workbook, Map<CreditCode, String> names) {
        Function<CreditCode, String> named = code -> names.getOrDefault(code, code.toString());
        return List.of(
                new MaterialList(
                        "enterprises",
                        "企业名单",
                        cite(4),
                        List.of("统一社会信用代码", "企业名称", "规模", "主导产业", "称号（有效期，级别、批次或证书号）", "规模说明"),
                        rows(
                                workbook.enterprises(),
                                enterprise -> List.of(
                                        enterprise.creditCode().toString(),
                                        enterprise.name(),
                                        enterprise.size().label(),
                                        enterprise.leadingIndustry() ? "是" : "否",
                                        enterprise.titles().stream()
                                                .map(MaterialList::title)
                                                .collect(Collectors.joining("；")),
                                        text(enterprise.sizeReason())))),
                new MaterialList(
                        "patents",
                        "专利清单",
                        cite(7),
                        List.of("授权号（证书号）", "种类", "名称", "权利人", "授权日期", "有效期止", "法律状态"),
                        rows(
                                workbook.patents(),
                                patent -> List.of(
                                        patent.number(),
                                        patent.kind().label(),
                                        patent.name(),
                                        named.apply(patent.owner()),
                                        text(patent.grantedOn()),
                                        text(patent.validUntil()),
                                        text(patent.status())))),
                new MaterialList(
                        "standards",
                        "标准清单",
                        cite(6),
                        List.of("标准号", "参与企业", "标准名称", "级别", "制定或修订", "主持或参与", "起草单位排名", "发布日期"),
                        rows(
                                workbook.standards(),
                                standard -> List.of(
                                        standard.number(),
                                        named.apply(standard.enterprise()),
                                        standard.name(),
                                        standard.level().label(),
                                        standard.work().label(),
                                        text(standard.role()),
                                        Integer.toString(standard.drafterRank()),
                                        text(standard.issuedOn())))),
                new MaterialList(
                        "branches",
                        "境外机构",
                        cite(8),
                        List.of("机构名称", "所在国家（地区）", "设立主体", "设立日期", "主要业务", "营业执照或批准文号"),
                        rows(
                                workbook.overseasBranches(),
                                branch -> List.of(
                                        branch.name(),
                                        branch.country(),
                                        branch.founder(),
                                        text(branch.foundedOn()),
                                        branch.business(),
                                        text(branch.licence())))),
                new MaterialList(
                        "platforms",
                        "服务平台",
                        cite(9),
                        List.of("平台名称", "级别", "运营单位", "认定部门", "认定文号", "认定日期"),
                        rows(
                                workbook.servicePlatforms(),
                                platform -> List.of(
                                        platform.name(),
                                        platform.level().label(),
                                        platform.operator(),
                                        platform.recognisedBy(),
                                        platform.documentNumber(),
                                        text(platform.recognisedOn())))),
                new MaterialList(
                        "services",
                        "服务清单",
                        cite(10),
                        List.of("服务名称", "服务日期", "类别", "服务机构", "服务企业数", "合同编号"),
                        rows(
                                workbook.serviceItems(),
                                item -> List.of(
                                        item.name(),
                                        text(item.givenOn()),
                                        item.kind().label(),
                                        item.provider(),
                                        Integer.toString(item.enterprisesServed()),
                                        text(item.contractNumber())))),
                new MaterialList(
                        "certificates",
                        "证明事项",
                        cite(11),
                        List.of("证明事项", "证明的条件", "出具单位", "文号", "出具日期"),
                        rows(
                                workbook.certificates(),
                                certificate -> List.of(
                                        certificate.subject(),
                                        certificate.condition(),
                                        certificate.issuer(),
                                        text(certificate.documentNumber()),
                                        text(certificate.issuedOn())))));
    }

    private static String title(HeldTitle held) {
        String validity = held.validFrom() == null && held.validUntil() == null
                ? null
                : text(held.validFrom()) + "至" + text(held.validUntil());
        String details = Stream.of(
                        validity, held.level() == null ? null : held.level().label(), held.certificate())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
        return held.title().label() + (details.isEmpty() ? "" : "（" + details + "）");
    }

    private static <T> List<List<String>> rows(List<T> items, Function<T, List<String>> row) {
        return items.stream()
                .map(row)
                .sorted(Comparator.comparing(cells -> cells.get(0)))
                .toList();
    }

    private static String cite(int item) {
        return Article.of(13, item).toString();
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String text(Labelled option) {
        return option == null ? "" : option.label();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}

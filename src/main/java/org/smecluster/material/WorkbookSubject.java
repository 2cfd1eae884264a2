package org.smecluster.material;

import java.util.List;
import java.util.Set;
import org.smecluster.law.TypedText;

/**
 * What a workbook is for: a workbook of another case is told from it as soon as it is uploaded.
 *
 * @param clusterName as in the case; null where it is not known
 * @param counties that the applicant lies in, by name; empty where they are not known
 * @param otherCounties all others there are
 */
public record WorkbookSubject(String clusterName, List<String> counties, Set<String> otherCounties) {

    /** Of no case in particular: nothing is held against it. */
    public static final WorkbookSubject ANY = new WorkbookSubject(null, List.of(), Set.of());

    public WorkbookSubject {
        counties = List.copyOf(counties);
        otherCounties = Set.copyOf(otherCounties);
    }

    void check(Values basics, Findings findings) {
        String name = basics.get(Layout.CLUSTER_NAME);
        if (clusterName != null && name != null && !TypedText.same(clusterName, name)) {
            findings.error(
                    basics,
                    Layout.CLUSTER_NAME,
                    "工作簿是“" + name + "”的，本案是“" + clusterName + "”",
                    "请核对是否传错了文件；没有传错的，请把集群名称改得与本案一致，或按本案页面的说明改正本案的名称");
        }
        String text = basics.get(Layout.COUNTIES);
        if (text != null && !counties.isEmpty()) {
            checkCounties(TypedText.code(text), basics, findings);
        }
    }

    /** A cluster may lie in several; the applicant's own is one of them. */
    private void checkCounties(String text, Values basics, Findings findings) {
        if (counties.stream().anyMatch(text::contains)) {
            return;
        }
        String own = String.join("、", counties);
        List<String> foreign =
                otherCounties.stream().filter(text::contains).sorted().toList();
        if (foreign.isEmpty()) {
            findings.warning(
                    basics, Layout.COUNTIES, "“" + basics.get(Layout.COUNTIES) + "”中没有写本案所在的" + own, "请核对，并写县（市、区）的全名");
        } else {
            findings.error(
                    basics,
                    Layout.COUNTIES,
                    "填的是" + String.join("、", foreign) + "，本案申报主体在" + own,
                    "请核对是否传错了文件；没有传错的，请补写" + own + "或改正");
        }
    }
}

package org.smecluster.portal;

import java.util.Arrays;

/** The parts of a case file. */
enum CaseSection {
    OVERVIEW("overview", "概况"),
    PROGRESS("progress", "办理进度"),
    FINDINGS("findings", "指标与条件"),
    TREND("trend", "上年比较和预警"),
    FIGURES("figures", "数据"),
    LISTS("lists", "名单"),
    SECTORS("sectors", "所属领域"),
    MATERIALS("materials", "材料清单"),
    EVIDENCE("evidence", "佐证材料"),
    VERIFICATION("verification", "现场核查"),
    OTHER_CITIES("other-cities", "相关市意见"),
    QUESTIONS("questions", "通知问题"),
    CLAUSES("clauses", "逐条判断"),
    SCORES("scores", "评审打分"),
    OPINIONS("opinions", "意见"),
    PAPERS("papers", "文书"),
    VERSIONS("versions", "提交版本"),
    INCIDENTS("incidents", "否决事项"),
    UPLOAD("upload", "上传"),
    NOTICE("notice", "公示和异议"),
    WITHDRAWAL("withdrawal", "撤回");

    private final String key;
    private final String label;

    CaseSection(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The section that an address names; the overview for any other word. */
    static CaseSection of(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key.equals(key))
                .findFirst()
                .orElse(OVERVIEW);
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}

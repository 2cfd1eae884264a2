package org.smecluster.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found in the files of one deployment, and which keys they give. */
final class Findings {

    static final String DELETE = "请删去；可以用的写法见政策人员手册和清单";

    private final ModelRules allowed;
    private final List<ModelFinding> all = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();

    Findings(ModelRules allowed) {
        this.allowed = allowed;
    }

    List<ModelFinding> all() {
        return all;
    }

    void add(String file, int line, String element, String problem, String remedy) {
        all.add(new ModelFinding(file, line, element, problem, remedy));
    }

    /** Of something by a name that the list may have a remedy for. */
    void closed(String file, int line, String element, String problem, String name) {
        add(file, line, element, problem, allowed.remedy(name).orElse(DELETE));
    }

    void wrong(String file, int line, String element, String where, String value, Shape shape) {
        add(file, line, element, where + "的值“" + shortened(value) + "”不能用", "应为：" + shape.says());
    }

    /** The engine refuses two definitions with one key in one deployment, and says so with an error of its own. */
    void key(String kind, String id, String file, int line) {
        String before = keys.putIfAbsent(kind + " " + id, file + " 第" + line + "行");
        if (before != null) {
            add(file, line, id, kind + "标识与" + before + "的重复", "请改为不同的标识，或者只部署其中一个");
        }
    }

    static String shortened(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}

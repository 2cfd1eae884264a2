package org.smecluster.cultivation;

import java.util.Locale;
import org.smecluster.law.Article;

/** The six lines of cultivation work. */
public enum CultivationLine {
    INDUSTRY("提升主导产业优势"),
    INNOVATION("激发创新活力"),
    DIGITAL("推进数字化升级"),
    GREEN("加快绿色低碳转型"),
    OPENNESS("深化开放合作"),
    GOVERNANCE("提升治理和服务能力");

    private final String label;

    CultivationLine(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }

    public Article article() {
        return Article.of(5, ordinal() + 1);
    }

    /** What the names of its fields in forms begin with. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}

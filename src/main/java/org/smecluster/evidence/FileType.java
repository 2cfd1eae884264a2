package org.smecluster.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file of evidence may be, as its content says. */
public enum FileType {
    PDF("PDF", "application/pdf", "pdf"),
    DOC("Word文档", "application/msword", "doc", "dot"),
    XLS("Excel工作簿", "application/vnd.ms-excel", "xls", "xlt"),
    PPT("PowerPoint演示", "application/vnd.ms-powerpoint", "ppt", "pps"),
    DOCX("Word文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "wps"),
    XLSX("Excel工作簿", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "et"),
    PPTX("PowerPoint演示", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", "dps"),
    WPS("WPS文字", "application/vnd.ms-works", "wps"),
    ET("WPS表格", "application/vnd.ms-excel", "et"),
    DPS("WPS演示", "application/vnd.ms-powerpoint", "dps"),
    OFD("OFD版式文件", "application/ofd", "ofd"),
    PNG("图片", "image/png", "png"),
    JPEG("图片", "image/jpeg", "jpg", "jpeg"),
    GIF("图片", "image/gif", "gif"),
    WEBP("图片", "image/webp", "webp"),
    BMP("图片", "image/bmp", "bmp"),
    TIFF("图片", "image/tiff", "tif", "tiff"),
    HEIC("图片", "image/heic", "heic", "heif");

    /** For people. */
    public static final String NAMED = "PDF、Word、Excel、PowerPoint、WPS、OFD和图片（png、jpg、webp、gif、bmp、tiff、heic）";

    private final String label;
    private final String mediaType;
    private final List<String> extensions;

    FileType(String label, String mediaType, String... extensions) {
        this.label = label;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether the page shows it itself: pictures that browsers draw, and PDF drawn by a script of ours. */
    public boolean shown() {
        return this == PDF || picture();
    }

    public boolean picture() {
        return switch (this) {
            case PNG, JPEG, GIF, WEBP, BMP -> true;
            default -> false;
        };
    }

    /** The name to save it under: whatever it was called, no program opens it as something else. */
    public String saved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(each -> lower.endsWith("." + each)) ? name : name + "." + extensions.get(0);
    }

    /** For the file input of a page: {@code .pdf,.doc,…}. */
    public static String accepted() {
        return String.join(
                ",",
                Arrays.stream(values())
                        .flatMap(type -> type.extensions.stream())
                        .map(extension -> "." + extension)
                        .distinct()
                        .toList());
    }
}

package org.smecluster.paper.pdf;

import java.util.Arrays;
import java.util.List;

/**
 * The fonts that come with the program, free ones that stand for those of the official rules. Where those are installed
 * beside the word processor the docx names them and is shown in them.
 */
public enum Face {
    FANG(
            "fang.ttf",
            "FandolFang R",
            List.of("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "楷体_GB2312", "楷体", "KaiTi")),
    HEI("hei.ttf", "FandolHei", List.of("黑体", "SimHei", "微软雅黑", "Microsoft YaHei")),
    /** For the head and the title, and for 宋体 in bold. */
    SONG("song.ttf", "FandolSong", List.of("方正小标宋简体", "方正小标宋_GBK", "小标宋", "宋体", "SimSun", "NSimSun")),
    /** What none of the others has: the rarer characters of the national table of 8105. */
    RARE("rare.ttf", "Noto Serif CJK SC", List.of());

    private final String file;
    private final String family;
    private final List<String> standsFor;

    Face(String file, String family, List<String> standsFor) {
        this.file = file;
        this.family = family;
        this.standsFor = standsFor;
    }

    /** The face for a font's name in a document; 仿宋 for an unknown one, and where none is named. */
    static Face of(String name) {
        return Arrays.stream(values())
                .filter(face -> name != null && face.standsFor.contains(name))
                .findFirst()
                .orElse(FANG);
    }

    String resource() {
        return "/papers/fonts/" + file;
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** As the font calls itself. */
    public String family() {
        return family;
    }

    /** Names of the fonts that it is taken for. */
    public List<String> standsFor() {
        return standsFor;
    }
}

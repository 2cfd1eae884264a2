package org.smecluster.evidence;

import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;

/** A file's name as sent, without what could pass for something else. */
final class FileName {

    /** A name on disk has at most 255 characters; 200 Chinese ones are one. */
    private static final int LONGEST = 255;

    private FileName() {}

    /** The last part of a path; without control characters and those that turn the direction of reading. */
    static String of(String sent) {
        String name = sent == null
                ? ""
                : TypedText.line(sent.substring(sent.replace('\\', '/').lastIndexOf('/') + 1));
        if (name.isEmpty()) {
            throw new Refusal("文件没有名称，请命名后再上传");
        }
        if (name.length() > LONGEST) {
            throw new Refusal("文件名有" + name.length() + "个字，最多" + LONGEST + "个字。请改短后再上传");
        }
        return name;
    }
}

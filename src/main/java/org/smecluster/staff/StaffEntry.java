package org.smecluster.staff;

import java.util.List;
import org.smecluster.law.TypedText;

/**
 * A person as a list of staff names them, cleaned of what nobody sees.
 *
 * @param row of the sheet, from 1; 0 where there is none
 */
public record StaffEntry(int row, String userId, String name, String unit, String post) {

    /** The heads of the sheet, in the order of the fields. */
    public static final List<String> HEADS = List.of("账号", "姓名", "单位", "岗位");

    public StaffEntry {
        userId = TypedText.plain(userId);
        name = line(name).replace(" ", "");
        unit = line(unit);
        post = line(post);
    }

    private static String line(String text) {
        return text == null ? "" : TypedText.line(text);
    }
}

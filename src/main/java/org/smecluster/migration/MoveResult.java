package org.smecluster.migration;

/**
 * What becomes of a case, or would.
 *
 * @param reason why it does not go, in Chinese and without anything about the case; null where it goes
 * @param article that it would break; null where none
 */
public record MoveResult(boolean goes, String reason, String article) {

    public static final MoveResult GOES = new MoveResult(true, null, null);

    /** Somebody works on the case in this moment: to be tried again. */
    public static final MoveResult BUSY = stays("有人正在办理这件案件");

    public static MoveResult stays(String reason) {
        return new MoveResult(false, reason, null);
    }
}

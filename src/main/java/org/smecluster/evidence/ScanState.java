package org.smecluster.evidence;

/** What the virus scanner said of a content. Whatever it could not look through to the end is not scanned. */
public enum ScanState {
    UNSCANNED("未扫描"),
    CLEAN("未发现病毒"),
    INFECTED("有病毒");

    private final String label;

    ScanState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

package org.smecluster.portal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code, to be drawn as SVG.
 *
 * @param size width and height in modules, the quiet zone of four included (GB/T 18284)
 * @param path what is dark, as the data of an SVG path
 */
record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /** @param text ASCII, as an address is */
    static QrCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds a text of " + text.length() + " characters", tooLong);
        }
    }

    /** A rectangle for each run of dark modules in a row. */
    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                } else {
                    x++;
                }
            }
        }
        return path.toString();
    }

    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}

package org.smecluster.e2e;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A screenshot small enough to be kept with the handbook: a palette, for text and lines on a page need few colours. */
final class Picture {

    private static final int COLOURS = 200;

    private Picture() {}

    static void write(byte[] screenshot, Path file, int tallest) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
            Files.createDirectories(file.getParent());
            int height = Math.min(tallest, image.getHeight());
            compress(reduced(image.getSubimage(0, 0, image.getWidth(), height)), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compress(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), smallest);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage reduced(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xF0F0F0, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .mapToInt(entry -> entry.getKey() | entry.getKey() >> 4)
                .toArray();
        Map<Integer, Integer> nearest = new HashMap<>();
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage reduced =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] indexes = ((DataBufferByte) reduced.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = (byte) (int) nearest.computeIfAbsent(pixels[i] & 0xFFFFFF, pixel -> nearest(palette, pixel));
        }
        return reduced;
    }

    private static int nearest(int[] palette, int pixel) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = 0;
            for (int shift : List.of(0, 8, 16)) {
                int difference = (palette[i] >> shift & 0xFF) - (pixel >> shift & 0xFF);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}

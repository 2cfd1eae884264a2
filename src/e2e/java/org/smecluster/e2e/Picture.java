package org.smecluster.e2e;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A screenshot small enough to be kept with the handbook: areas in their own colours, for those mean something, and few between. */
final class Picture {

    private static final int COLOURS = 64;

    /** Of squares of four equal pixels: a colour with fewer is only at the edge of a letter. */
    private static final int AREA = 64;

    /** Least distance between colours of areas, and between a letter's edge and the rest, squared. */
    private static final int DISTINCT = 16;

    private static final int FAR = 48 * 48;

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
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        int[] palette = palette(pixels, width);
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

    private static int[] palette(int[] pixels, int width) {
        Map<Integer, Integer> areas = new HashMap<>();
        Map<Integer, Integer> all = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            all.merge(pixel & 0xFFFFFF, 1, Integer::sum);
            if (i > width && pixel == pixels[i - 1] && pixel == pixels[i - width] && pixel == pixels[i - width - 1]) {
                areas.merge(pixel & 0xFFFFFF, 1, Integer::sum);
            }
        }
        areas.values().removeIf(count -> count < AREA);
        List<Integer> palette = new ArrayList<>();
        add(palette, mostFirst(areas), DISTINCT);
        add(palette, mostFirst(all), FAR);
        return palette.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Stream<Integer> mostFirst(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey);
    }

    private static void add(List<Integer> palette, Stream<Integer> colours, int apart) {
        colours.forEach(colour -> {
            if (palette.size() < COLOURS && palette.stream().allMatch(each -> distance(each, colour) >= apart)) {
                palette.add(colour);
            }
        });
    }

    private static int nearest(int[] palette, int pixel) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], pixel) < distance(palette[best], pixel)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
            distance += difference * difference;
        }
        return distance;
    }
}

package ir.hamedan.esup.signing.internal;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts connected dark pieces inside the band of the verdict, which is known by its ground. */
final class Ink {
    private static final int GROUND = 0xeaf5f5;

    private Ink() {}

    static int pieces(BufferedImage image) {
        int[] band = band(image);
        boolean[][] seen = new boolean[image.getHeight()][image.getWidth()];
        int pieces = 0;
        for (int y = band[1]; y <= band[3]; y++) {
            for (int x = band[0]; x <= band[2]; x++) {
                if (!seen[y][x] && dark(image, x, y) && flood(image, seen, x, y, band) > 12) {
                    pieces++;
                }
            }
        }
        return pieces;
    }

    /** The rectangle around the ground of the verdict. */
    private static int[] band(BufferedImage image) {
        int[] band = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == GROUND) {
                    band[0] = Math.min(band[0], x);
                    band[1] = Math.min(band[1], y);
                    band[2] = Math.max(band[2], x);
                    band[3] = Math.max(band[3], y);
                }
            }
        }
        return band;
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255) < 380;
    }

    private static int flood(BufferedImage image, boolean[][] seen, int startX, int startY, int[] band) {
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {startX, startY});
        seen[startY][startX] = true;
        int size = 0;
        while (!open.isEmpty()) {
            int[] at = open.poll();
            size++;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at[0] + dx;
                    int y = at[1] + dy;
                    boolean inside = x >= band[0] && x <= band[2] && y >= band[1] && y <= band[3];
                    if (inside && !seen[y][x] && dark(image, x, y)) {
                        seen[y][x] = true;
                        open.add(new int[] {x, y});
                    }
                }
            }
        }
        return size;
    }
}

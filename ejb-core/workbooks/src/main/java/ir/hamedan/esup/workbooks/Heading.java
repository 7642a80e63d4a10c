package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.PersianText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The keys over the columns of a sheet. Whatever is wrong with one is told once, where it stands: a column that was misspelt is
 * read as the one that was meant, and what stands under one that nobody knows is passed over.
 */
final class Heading {
    private static final int LETTERS_OF_A_SLIP = 3;
    private static final int MOST_SLIPS = 2;

    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<Integer> unknown = new HashSet<>();
    private final Set<String> missing = new HashSet<>();

    Heading(List<String> keys, Map<Integer, Cell> cells, Faults faults, String sheet, int row) {
        Map<Integer, String> strange = new TreeMap<>();
        new TreeMap<>(cells).forEach((column, cell) -> {
            String key = PersianText.value(cell.text());
            if (!keys.contains(key)) {
                strange.put(column, key);
            } else if (columns.putIfAbsent(key, column) != null) {
                faults.add(sheet, row, column, key, "column-twice", key);
                unknown.add(column);
            }
        });
        strange.forEach((column, typed) -> {
            Optional<String> meant = meant(typed, keys);
            if (meant.isPresent()) {
                columns.put(meant.get(), column);
                faults.add(sheet, row, column, meant.get(), "column-misspelt", typed, meant.get());
            } else {
                unknown.add(column);
                faults.add(sheet, row, column, "", "unknown-column", typed);
            }
        });
        for (String key : keys) {
            if (!columns.containsKey(key)) {
                missing.add(key);
                faults.add(sheet, row, -1, key, "column-missing", key);
            }
        }
    }

    /** Where the columns stand that are there. */
    Map<String, Integer> columns() {
        return columns;
    }

    /** The keys of those that are not. */
    Set<String> missing() {
        return missing;
    }

    /** What stands under the columns that are there, or under no key at all. */
    Map<Integer, Cell> under(Map<Integer, Cell> cells) {
        Map<Integer, Cell> read = new HashMap<>(cells);
        read.keySet().removeAll(unknown);
        return read;
    }

    /** The missing key that is nearest to what was typed, unless two are as near. */
    private Optional<String> meant(String typed, List<String> keys) {
        String nearest = "";
        int fewest = MOST_SLIPS + 1;
        boolean alone = false;
        for (String key : keys) {
            int slips = slips(key.toLowerCase(Locale.ROOT), typed.toLowerCase(Locale.ROOT));
            if (!columns.containsKey(key) && slips <= key.length() / LETTERS_OF_A_SLIP && slips <= fewest) {
                alone = slips < fewest;
                nearest = key;
                fewest = slips;
            }
        }
        return alone ? Optional.of(nearest) : Optional.empty();
    }

    /** How many letters are missing, too many, wrong, or changed with the next one. */
    private static int slips(String key, String typed) {
        if (Math.abs(key.length() - typed.length()) > MOST_SLIPS) {
            return MOST_SLIPS + 1;
        }
        int[][] fewest = new int[key.length() + 1][typed.length() + 1];
        for (int i = 0; i <= key.length(); i++) {
            for (int j = 0; j <= typed.length(); j++) {
                if (i == 0 || j == 0) {
                    fewest[i][j] = i + j;
                    continue;
                }
                int other = key.charAt(i - 1) == typed.charAt(j - 1) ? 0 : 1;
                fewest[i][j] = Math.min(fewest[i - 1][j - 1] + other, Math.min(fewest[i - 1][j], fewest[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && key.charAt(i - 1) == typed.charAt(j - 2)
                        && key.charAt(i - 2) == typed.charAt(j - 1)) {
                    fewest[i][j] = Math.min(fewest[i][j], fewest[i - 2][j - 2] + 1);
                }
            }
        }
        return fewest[key.length()][typed.length()];
    }
}

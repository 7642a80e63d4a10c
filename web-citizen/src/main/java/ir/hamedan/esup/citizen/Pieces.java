package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.SearchWords.Mark;
import java.util.ArrayList;
import java.util.List;

/** A text cut where what was looked for begins and ends; the page writes each piece by itself and escapes it. */
public final class Pieces {
    /** A piece, marked when it was looked for. */
    public record Piece(String text, boolean marked) {}

    /** How much is shown around the first find of a long text. */
    private static final int ROOM = 160;

    private Pieces() {}

    static List<Piece> of(String text, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Mark mark : marks) {
            add(pieces, text.substring(from, mark.from()), false);
            add(pieces, text.substring(mark.from(), mark.until()), true);
            from = mark.until();
        }
        add(pieces, text.substring(from), false);
        return pieces;
    }

    /** A part of a long text around the first find, cut at words. */
    static List<Piece> around(String text, List<Mark> marks) {
        int first = marks.isEmpty() ? 0 : marks.get(0).from();
        int from = first <= ROOM ? 0 : Math.min(first, word(text, first - ROOM));
        int until = first + 2 * ROOM >= text.length() ? text.length() : word(text, first + 2 * ROOM);
        List<Mark> inside = marks.stream()
                .filter(mark -> mark.from() >= from && mark.until() <= until)
                .map(mark -> new Mark(mark.from() - from, mark.until() - from))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        add(pieces, from > 0 ? "… " : "", false);
        pieces.addAll(of(text.substring(from, until), inside));
        add(pieces, until < text.length() ? " …" : "", false);
        return pieces;
    }

    /** The next blank, so that no word and no letter is cut in two. */
    private static int word(String text, int at) {
        int blank = text.indexOf(' ', at);
        return blank < 0 ? text.length() : blank;
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}

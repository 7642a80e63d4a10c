package ir.hamedan.esup.rulebooks.api;

/**
 * A row of the table of chamfers.
 *
 * @param width of the wider one of the two streets, centimetres
 * @param angle between the two sides, degrees
 * @param length centimetres, measured as {@link Parameters#chamfer} says; where a book leaves room, the greatest
 */
public record Chamfer(String id, Band width, Band angle, int length) {
    /** What the length of a chamfer is the length of. */
    public enum Measure {
        /** The new line across the corner. */
        LINE,
        /** What is taken off either side. */
        SIDES
    }
}

package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.parcels.api.LayerKind;

/**
 * A layer of a map that one can switch.
 *
 * @param key under which it is asked for, and the {@code layer} of its features
 * @param shown when the page opens
 * @param wide whether the value of its lines is their width in centimetres
 */
public record MapLayer(String key, String name, Look look, boolean shown, boolean wide) {
    /** A layer in force. */
    public static MapLayer of(LayerKind kind, Messages messages, boolean shown) {
        return new MapLayer(
                kind.name(), messages.label("parcels", kind), Look.of(kind), shown, kind == LayerKind.STREET);
    }

    /** One that no layer in force is. */
    public static MapLayer of(String key, String name, Look look, boolean shown) {
        return new MapLayer(key, name, look, shown, false);
    }
}

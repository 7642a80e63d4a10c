package ir.hamedan.esup.parcels.api;

import java.time.LocalDate;

/**
 * A dated setting of a layer.
 *
 * @param kind the name of a {@link LayerKind}, or {@code *} for every kind without a setting of its own
 * @param name {@code fault.CODE} with the value BLOCK or WARN; {@code sliver}, hundredths of a square metre; {@code near}
 *     and, of streets, {@code slack}, centimetres; {@code codes}, the grades a feature may have with a blank between, or
 *     {@code *}
 * @param basis the rule or decision it rests on
 */
public record LayerSetting(String kind, String name, LocalDate validFrom, String value, String basis) {}

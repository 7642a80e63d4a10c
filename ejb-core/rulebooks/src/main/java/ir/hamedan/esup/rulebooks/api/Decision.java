package ir.hamedan.esup.rulebooks.api;

import java.time.LocalDate;

/**
 * A decision of the Article 5 commission on a parcel: it stands instead of table, bonuses and reductions, never of caps.
 *
 * @param map reference of the map that belongs to it
 * @param limits what it permits
 */
public record Decision(String number, LocalDate date, String map, Limits limits) {}

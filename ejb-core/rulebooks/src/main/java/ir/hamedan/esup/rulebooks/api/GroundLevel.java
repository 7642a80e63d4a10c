package ir.hamedan.esup.rulebooks.api;

import java.time.LocalDate;

/**
 * The level of the street before a parcel, as a bar-o-kaf paper has it.
 *
 * @param number of the paper
 * @param centimetres over the sea, at the middle of the front
 */
public record GroundLevel(String number, LocalDate date, int centimetres) {}

package ir.hamedan.esup.parcels.api;

import java.time.LocalDate;

/**
 * The title deed of an object as the registry wrote it, with what a surveyor measured.
 *
 * @param number of the deed
 * @param issuer the registry office
 * @param surveyedArea square metres as surveyed, in hundredths; 0 when nobody has surveyed it
 * @param sides what lies on its four sides
 */
public record Title(String number, LocalDate issuedOn, String issuer, long surveyedArea, Sides sides) {
    /** The neighbour or street on each side, in the words of the deed; empty where it is silent. */
    public record Sides(String north, String east, String south, String west) {}
}

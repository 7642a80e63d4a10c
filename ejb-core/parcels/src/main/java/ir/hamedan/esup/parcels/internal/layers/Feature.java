package ir.hamedan.esup.parcels.internal.layers;

import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a layer.
 *
 * @param place in its file, from 1
 * @param grade the code of a zone; what other layers say of theirs
 * @param value of a street its width in centimetres, of a slope tenths of a percent, of the airport's cone centimetres
 * @param planned of a street its planned width in centimetres
 * @param geometry valid, in metres
 */
record Feature(long place, String id, String name, String grade, long value, long planned, Geometry geometry) {}

package ir.hamedan.esup.parcels.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of a layer.
 *
 * @param epsg the UTM zone its metres are of
 * @param hash SHA-256 of its file, in small hexadecimal letters
 * @param position how many features of the file were read
 * @param complete the file was read to its end
 * @param checkedAt when the whole was checked; empty before that
 * @param blocking how many faults keep it from being published
 * @param coverage whether it says how far it reaches; without that it reaches everywhere
 * @param validFrom the day it takes effect, as the first signer set it
 */
public record LayerVersion(
        long id,
        LayerKind kind,
        int number,
        LayerState state,
        int epsg,
        String fileName,
        String hash,
        FeatureNames names,
        Instant openedAt,
        String openedBy,
        long position,
        boolean complete,
        Optional<Instant> checkedAt,
        long blocking,
        long warnings,
        boolean coverage,
        Optional<LocalDate> validFrom,
        Optional<String> signedBy,
        Optional<String> publishedBy,
        Optional<Instant> publishedAt,
        Optional<String> withdrawnBy,
        Optional<Instant> withdrawnAt) {}

package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.Page;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Layers of the map from the file to their publication: open a draft, stage the file piece by piece, check, sign, publish
 * by a second signature. Versions are kept; what is published never changes. SUPERVISOR and ADMINISTRATOR; a job, as
 * SYSTEM, may open, stage and check.
 */
public interface LayerOffice {
    /** How many faults of reading, and how many of checking, are named; all are counted. */
    int NAMED_FAULTS = 10_000;

    /** The most features one call of {@link #stage} may take. */
    int LARGEST_PIECE = 10_000;

    /**
     * Opens a draft.
     *
     * @param hash SHA-256 of the file; staging holds the file against it
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.layer-file-known} when a version that is not withdrawn came
     *     from the same file, {@code parcels.layer-file-wrong}
     */
    LayerVersion open(LayerKind kind, String fileName, String hash, FeatureNames names);

    /**
     * Opens a draft with all that was read for a version which is published, so that how far it reaches can be said anew.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-layer-version}, {@code parcels.layer-not-published}
     */
    LayerVersion reopen(long version);

    /** A version by its id; {@code parcels.unknown-layer-version}. */
    LayerVersion version(long version);

    /** The newest first. */
    Page<LayerVersion> versions(Optional<LayerKind> kind, Page.Request page);

    /**
     * Reads on in the file from where the draft stands: what a file that was opened anew already gave is skipped. One
     * call is one transaction and takes its features and faults exactly once, however often a job is restarted and
     * whoever else works on the same draft. When it fails the file has been read on: open it anew.
     *
     * @param most how many features at most
     * @return the version as it now stands; {@code complete} when the file has ended
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.layer-position} when the file is ahead of the draft or
     *     another was faster, {@code parcels.layer-not-a-draft}, {@code parcels.layer-file-changed} when the file is not
     *     the one that was announced
     */
    LayerVersion stage(long version, FeatureFile file, int most);

    /**
     * Says how far a draft reaches: outside of the outline is no data. The collection of polygons in the file replaces an
     * earlier one, and a first signature does not count any more.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.outline-wrong} with the fault
     */
    LayerVersion cover(long version, InputStream outline);

    /** Lets a draft reach everywhere again. */
    LayerVersion uncover(long version);

    /** Checks the draft as a whole; its earlier findings are replaced. {@code parcels.layer-not-complete} before its end. */
    LayerVersion check(long version);

    /** Those that block first. */
    Page<LayerFault> faults(long version, Page.Request page);

    /**
     * The first signature, with the day from which the version is to be in force. Signing again before the second
     * signature sets another day.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.layer-has-faults}, {@code parcels.layer-not-checked}, {@code
     *     parcels.layer-day-in-the-past} unless it is the first of its kind
     */
    LayerVersion sign(long version, LocalDate validFrom);

    /** The second signature, by another person: {@code parcels.second-signer-needed}; {@code parcels.layer-not-signed}. */
    LayerVersion publish(long version);

    /** Takes back a draft or a published version; what was answered from it until now stays as it was known. */
    LayerVersion withdraw(long version, String reason);

    /** Every setting that was ever made, the newest of each name first. */
    List<LayerSetting> settings();

    /** {@code parcels.wrong-layer-setting}, {@code parcels.layer-day-in-the-past}. ADMINISTRATOR. */
    void set(LayerSetting setting);

    /** The UTM zone of the city: 32639 for Hamedan. */
    int epsg();

    /** {@code parcels.map-in-use} once there is a layer or a limit. ADMINISTRATOR. */
    void setEpsg(int epsg);
}

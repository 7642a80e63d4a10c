package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Changes of the register by the office. What was once recorded is never changed, only followed. */
public interface ParcelOffice {
    /**
     * Places a lock on an object or a block. OFFICER, SUPERVISOR, ADMINISTRATOR.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.letter-missing}, {@code parcels.day-in-the-future}, {@code
     *     parcels.unknown-code}, {@code parcels.code-replaced}
     */
    Lock placeLock(RenewalCode code, LockKind kind, String authority, String letter, LocalDate from);

    /**
     * Lifts a lock.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.letter-missing}, {@code parcels.unknown-lock}, {@code
     *     parcels.lock-lifted-already}, {@code parcels.code-replaced} when it went along to the codes that follow and is to
     *     be lifted there
     */
    void liftLock(long lock, String letter);

    /** The locks of an object, those lifted too. */
    List<Lock> locks(RenewalCode code);

    /**
     * Records a title deed as the registry wrote it; the newest one counts, the earlier ones stay. Sent again it changes
     * nothing. OFFICER, SUPERVISOR, ADMINISTRATOR.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.title-incomplete} or {@code parcels.title-too-long} at its
     *     field, {@code parcels.day-in-the-future}, {@code parcels.title-recorded-otherwise} when the deed of that number
     *     and day was recorded with other words
     */
    void recordTitle(RenewalCode code, Title title);

    /** A correction of the owners that waits for its second signature. */
    record OwnerCorrection(
            long id,
            RenewalCode code,
            List<Owner> before,
            List<Owner> after,
            String reason,
            String proposedBy,
            Instant proposedAt,
            Optional<String> decidedBy,
            Optional<Boolean> approved) {}

    /** {@code parcels.shares-do-not-add-up} unless the shares are exactly the whole. */
    OwnerCorrection proposeOwners(RenewalCode code, List<Owner> owners, String reason);

    /** By another person than the one who proposed it: {@code parcels.second-signer-needed}. */
    OwnerCorrection decideOwners(long correction, boolean approve);

    /** The newest first; by part of the code, of the reason or of who proposed it. */
    Page<OwnerCorrection> corrections(boolean waitingOnly, String text, Page.Request page);

    /**
     * Records a registered deed: the shares go from one side to the other, exactly. Called by the inquiry that reserved
     * them; idempotent by its reference.
     */
    void recordTransfer(
            RenewalCode code,
            List<Owner> transferors,
            List<Owner> transferees,
            LocalDate deedDate,
            String deedNumber,
            String reference);

    /**
     * What a change of codes does.
     *
     * @param steps from every old code to every new one, and those of all that stands on a renumbered object
     * @param retired the codes that are no longer in force
     * @param owners of the new objects
     * @param locks that are carried to the new objects
     */
    record CodeEffect(List<Parcels.CodeChange> steps, List<RenewalCode> retired, List<Owner> owners, long locks) {}

    /** What {@link #changeCodes} would do, or the refusal it would end with; nothing is changed. */
    CodeEffect tryCodes(String change, List<RenewalCode> from, List<LandObject> to, LocalDate on, String reference);

    /**
     * {@code change} is SPLIT, MERGE or RENUMBER; old codes stay searchable for ever. Whoever changes one of the objects, or
     * what stands on a renumbered one, waits until this is done.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, {@code parcels.code-replaced}, {@code
     *     parcels.code-taken}, {@code parcels.objects-on-it}, {@code parcels.merge-needs-one-ownership}, {@code
     *     parcels.too-many-to-renumber}
     */
    void changeCodes(String change, List<RenewalCode> from, List<LandObject> to, LocalDate on, String reference);
}

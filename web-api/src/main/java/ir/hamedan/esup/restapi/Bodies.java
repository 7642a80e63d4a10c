package ir.hamedan.esup.restapi;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies of the interface as they are written. What is not there is null, not absent, so that callers read the fields
 * without asking first; in a refusal only what there is to say stands.
 */
final class Bodies {
    private Bodies() {}

    /** What a machine asks for, RFC 6749 4.4.2. */
    @Schema(name = "Grant", requiredProperties = "grant_type")
    @SuppressWarnings("MemberName")
    public record Grant(
            @Schema(enumeration = "client_credentials") String grant_type) {}

    /** An access token, RFC 6749 5.1; its names are those of the standard. */
    @Schema(name = "Token")
    @SuppressWarnings("MemberName")
    public record Token(String access_token, String token_type, long expires_in) {}

    /** RFC 6749 5.2. */
    @JsonbNillable(false)
    @Schema(name = "TokenError")
    @SuppressWarnings("MemberName")
    public record TokenError(
            @Schema(example = "invalid_client") String error, String error_description) {}

    /** RFC 9457. */
    @JsonbNillable(false)
    @Schema(name = "Problem")
    public record Problem(
            @Schema(example = "urn:esup:problem:inquiries.not-the-owner")
            String type,

            String title,
            int status,

            @Schema(description = "Cause and remedy, in the caller's language")
            String detail,

            @Schema(description = "A stable code", example = "inquiries.not-the-owner")
            String code,

            @Schema(description = "Of a fault of ours, for the telephone")
            String incident,

            @Schema(description = "Everything that is wrong, each at its field")
            List<FieldError> errors) {}

    /** One thing that is wrong with a request. */
    @JsonbNillable(false)
    @Schema(name = "FieldError")
    public record FieldError(
            @Schema(example = "transferors[0].share") String field, String code, String detail) {}

    /** A side of the deal. */
    @Schema(name = "Side")
    public record Side(
            @Schema(
                    enumeration = {"PERSON", "LEGAL"},
                    required = true)
            String kind,

            @Schema(
                    description = "National id (10 digits) or id of the legal person (11)",
                    example = "7401003716",
                    required = true)
            String id,

            @Schema(example = "علی رضایی", required = true) String name,

            @Schema(description = "Exact fraction of the whole property", example = "3/6", required = true)
            String share,

            @Schema(
                    description = "Where the party can be reached; not part of the certificate",
                    example = "09181234567")
            String mobile) {}

    @Schema(name = "Attorney")
    public record Attorney(
            @Schema(example = "7403194284") String id,

            @Schema(description = "Number of the power of attorney")
            String document) {}

    @Schema(name = "Letter")
    public record Letter(
            @Schema(example = "1405/123") String number,

            @Schema(type = SchemaType.STRING, description = "ISO or Persian date", example = "2026-11-24")
            String date) {}

    /** What a notary asks. Documented here, read by {@link InquiryReader}. */
    @Schema(name = "InquiryRequest")
    public record Request(
            @Schema(description = "Renewal code", example = "1-5-67-15-0-0-0", required = true)
            String parcel,

            @Schema(
                    required = true,
                    enumeration = {
                        "SALE", "SETTLEMENT", "SETTLEMENT_WITH_LIFE_USE", "GIFT", "EXCHANGE", "MORTGAGE",
                        "LEASE_TO_OWN", "PARTITION", "INHERITANCE", "ENDOWMENT", "AUCTION", "ASSEMBLY",
                        "SUBDIVISION", "POWER_TO_SELL"
                    })
            String deal,

            @Schema(required = true) List<Side> transferors,
            List<Side> transferees,
            Attorney attorney,
            @Schema(required = true) Letter letter,

            @Schema(
                    description =
                            "Certificate of inheritance or record of the auction; INHERITANCE and AUCTION need it")
            Letter basis,

            String remarks,
            Boolean buyerAcceptsDebt,

            @Schema(description = "Id of the earlier inquiry this one follows; its answer ends")
            String follows) {}

    @Schema(name = "Check")
    public record Check(
            String code,

            @Schema(enumeration = {"CLEAR", "CONCERN", "NOT_APPLICABLE", "NO_DATA"})
            String outcome,

            String source,
            Instant asOf,

            @Schema(description = "A stable code of what was found")
            String finding,

            @Schema(description = "What was found, in the caller's language")
            String detail) {}

    @Schema(name = "CertificateRef")
    public record Certificate(String number, String secret, long signatureNumber, String verifyUrl) {}

    @Schema(name = "DebtItem")
    public record Item(
            String levy,
            int year,
            long principal,
            long penalty,
            long reward,
            long amount,
            String rule,

            @Schema(description = "Posted inside the priority window of an earlier deed")
            boolean staysWithSeller) {}

    @Schema(name = "Bill")
    public record Bill(
            String billId,
            String paymentId,
            @Schema(description = "26 digits") String barcode,
            long amount,
            LocalDate payBy,

            @Schema(enumeration = {"OPEN", "PAID", "LAPSED", "REPLACED"})
            String state) {}

    @Schema(name = "Debts")
    public record Debts(
            List<Item> items,
            long total,
            long payable,
            boolean paid,

            @Schema(description = "A bill can no longer be paid: POST .../bill gives a fresh one")
            boolean lapsed,

            List<Bill> bills) {}

    @Schema(name = "OfficerAnswer")
    public record Answer(
            boolean clean, String reason, String detail, String words, String signer, String secondSigner) {}

    @Schema(name = "Deed")
    public record Deed(
            @Schema(
                    enumeration = {"REGISTERED", "ABANDONED"},
                    required = true)
            String outcome,

            String number,

            @Schema(
                    type = SchemaType.STRING,
                    description = "ISO or Persian date; needed for REGISTERED, today by default for ABANDONED")
            String date,

            @Schema(
                    readOnly = true,
                    description = "The register could not take the deed over by itself; the office enters its owners")
            Boolean ownersOpen) {}

    @Schema(name = "LaterDebit")
    public record LaterDebit(long demand, String code, String levy, int year, long amount, Instant postedAt) {}

    @Schema(name = "Document")
    public record Document(long id, String name, String type, long size, Instant at) {}

    @Schema(name = "Event")
    public record Event(Instant at, String actor, String state, String what, String words) {}

    @Schema(name = "Inquiry")
    public record Inquiry(
            @Schema(required = true) String id,

            @Schema(
                    required = true,
                    description = "DRAFT is kept by the portal alone: what is sent here is filed or refused",
                    enumeration = {
                        "DRAFT",
                        "ISSUED",
                        "AWAITING_PAYMENT",
                        "WITH_OFFICER",
                        "NEEDS_DOCUMENT",
                        "REFUSED",
                        "WITHDRAWN",
                        "EXPIRED",
                        "SUPERSEDED"
                    })
            String state,

            @Schema(required = true) String parcel,
            @Schema(required = true) String deal,
            List<Side> transferors,
            List<Side> transferees,
            Attorney attorney,
            Letter letter,
            Letter basis,
            String remarks,
            boolean buyerAcceptsDebt,
            String follows,
            @Schema(required = true) String office,
            @Schema(required = true) String filedBy,
            @Schema(required = true) Instant filedAt,
            List<Check> checks,
            Certificate certificate,
            Debts debts,
            Answer answer,

            @Schema(description = "Day by which an officer must have answered")
            LocalDate dueBy,

            LocalDate validUntil,

            @Schema(description = "End of the priority window, while it is open")
            LocalDate reservedUntil,

            Deed deed,
            List<LaterDebit> laterDebits,
            List<Document> documents,
            List<Event> events,

            @Schema(description = "Why a paid answer is not signed yet; it is tried again by itself")
            String delayedBy,

            long version) {}

    @Schema(name = "InquiryRow")
    public record Row(
            String id,
            String state,
            String parcel,
            String deal,
            String firstTransferor,
            String letterNumber,
            Instant filedAt,
            LocalDate dueBy) {}

    @Schema(name = "InquiryPage")
    public record Rows(List<Row> rows, long total, int page, int size) {}

    @Schema(name = "Signature")
    public record Signature(String signer, String algorithm, Instant signedAt) {}

    @Schema(name = "Certificate")
    public record Verified(
            @Schema(required = true) String number,
            String kind,
            long signatureNumber,

            @Schema(
                    required = true,
                    enumeration = {"VALID", "EXPIRED", "SUPERSEDED", "REVOKED"})
            String state,

            Instant issuedAt,
            LocalDate validUntil,
            String title,
            String verdict,

            @Schema(type = SchemaType.OBJECT, description = "The facts, as they were certified")
            JsonObject answer,

            Signature signature,
            Instant changedAt,
            String reasonCode,
            String reason,
            String revokedBy,
            String supersededBy) {}

    @Schema(name = "PdfVerdict")
    public record Pdf(
            @Schema(enumeration = {"OURS_UNCHANGED", "OURS_CHANGED", "NOT_OURS"})
            String verdict,

            boolean ours,
            boolean unchanged,
            String number,
            String state,
            Signature signature) {}
}

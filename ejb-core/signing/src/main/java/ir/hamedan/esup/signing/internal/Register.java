package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.CertificateRow;
import ir.hamedan.esup.signing.api.CertificateState;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The register of certificates in the database: rows come, none goes and none changes. */
final class Register {
    private static final String ENTRY = """
            select r.number, r.signature_number, r.kind, r.issued_at, r.valid_until, r.document, r.pdf_digest,
                   s.name as signer, j.algorithm, j.signed_at,
                   v.at as revoked_at, v.reason_code, v.reason, vs.name as revoked_by, p.at as superseded_at, n.number as superseded_by
              from signing.register r
              join signing.journal j on j.signature_number = r.signature_number
              join signing.signer s on s.fingerprint = j.signer
              left join signing.status v on v.number = r.number and v.state = 'REVOKED'
              left join signing.journal vj on vj.signature_number = v.signature_number
              left join signing.signer vs on vs.fingerprint = vj.signer
              left join signing.status p on p.number = r.number and p.state = 'SUPERSEDED'
              left join signing.register n on n.reference = p.by_reference
            """;

    /** Journal and signer come in the same statement: one round trip a certificate. */
    private static final String RECORD = """
            with signer as (
                insert into signing.signer (fingerprint, name, chain) values (?, ?, ?)
                on conflict do nothing),
            journal as (
                insert into signing.journal
                    (signature_number, purpose, signed_at, signer, algorithm, digest, signature)
                values (?, ?, ?, ?, ?, ?, ?))
            """;

    private final Sql sql;

    Register(DataSource source) {
        this.sql = new Sql(source);
    }

    /** Fresh numbers, or what this reference was given before. */
    record Begun(long signatureNumber, long serial, Optional<Earlier> earlier) {}

    /** A certificate that is there already. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Earlier(CertificateNumber number, Instant issuedAt, byte[] pdf) {}

    /** One certificate with what became of it. */
    record Entry(
            CertificateNumber number,
            CertificateKind kind,
            long signatureNumber,
            Instant issuedAt,
            LocalDate validUntil,
            String document,
            String signer,
            String algorithm,
            Instant signedAt,
            Optional<Instant> revokedAt,
            Optional<String> reasonCode,
            Optional<String> reason,
            Optional<String> revokedBy,
            Optional<Instant> supersededAt,
            Optional<CertificateNumber> supersededBy) {
        CertificateState state(Instant now) {
            return Register.state(revokedAt.isPresent(), supersededAt.isPresent(), validUntil, now);
        }
    }

    private static CertificateState state(boolean revoked, boolean superseded, LocalDate validUntil, Instant now) {
        if (revoked) {
            return CertificateState.REVOKED;
        }
        if (superseded) {
            return CertificateState.SUPERSEDED;
        }
        boolean over = LocalDate.ofInstant(now, PersianDate.TEHRAN).isAfter(validUntil);
        return over ? CertificateState.EXPIRED : CertificateState.VALID;
    }

    Begun begin(String reference) {
        return sql.one(
                "select * from signing.begin_issue(?)",
                row -> row.text("o_number") == null
                        ? new Begun(row.number("o_signature_number"), row.number("o_serial"), Optional.empty())
                        : new Begun(
                                row.number("o_signature_number"),
                                0,
                                Optional.of(new Earlier(
                                        new CertificateNumber(row.text("o_number")),
                                        row.instant("o_issued_at"),
                                        row.bytes("o_pdf")))),
                reference);
    }

    void record(CertificateRequest request, CertificateMaker.Made made) {
        Draft draft = made.draft();
        SigningKey key = made.key();
        sql.run(
                RECORD + """
                        insert into signing.register
                            (number, signature_number, kind, region, subject, reference, issued_at, valid_until, proof,
                             document, pdf, pdf_digest, signed_digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                key.fingerprint(),
                key.signer(),
                encoded(key),
                draft.signatureNumber(),
                "CERTIFICATE",
                draft.issuedAt(),
                key.fingerprint(),
                key.algorithm(),
                made.signed().digest(),
                made.signed().cms(),
                draft.number().digits(),
                draft.signatureNumber(),
                request.kind(),
                request.region(),
                request.subject(),
                request.reference(),
                draft.issuedAt(),
                draft.validUntil(),
                draft.secret().proof(draft.number()),
                draft.document(),
                made.signed().pdf(),
                Digests.sha256(made.signed().pdf()),
                made.signed().digest());
    }

    private static byte[][] encoded(SigningKey key) {
        try {
            byte[][] chain = new byte[key.chain().size()][];
            for (int i = 0; i < chain.length; i++) {
                X509Certificate certificate = key.chain().get(i);
                chain[i] = certificate.getEncoded();
            }
            return chain;
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    long nextSignatureNumber() {
        return sql.one("select nextval('signing.signature_number') as number", row -> row.number("number"));
    }

    /** Appends a status; false when this certificate has it already. */
    boolean recordStatus(Status status, long signatureNumber, String statement, byte[] signature, SigningKey key) {
        byte[] content = statement.getBytes(StandardCharsets.UTF_8);
        return sql.run(
                        RECORD + """
                                insert into signing.status
                                    (number, state, at, by_reference, reason_code, reason, actor, statement,
                                     signature_number)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """,
                        key.fingerprint(),
                        key.signer(),
                        encoded(key),
                        signatureNumber,
                        "STATUS",
                        status.at(),
                        key.fingerprint(),
                        key.algorithm(),
                        Digests.sha256(content),
                        signature,
                        status.number().digits(),
                        status.state(),
                        status.at(),
                        status.byReference().orElse(null),
                        status.reasonCode().orElse(null),
                        status.reason().orElse(null),
                        status.actor(),
                        statement,
                        signatureNumber)
                == 1;
    }

    void recordHead(
            long size,
            byte[] root,
            Instant at,
            String statement,
            long signatureNumber,
            byte[] signature,
            SigningKey key) {
        sql.run(
                RECORD + """
                        insert into signing.tree_head (size, root_hash, at, statement, signature_number)
                        values (?, ?, ?, ?, ?)
                        """,
                key.fingerprint(),
                key.signer(),
                encoded(key),
                signatureNumber,
                "TREE_HEAD",
                at,
                key.fingerprint(),
                key.algorithm(),
                Digests.sha256(statement.getBytes(StandardCharsets.UTF_8)),
                signature,
                size,
                root,
                at,
                statement,
                signatureNumber);
    }

    /** What became of a certificate. */
    record Status(
            CertificateNumber number,
            CertificateState state,
            Instant at,
            Optional<String> byReference,
            Optional<String> reasonCode,
            Optional<String> reason,
            String actor) {}

    Optional<Entry> byProof(byte[] proof) {
        return sql.first(ENTRY + " where r.proof = ?", Register::entry, proof);
    }

    Optional<byte[]> pdfByProof(byte[] proof) {
        return sql.first("select pdf from signing.register where proof = ?", row -> row.bytes("pdf"), proof);
    }

    Optional<byte[]> pdf(CertificateNumber number) {
        return sql.first("select pdf from signing.register where number = ?", row -> row.bytes("pdf"), number.digits());
    }

    Optional<Entry> byPdf(byte[] pdfDigest) {
        return sql.first(ENTRY + " where r.pdf_digest = ?", Register::entry, pdfDigest);
    }

    /** The certificate that was signed over ranges with this digest, with the certificate of its signer. */
    Optional<Signed> bySignedDigest(byte[] digest) {
        return sql.first(
                "select e.*, g.chain[1] as certificate from (" + ENTRY + " where r.signed_digest = ?) e"
                        + " join signing.journal k on k.signature_number = e.signature_number"
                        + " join signing.signer g on g.fingerprint = k.signer",
                row -> new Signed(entry(row), row.bytes("certificate")),
                digest);
    }

    /** A certificate found by its signature. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Signed(Entry entry, byte[] certificate) {}

    /** The state of one certificate, locked against a second status at the same time. */
    Optional<CertificateState> stateForChange(CertificateNumber number, Instant now) {
        sql.hold("signing.status:" + number.digits());
        return sql.first(ENTRY + " where r.number = ?", Register::entry, number.digits())
                .map(entry -> entry.state(now));
    }

    Page<CertificateRow> search(String text, Page.Request page, Instant now) {
        String typed = PersianText.asciiDigits(PersianText.clean(text));
        String pattern = Sql.beginning(typed);
        String number = typed.replaceAll("[^0-9]", "");
        // A number may be typed with its separators; a renewal code is no number.
        boolean likeNumber = number.length() >= 4 && typed.matches("[0-9/ ]+");
        String where = typed.isEmpty()
                ? " where true"
                : " where r.subject like ? or r.reference = ?" + (likeNumber ? " or r.number like ?" : "");
        Object[] arguments = typed.isEmpty()
                ? new Object[0]
                : likeNumber ? new Object[] {pattern, typed, number + "%"} : new Object[] {pattern, typed};
        long total = sql.one(
                "select count(*) as total from signing.register r" + where, row -> row.number("total"), arguments);
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = page.size();
        all[arguments.length + 1] = page.offset();
        List<CertificateRow> rows =
                sql.list("""
                select r.number, r.kind, r.subject, r.reference, r.issued_at, r.valid_until, r.signature_number,
                       s.name as signer,
                       exists (select 1 from signing.status v where v.number = r.number and v.state = 'REVOKED')
                           as revoked,
                       exists (select 1 from signing.status p where p.number = r.number and p.state = 'SUPERSEDED')
                           as superseded
                  from signing.register r
                  join signing.journal j on j.signature_number = r.signature_number
                  join signing.signer s on s.fingerprint = j.signer
                """ + where + " order by r.signature_number desc limit ? offset ?", row -> row(row, now), all);
        return new Page<>(rows, total, page);
    }

    private static CertificateRow row(Sql.Row row, Instant now) throws SQLException {
        LocalDate validUntil = row.date("valid_until");
        return new CertificateRow(
                new CertificateNumber(row.text("number")),
                row.constant(CertificateKind.class, "kind"),
                row.text("subject"),
                row.text("reference"),
                state(row.bool("revoked"), row.bool("superseded"), validUntil, now),
                row.instant("issued_at"),
                validUntil,
                row.text("signer"),
                row.number("signature_number"));
    }

    private static Entry entry(Sql.Row row) throws SQLException {
        return new Entry(
                new CertificateNumber(row.text("number")),
                row.constant(CertificateKind.class, "kind"),
                row.number("signature_number"),
                row.instant("issued_at"),
                row.date("valid_until"),
                row.text("document"),
                row.text("signer"),
                row.text("algorithm"),
                row.instant("signed_at"),
                Optional.ofNullable(row.instant("revoked_at")),
                Optional.ofNullable(row.text("reason_code")),
                Optional.ofNullable(row.text("reason")),
                Optional.ofNullable(row.text("revoked_by")),
                Optional.ofNullable(row.instant("superseded_at")),
                Optional.ofNullable(row.text("superseded_by")).map(CertificateNumber::new));
    }
}

package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.Paper;
import ir.hamedan.esup.signing.api.Signer;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The floor: the same paper drawn and signed as an inquiry's answer is, with no server and no database around it. */
public final class RenderAndSign {
    private final CertificateMaker maker = new CertificateMaker();

    /** @param data where the demo keys lie or are made */
    public RenderAndSign(Path data) {
        maker.keys = SigningKeys.with(new SigningConfig(
                "pkcs12",
                Optional.empty(),
                Optional.empty(),
                "office",
                Optional.empty(),
                0,
                "ecdsa",
                true,
                data,
                "http://localhost:8080"));
    }

    /** @return the size of the signed document in bytes */
    public int make(long serial, Paper paper) {
        CertificateRequest request = new CertificateRequest(
                "bench-" + serial,
                CertificateKind.TRANSFER_CLEARANCE,
                1,
                "1-5-67-15-0-0-0",
                LocalDate.now().plusDays(30),
                Json.createObjectBuilder().add("parcel", "1-5-67-15-0-0-0").add("verdict", "CLEAR").build(),
                paper,
                Signer.office());
        CertificateNumber number = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, serial);
        return maker.make(request, number, serial, Instant.now()).signed().pdf().length;
    }
}

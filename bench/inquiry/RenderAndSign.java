package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.Signer;
import java.nio.file.Path;
import java.time.Instant;

/** The floor: the same paper drawn and signed as an inquiry's answer is, with no server and no database around it. */
public final class RenderAndSign {
    private final CertificateMaker maker = new CertificateMaker();

    /** @param data where the demo keys lie or are made */
    public RenderAndSign(Path data) {
        maker.keys = SigningKeys.with(World.config("ecdsa", data));
    }

    /**
     * Makes one with as much on the paper as a clean answer has.
     *
     * @return the size of the signed document in bytes
     */
    public int make(long serial) {
        CertificateRequest request = Papers.request("bench-" + serial, Signer.office(), Papers.transfer(8));
        CertificateNumber number = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, serial);
        return maker.make(request, number, serial, Instant.now()).signed().pdf().length;
    }
}

package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Certificates;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Takes an answer back in the name of the office when its deal was given up. A notary may report that, but may not
 * revoke certificates: only this one thing is done for him, in his own transaction.
 */
@Stateless
@RunAs(Roles.SYSTEM)
@DeclareRoles(Roles.SYSTEM)
@PermitAll
public class Endings {
    @Inject
    Certificates certificates;

    /** The deal of this answer will not be made: whoever checks the certificate reads so from now on. */
    public void abandoned(String certificate) {
        certificates.revoke(
                new CertificateNumber(certificate),
                "DEAL_ABANDONED",
                Messages.in(Messages.PERSIAN).text("inquiries.deal-abandoned"));
    }
}

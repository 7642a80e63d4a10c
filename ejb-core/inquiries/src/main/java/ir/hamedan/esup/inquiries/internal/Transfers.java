package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Takes a registered deed over into the register of owners. */
@Dependent
class Transfers {
    @Inject
    Parcels parcels;

    @Inject
    ParcelOffice office;

    /**
     * Changes the owners of the object, or of all that took the place of its code since the answer.
     *
     * @return false when the register does not fit the deed any more: the land was merged with other land, is not to be
     *     found, or belongs to others by now. A registered deed is true all the same, so the office enters it by hand
     */
    boolean record(Inquiry inquiry, String number, LocalDate date) {
        InquiryRequest request = inquiry.head.request();
        LocalDate since = inquiry.answered()
                .map(answer -> LocalDate.ofInstant(answer.at(), PersianDate.TEHRAN))
                .orElse(date);
        Heirs heirs = Heirs.of(request.parcel(), since, parcels.history(request.parcel()));
        List<RenewalCode> standing = heirs.codes().stream()
                .filter(code -> parcels.find(code).isPresent())
                .sorted()
                .toList();
        if (heirs.merged() || standing.isEmpty() || !standing.stream().allMatch(code -> owns(code, request))) {
            return false;
        }
        for (RenewalCode code : standing) {
            office.recordTransfer(
                    code,
                    owners(request.transferors(), date),
                    owners(request.transferees(), date),
                    date,
                    number,
                    "inquiry:" + inquiry.head.id());
        }
        return true;
    }

    private boolean owns(RenewalCode code, InquiryRequest request) {
        List<Owner> owners = parcels.facts(code).owners();
        return request.transferors().stream().allMatch(side -> Faults.owned(owners, side.party())
                .filter(owned -> owned.compareTo(side.share()) >= 0)
                .isPresent());
    }

    private static List<Owner> owners(List<PartyShare> sides, LocalDate since) {
        return sides.stream()
                .map(side -> new Owner(side.party(), side.name(), side.share(), since))
                .toList();
    }
}

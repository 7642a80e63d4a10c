package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a request that the notary can put right: each at its field. Doubts are no faults. */
final class Faults {
    static final int MOST_PARTIES = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LETTER = 50;
    private static final int LONGEST_WORDS = 2000;

    private final InquiryRequest request;
    private final LocalDate today;
    private final List<Problem> found = new ArrayList<>();

    private Faults(InquiryRequest request, LocalDate today) {
        this.request = request;
        this.today = today;
    }

    /** Faults of the request alone, before anything is looked up. */
    static List<Problem> ofRequest(InquiryRequest request, LocalDate today) {
        Faults faults = new Faults(request, today);
        faults.sides("transferors", request.transferors());
        faults.sides("transferees", request.transferees());
        faults.sums();
        faults.deal();
        faults.papers();
        return faults.found;
    }

    /** Faults against the register: who does not own, or owns less. Empty owners say nothing. */
    static List<Problem> ofOwners(InquiryRequest request, List<Owner> owners) {
        List<Problem> found = new ArrayList<>();
        if (owners.isEmpty()) {
            return found;
        }
        for (int i = 0; i < request.transferors().size(); i++) {
            PartyShare side = request.transferors().get(i);
            Optional<Share> owned = owned(owners, side.party());
            if (owned.isEmpty()) {
                found.add(
                        Problem.invalid("inquiries.not-the-owner", side.party().id())
                                .at("transferors[" + i + "].id"));
            } else if (owned.get().compareTo(side.share()) < 0) {
                found.add(Problem.invalid(
                                "inquiries.share-larger-than-owned",
                                side.share().toString(),
                                owned.get().toString())
                        .at("transferors[" + i + "].share"));
            }
        }
        return found;
    }

    /** The whole share of a party, who may stand in the register with several. */
    static Optional<Share> owned(List<Owner> owners, PartyId party) {
        return owners.stream()
                .filter(owner -> owner.party().equals(party))
                .map(Owner::share)
                .reduce(Share::plus);
    }

    private void sides(String field, List<PartyShare> sides) {
        if (sides.size() > MOST_PARTIES) {
            add(field, "inquiries.too-many-parties", MOST_PARTIES);
            return;
        }
        Set<PartyId> seen = new HashSet<>();
        for (int i = 0; i < sides.size(); i++) {
            String at = field + "[" + i + "].";
            PartyShare side = sides.get(i);
            if (!seen.add(side.party())) {
                add(at + "id", "inquiries.party-twice", side.party().id());
            }
            text(at + "name", side.name(), LONGEST_NAME);
        }
    }

    private void sums() {
        if (request.transferors().isEmpty()) {
            add("transferors", "inquiries.transferor-missing");
        }
        boolean none = request.transferees().isEmpty();
        if (none && request.deal() != DealKind.POWER_TO_SELL) {
            add("transferees", "inquiries.transferee-missing");
        }
        Optional<Share> given = sum("transferors", request.transferors());
        Optional<Share> taken = sum("transferees", request.transferees());
        if (given.isPresent() && taken.isPresent() && !given.equals(taken)) {
            add(
                    "transferees",
                    "inquiries.shares-differ",
                    given.get().toString(),
                    taken.get().toString());
        }
    }

    private Optional<Share> sum(String field, List<PartyShare> sides) {
        try {
            return sides.stream().map(PartyShare::share).reduce(Share::plus);
        } catch (Problem aboveTheWhole) {
            add(field, "inquiries.shares-above-whole");
            return Optional.empty();
        }
    }

    private void deal() {
        if (request.deal() == DealKind.POWER_TO_SELL && request.attorney().isEmpty()) {
            add("attorney", "inquiries.deal-needs-attorney");
        }
        if (request.deal().needsBasis() && request.basis().isEmpty()) {
            add("basis", "inquiries.deal-needs-basis");
        }
        if (request.deal() == DealKind.ASSEMBLY && request.remarks().isBlank()) {
            add("remarks", "inquiries.deal-needs-other-parcels");
        }
        if (request.deal() == DealKind.PARTITION && request.transferors().size() < 2) {
            add("transferors", "inquiries.deal-needs-co-owners");
        }
        // Owners who divide or join their land stand on both sides.
        if (!request.deal().changesLand()) {
            Set<PartyId> givers = new HashSet<>();
            request.transferors().forEach(side -> givers.add(side.party()));
            for (int i = 0; i < request.transferees().size(); i++) {
                PartyId taker = request.transferees().get(i).party();
                if (givers.contains(taker)) {
                    add("transferees[" + i + "].id", "inquiries.party-on-both-sides", taker.id());
                }
            }
        }
    }

    private void papers() {
        request.attorney().ifPresent(attorney -> text("attorney.document", attorney.document(), LONGEST_NAME));
        text("letter.number", request.letter().number(), LONGEST_LETTER);
        notInFuture("letter.date", request.letter().date());
        request.basis().ifPresent(basis -> {
            text("basis.number", basis.number(), LONGEST_LETTER);
            notInFuture("basis.date", basis.date());
        });
        if (request.letter().date().isBefore(today.minusYears(1))) {
            add("letter.date", "inquiries.date-too-old", request.letter().date());
        }
        if (request.remarks().length() > LONGEST_WORDS) {
            add("remarks", "inquiries.too-long", LONGEST_WORDS);
        }
    }

    private void notInFuture(String field, LocalDate date) {
        if (date.isAfter(today)) {
            add(field, "inquiries.date-in-future", date);
        }
    }

    private void text(String field, String value, int longest) {
        if (value.isBlank()) {
            add(field, "inquiries.missing");
        } else if (value.length() > longest) {
            add(field, "inquiries.too-long", longest);
        }
    }

    private void add(String field, String code, Object... arguments) {
        found.add(Problem.invalid(code, arguments).at(field));
    }
}

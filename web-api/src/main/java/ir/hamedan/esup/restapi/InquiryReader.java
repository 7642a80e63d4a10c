package ir.hamedan.esup.restapi;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Mobile;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the request of an inquiry and tells all that is wrong with it at once. */
final class InquiryReader {
    private static final int MOST_PARTIES = 60;

    private InquiryReader() {}

    /** @throws Faults with every fault of form */
    static InquiryRequest read(JsonObject json) {
        Fields fields = new Fields(json);
        fields.only(Set.of(
                "parcel",
                "deal",
                "transferors",
                "transferees",
                "attorney",
                "letter",
                "basis",
                "remarks",
                "buyerAcceptsDebt",
                "follows"));
        Optional<RenewalCode> parcel = fields.value("parcel", true, RenewalCode::parse);
        Optional<DealKind> deal = fields.constant("deal", DealKind.class);
        List<PartyShare> transferors = sides(fields, "transferors");
        List<PartyShare> transferees = sides(fields, "transferees");
        Optional<InquiryRequest.Attorney> attorney =
                fields.object("attorney", false).flatMap(InquiryReader::attorney);
        Optional<InquiryRequest.Letter> letter = fields.object("letter", true).flatMap(InquiryReader::letter);
        Optional<InquiryRequest.Letter> basis = fields.object("basis", false).flatMap(InquiryReader::letter);
        String remarks = fields.text("remarks", false).orElse("");
        boolean acceptsDebt = fields.flag("buyerAcceptsDebt");
        Optional<String> follows = fields.text("follows", false).filter(id -> !id.isBlank());
        fields.check();
        return new InquiryRequest(
                parcel.orElseThrow(),
                deal.orElseThrow(),
                transferors,
                transferees,
                attorney,
                letter.orElseThrow(),
                basis,
                remarks,
                acceptsDebt,
                follows);
    }

    private static List<PartyShare> sides(Fields fields, String name) {
        List<PartyShare> sides = new ArrayList<>();
        for (Fields side : fields.objects(name, MOST_PARTIES)) {
            side.only(Set.of("kind", "id", "name", "share", "mobile"));
            Optional<PartyId.Kind> kind = side.constant("kind", PartyId.Kind.class);
            Optional<PartyId> party =
                    side.value("id", true, id -> kind.isPresent() ? new PartyId(kind.get(), id) : PartyId.parse(id));
            Optional<String> called = side.text("name", true);
            Optional<Share> share = side.value("share", true, Share::parse);
            Optional<Mobile> mobile = side.value("mobile", false, Mobile::parse);
            if (party.isPresent() && called.isPresent() && share.isPresent()) {
                sides.add(new PartyShare(party.get(), called.get(), share.get(), mobile));
            }
        }
        return sides;
    }

    private static Optional<InquiryRequest.Attorney> attorney(Fields fields) {
        fields.only(Set.of("id", "document"));
        Optional<NationalId> id = fields.value("id", true, NationalId::parse);
        Optional<String> document = fields.text("document", true);
        return id.isPresent() && document.isPresent()
                ? Optional.of(new InquiryRequest.Attorney(id.get(), document.get()))
                : Optional.empty();
    }

    private static Optional<InquiryRequest.Letter> letter(Fields fields) {
        fields.only(Set.of("number", "date"));
        Optional<String> number = fields.text("number", true);
        Optional<LocalDate> date = fields.date("date", true);
        return number.isPresent() && date.isPresent()
                ? Optional.of(new InquiryRequest.Letter(number.get(), date.get()))
                : Optional.empty();
    }
}

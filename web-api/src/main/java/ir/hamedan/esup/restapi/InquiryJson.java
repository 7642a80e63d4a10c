package ir.hamedan.esup.restapi;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.ledger.api.Bill;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inquiries as the contract of the interface writes them. Amounts are whole rials, dates ISO 8601, years Persian. */
final class InquiryJson {
    private static final Set<String> REQUEST = Set.of(
            "parcel",
            "deal",
            "transferors",
            "transferees",
            "attorney",
            "letter",
            "remarks",
            "buyerAcceptsDebt",
            "follows");
    private static final Set<String> PARTY = Set.of("kind", "id", "name", "share");

    private InquiryJson() {}

    /** @throws Faults every fault of the body at its field */
    static InquiryRequest request(Reading body) {
        body.only(REQUEST);
        RenewalCode parcel = body.required("parcel", RenewalCode::parse);
        DealKind deal = body.required("deal", Reading.constant(DealKind.class));
        List<PartyShare> transferors = parties(body.children("transferors"));
        List<PartyShare> transferees = parties(body.children("transferees"));
        Optional<InquiryRequest.Attorney> attorney = Optional.ofNullable(body.child("attorney", false))
                .map(given -> new InquiryRequest.Attorney(
                        given.only(Set.of("id", "document")).required("id", NationalId::parse),
                        given.required("document", PersianText::clean)));
        InquiryRequest.Letter letter = Optional.ofNullable(body.child("letter", true))
                .map(given -> new InquiryRequest.Letter(
                        given.only(Set.of("number", "date")).required("number", PersianText::clean),
                        given.required("date", Reading::date)))
                .orElse(null);
        String remarks = body.optional("remarks", PersianText::clean);
        boolean buyerAcceptsDebt = body.flag("buyerAcceptsDebt");
        Optional<String> follows = Optional.ofNullable(body.optional("follows", String::strip));
        body.refuseFaults();
        return new InquiryRequest(
                parcel,
                deal,
                transferors,
                transferees,
                attorney,
                letter,
                remarks == null ? "" : remarks,
                buyerAcceptsDebt,
                follows);
    }

    private static List<PartyShare> parties(List<Reading> given) {
        List<PartyShare> parties = new ArrayList<>();
        for (Reading party : given) {
            party.only(PARTY);
            PartyId.Kind kind = party.required("kind", Reading.constant(PartyId.Kind.class));
            PartyId id = kind == null
                    ? null
                    : party.required("id", text -> new PartyId(kind, PersianText.digitsOnlyForm(text)));
            String name = party.required("name", PersianText::clean);
            Share share = party.required("share", Share::parse);
            parties.add(new PartyShare(id, name, share));
        }
        return parties;
    }

    static JsonObject view(InquiryView inquiry, Messages messages) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", inquiry.id())
                .add("state", inquiry.state().name())
                .add("parcel", inquiry.request().parcel().text())
                .add("deal", inquiry.request().deal().name())
                .add("transferors", parties(inquiry.request().transferors().stream()))
                .add("transferees", parties(inquiry.request().transferees().stream()))
                .add("office", inquiry.office())
                .add("filedAt", inquiry.filedAt().toString())
                .add("checks", checks(inquiry, messages));
        inquiry.certificate()
                .ifPresentOrElse(
                        certificate -> json.add(
                                "certificate",
                                Json.createObjectBuilder()
                                        .add("number", certificate.number())
                                        .add("secret", certificate.secret())
                                        .add("signatureNumber", certificate.signatureNumber())
                                        .add("verifyUrl", certificate.verifyUrl())),
                        () -> json.addNull("certificate"));
        inquiry.debts().ifPresentOrElse(debts -> json.add("debts", debts(debts)), () -> json.addNull("debts"));
        inquiry.answer()
                .ifPresent(answer -> json.add(
                        "answer",
                        Json.createObjectBuilder()
                                .add("clean", answer.clean())
                                .add("reason", answer.reason().name())
                                .add("detail", messages.label("inquiries", answer.reason()))
                                .add("words", answer.words())));
        inquiry.validUntil().ifPresent(day -> json.add("validUntil", day.toString()));
        inquiry.reservedUntil().ifPresent(day -> json.add("reservedUntil", day.toString()));
        inquiry.dueBy().ifPresent(day -> json.add("dueBy", day.toString()));
        inquiry.delayedBy().ifPresent(code -> json.add("delayedBy", code));
        inquiry.deed()
                .ifPresent(deed -> json.add(
                        "deed",
                        Json.createObjectBuilder()
                                .add("outcome", deed.outcome().name())
                                .add("number", deed.number())
                                .add("date", deed.date().toString())));
        JsonArrayBuilder later = Json.createArrayBuilder();
        inquiry.laterDebits()
                .forEach(debit -> later.add(Json.createObjectBuilder()
                        .add("levy", debit.levy().name())
                        .add("year", debit.year())
                        .add("amount", debit.amount().amount())
                        .add("postedAt", debit.postedAt().toString())));
        return json.add("laterDebits", later).build();
    }

    private static JsonArrayBuilder parties(java.util.stream.Stream<PartyShare> parties) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        parties.forEach(party -> json.add(Json.createObjectBuilder()
                .add("kind", party.party().kind().name())
                .add("id", party.party().id())
                .add("name", party.name())
                .add("share", party.share().toString())));
        return json;
    }

    private static JsonArrayBuilder checks(InquiryView inquiry, Messages messages) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (Check check : inquiry.checks()) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("code", check.code().name())
                    .add("outcome", check.outcome().name())
                    .add("source", check.source());
            if (check.asOf() == null) {
                one.addNull("asOf");
            } else {
                one.add("asOf", check.asOf().toString());
            }
            json.add(one.add("detail", check.text(messages)));
        }
        return json;
    }

    private static JsonObjectBuilder debts(InquiryView.Debts debts) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (Bill.Line line : debts.statement().items()) {
            items.add(Json.createObjectBuilder()
                    .add("levy", line.levy().name())
                    .add("year", line.year())
                    .add("principal", line.principal().amount())
                    .add("penalty", line.penalty().amount())
                    .add("reward", line.reward().amount())
                    .add("amount", line.amount().amount())
                    .add("rule", line.rule()));
        }
        JsonArrayBuilder bills = Json.createArrayBuilder();
        for (Bill bill : debts.bills()) {
            bills.add(Json.createObjectBuilder()
                    .add("billId", bill.billId().text())
                    .add("paymentId", bill.paymentId().text())
                    .add("barcode", bill.paymentId().barcode(bill.billId()))
                    .add("amount", bill.amount().amount())
                    .add("payBy", bill.payBy().toString())
                    .add("state", bill.state().name()));
        }
        return Json.createObjectBuilder()
                .add("items", items)
                .add("total", debts.statement().total().amount())
                .add("payable", debts.statement().payable().amount())
                .add("paid", debts.paid())
                .add("lapsed", debts.lapsed())
                .add("bills", bills);
    }

    static JsonObjectBuilder row(InquiryRow row) {
        return Json.createObjectBuilder()
                .add("id", row.id())
                .add("state", row.state().name())
                .add("parcel", row.parcel().text())
                .add("deal", row.deal().name())
                .add("firstTransferor", row.firstTransferor())
                .add("letterNumber", row.letterNumber())
                .add("filedAt", row.filedAt().toString());
    }
}

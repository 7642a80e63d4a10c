package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Title;
import ir.hamedan.esup.signing.api.CertificateKind;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The answer to an inquiry, as machines read it. */
final class AnswerJson {
    private final Inquiry inquiry;
    private final InquiryRequest request;
    private final Answers.Finding finding;
    private final LocalDate day;
    private final boolean sealedByOffice;

    /** @param sealedByOffice the seal of the office stands for the key of an officer */
    AnswerJson(Inquiry inquiry, Answers.Finding finding, LocalDate day, boolean sealedByOffice) {
        this.inquiry = inquiry;
        this.request = inquiry.head.request();
        this.finding = finding;
        this.day = day;
        this.sealedByOffice = sealedByOffice;
    }

    JsonObject of(CertificateKind kind, LocalDate validUntil, Optional<LocalDate> reservedUntil) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", kind.name())
                .add("inquiry", inquiry.head.id())
                .add("answeredOn", day.toString())
                .add("validUntil", validUntil.toString());
        reservedUntil.ifPresent(until -> json.add("reservedUntil", until.toString()));
        json.add(
                        "office",
                        Json.createObjectBuilder()
                                .add("id", inquiry.head.office())
                                .add("name", inquiry.head.officeName()))
                .add("request", Requests.certified(request))
                .add("property", property())
                .add("title", title())
                .add("owners", owners())
                .add("buildingPapers", buildingPapers())
                .add("checks", checks())
                .add("paid", paid());
        if (inquiry.verdict().given()) {
            json.add(
                    "officer",
                    Json.createObjectBuilder()
                            .add("reason", inquiry.verdict().reason().name())
                            .add("words", inquiry.verdict().words())
                            .add("signer", inquiry.verdict().signerName())
                            .add("secondSigner", inquiry.verdict().secondName())
                            .add("sealedByOffice", sealedByOffice));
        }
        return json.build();
    }

    private JsonObjectBuilder property() {
        return finding.facts().map(facts -> property(facts.object())).orElseGet(() -> Json.createObjectBuilder()
                .add("code", request.parcel().text())
                .add("region", request.parcel().region()));
    }

    private static JsonObjectBuilder property(LandObject object) {
        return Json.createObjectBuilder()
                .add("code", object.code().text())
                .add("region", object.region())
                .add("registryPlate", object.registryPlate())
                .add("registrySection", object.registrySection())
                .add("postalCode", object.postalCode().orElse(""))
                .add("address", object.address())
                .add("use", object.use().name())
                .add("deed", object.deed().name())
                .add("landAreaHundredths", object.landArea())
                .add("floorAreaHundredths", object.floorArea());
    }

    /** Null when the register has no title deed of the object. */
    private JsonValue title() {
        return finding.facts()
                .flatMap(ParcelFacts::title)
                .<JsonValue>map(AnswerJson::title)
                .orElse(JsonValue.NULL);
    }

    private static JsonObject title(Title title) {
        return Json.createObjectBuilder()
                .add("number", title.number())
                .add("issuedOn", title.issuedOn().toString())
                .add("issuer", title.issuer())
                .add("surveyedAreaHundredths", title.surveyedArea())
                .add(
                        "sides",
                        Json.createObjectBuilder()
                                .add("north", title.sides().north())
                                .add("east", title.sides().east())
                                .add("south", title.sides().south())
                                .add("west", title.sides().west()))
                .build();
    }

    private JsonArrayBuilder owners() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        finding.owners()
                .forEach(owner -> array.add(Json.createObjectBuilder()
                        .add("kind", owner.party().kind().name())
                        .add("id", owner.party().id())
                        .add("name", owner.name())
                        .add("share", owner.share().toString())
                        .add("since", owner.since().toString())));
        return array;
    }

    private JsonArrayBuilder buildingPapers() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        finding.papers()
                .forEach(paper -> array.add(Json.createObjectBuilder()
                        .add("kind", paper.kind().name())
                        .add("number", paper.number())
                        .add("issuedOn", paper.issuedOn().toString())));
        return array;
    }

    private JsonArrayBuilder paid() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        finding.paid()
                .forEach(bill -> array.add(Json.createObjectBuilder()
                        .add("billId", bill.billId().text())
                        .add("paymentId", bill.paymentId().text())
                        .add("amount", bill.amount().amount())
                        .add("paidAt", bill.paidAt().map(Instant::toString).orElse(""))));
        return array;
    }

    private JsonArrayBuilder checks() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        finding.checks().forEach(check -> array.add(CheckJson.write(check)));
        return array;
    }
}

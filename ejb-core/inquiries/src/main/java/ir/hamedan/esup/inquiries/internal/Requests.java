package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Mobile;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Share;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The request of an inquiry in its one canonical form: as it is kept, hashed and read back. */
final class Requests {
    private Requests() {}

    /** Names and texts as they are shown: one kind of letters, single spaces. */
    static InquiryRequest clean(InquiryRequest typed) {
        return new InquiryRequest(
                typed.parcel(),
                typed.deal(),
                typed.transferors().stream().map(Requests::clean).toList(),
                typed.transferees().stream().map(Requests::clean).toList(),
                typed.attorney().map(a -> new InquiryRequest.Attorney(a.id(), PersianText.clean(a.document()))),
                clean(typed.letter()),
                typed.basis().map(Requests::clean),
                typed.remarks() == null ? "" : PersianText.clean(typed.remarks()),
                typed.buyerAcceptsDebt(),
                typed.follows());
    }

    private static InquiryRequest.Letter clean(InquiryRequest.Letter letter) {
        return new InquiryRequest.Letter(PersianText.clean(letter.number()), letter.date());
    }

    private static PartyShare clean(PartyShare side) {
        return new PartyShare(side.party(), PersianText.clean(side.name()), side.share(), side.mobile());
    }

    static JsonObject write(InquiryRequest request) {
        return write(request, true);
    }

    /** As it stands in a certificate, which anybody who has the paper may read: without telephone numbers. */
    static JsonObject certified(InquiryRequest request) {
        return write(request, false);
    }

    private static JsonObject write(InquiryRequest request, boolean reachable) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("parcel", request.parcel().text())
                .add("deal", request.deal().name())
                .add("transferors", sides(request.transferors(), reachable))
                .add("transferees", sides(request.transferees(), reachable));
        request.attorney()
                .ifPresent(attorney -> json.add(
                        "attorney",
                        Json.createObjectBuilder()
                                .add("id", attorney.id().text())
                                .add("document", attorney.document())));
        json.add("letter", letter(request.letter()));
        request.basis().ifPresent(basis -> json.add("basis", letter(basis)));
        json.add("remarks", request.remarks()).add("buyerAcceptsDebt", request.buyerAcceptsDebt());
        request.follows().ifPresent(id -> json.add("follows", id));
        return json.build();
    }

    private static JsonObjectBuilder letter(InquiryRequest.Letter letter) {
        return Json.createObjectBuilder()
                .add("number", letter.number())
                .add("date", letter.date().toString());
    }

    private static JsonArrayBuilder sides(List<PartyShare> sides, boolean reachable) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        sides.forEach(side -> {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("kind", side.party().kind().name())
                    .add("id", side.party().id())
                    .add("name", side.name())
                    .add("share", side.share().toString());
            side.mobile().filter(mobile -> reachable).ifPresent(mobile -> json.add("mobile", mobile.text()));
            array.add(json);
        });
        return array;
    }

    static InquiryRequest read(JsonObject json) {
        return new InquiryRequest(
                RenewalCode.parse(json.getString("parcel")),
                DealKind.valueOf(json.getString("deal")),
                sides(json.getJsonArray("transferors")),
                sides(json.getJsonArray("transferees")),
                Optional.ofNullable(json.getJsonObject("attorney"))
                        .map(a -> new InquiryRequest.Attorney(
                                NationalId.parse(a.getString("id")), a.getString("document"))),
                letter(json.getJsonObject("letter")),
                Optional.ofNullable(json.getJsonObject("basis")).map(Requests::letter),
                json.getString("remarks"),
                json.getBoolean("buyerAcceptsDebt"),
                Optional.ofNullable(json.getString("follows", null)));
    }

    private static InquiryRequest.Letter letter(JsonObject json) {
        return new InquiryRequest.Letter(json.getString("number"), LocalDate.parse(json.getString("date")));
    }

    private static List<PartyShare> sides(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(side -> new PartyShare(
                        new PartyId(PartyId.Kind.valueOf(side.getString("kind")), side.getString("id")),
                        side.getString("name"),
                        Share.parse(side.getString("share")),
                        Optional.ofNullable(side.getString("mobile", null)).map(Mobile::new)))
                .toList();
    }

    /** SHA-256 of the canonical form: two requests have the same one when they ask the same. */
    static String hash(InquiryRequest request) {
        return Sha256.of(write(request).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the search looks in: folded code, letter number and names. */
    static String searchKey(String id, InquiryRequest request) {
        StringBuilder key = new StringBuilder()
                .append(PersianText.fold(id))
                .append('|')
                .append(PersianText.fold(request.parcel().text()))
                .append('|')
                .append(PersianText.fold(request.letter().number()));
        request.transferors().forEach(side -> key.append('|').append(PersianText.fold(side.name())));
        request.transferees().forEach(side -> key.append('|').append(PersianText.fold(side.name())));
        return key.toString();
    }
}

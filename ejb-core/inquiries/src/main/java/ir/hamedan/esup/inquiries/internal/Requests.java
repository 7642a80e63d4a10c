package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
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
                new InquiryRequest.Letter(
                        PersianText.clean(typed.letter().number()),
                        typed.letter().date()),
                typed.remarks() == null ? "" : PersianText.clean(typed.remarks()),
                typed.buyerAcceptsDebt(),
                typed.follows());
    }

    private static PartyShare clean(PartyShare side) {
        return new PartyShare(side.party(), PersianText.clean(side.name()), side.share());
    }

    static JsonObject write(InquiryRequest request) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("parcel", request.parcel().text())
                .add("deal", request.deal().name())
                .add("transferors", sides(request.transferors()))
                .add("transferees", sides(request.transferees()));
        request.attorney()
                .ifPresent(attorney -> json.add(
                        "attorney",
                        Json.createObjectBuilder()
                                .add("id", attorney.id().text())
                                .add("document", attorney.document())));
        json.add(
                        "letter",
                        Json.createObjectBuilder()
                                .add("number", request.letter().number())
                                .add("date", request.letter().date().toString()))
                .add("remarks", request.remarks())
                .add("buyerAcceptsDebt", request.buyerAcceptsDebt());
        request.follows().ifPresent(id -> json.add("follows", id));
        return json.build();
    }

    private static JsonArrayBuilder sides(List<PartyShare> sides) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        sides.forEach(side -> array.add(Json.createObjectBuilder()
                .add("kind", side.party().kind().name())
                .add("id", side.party().id())
                .add("name", side.name())
                .add("share", side.share().toString())));
        return array;
    }

    static InquiryRequest read(JsonObject json) {
        JsonObject letter = json.getJsonObject("letter");
        return new InquiryRequest(
                RenewalCode.parse(json.getString("parcel")),
                DealKind.valueOf(json.getString("deal")),
                sides(json.getJsonArray("transferors")),
                sides(json.getJsonArray("transferees")),
                Optional.ofNullable(json.getJsonObject("attorney"))
                        .map(a -> new InquiryRequest.Attorney(
                                NationalId.parse(a.getString("id")), a.getString("document"))),
                new InquiryRequest.Letter(letter.getString("number"), LocalDate.parse(letter.getString("date"))),
                json.getString("remarks"),
                json.getBoolean("buyerAcceptsDebt"),
                Optional.ofNullable(json.getString("follows", null)));
    }

    private static List<PartyShare> sides(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(side -> new PartyShare(
                        new PartyId(PartyId.Kind.valueOf(side.getString("kind")), side.getString("id")),
                        side.getString("name"),
                        Share.parse(side.getString("share"))))
                .toList();
    }

    /** SHA-256 of the canonical form: two requests have the same one when they ask the same. */
    static String hash(InquiryRequest request) {
        try {
            byte[] bytes = write(request).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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

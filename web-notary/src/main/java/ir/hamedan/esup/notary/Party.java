package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Mobile;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One side's party as it is typed: a row of the form, bound by the page. */
public class Party {
    private String id = "";
    private String name = "";
    private String share = "";
    private String unit = "DANG";
    private String mobile = "";

    static Party from(JsonObject json) {
        Party party = new Party();
        party.id = json.getString("id", "");
        party.name = json.getString("name", "");
        party.share = json.getString("share", "");
        party.unit = json.getString("unit", "DANG");
        party.mobile = json.getString("mobile", "");
        return party;
    }

    static Party from(PartyShare given) {
        Party party = new Party();
        party.id = given.party().id();
        party.name = given.name();
        party.share = given.share().toString();
        party.unit = ShareText.FRACTION;
        party.mobile = given.mobile().map(Mobile::text).orElse("");
        return party;
    }

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("share", share)
                .add("unit", unit)
                .add("mobile", mobile)
                .build();
    }

    boolean isEmpty() {
        return id.isBlank() && name.isBlank() && share.isBlank();
    }

    /** What is wrong with the row, each at its field below the path. */
    List<Problem> problems(String path) {
        List<Problem> found = new ArrayList<>();
        found.addAll(Draft.tried(path + ".id", () -> PartyId.parse(required(id, "notary.party.id-missing"))));
        found.addAll(Draft.tried(path + ".name", () -> required(name, "notary.party.name-missing")));
        found.addAll(Draft.tried(path + ".share", () -> {
            required(share, "notary.party.share-missing");
            new ShareText(share, unit).share();
        }));
        if (!mobile.isBlank()) {
            found.addAll(Draft.tried(path + ".mobile", () -> Mobile.parse(mobile)));
        }
        return found;
    }

    PartyShare toShare() {
        return new PartyShare(
                PartyId.parse(id),
                PersianText.clean(name),
                new ShareText(share, unit).share(),
                mobile.isBlank() ? Optional.empty() : Optional.of(Mobile.parse(mobile)));
    }

    static String required(String value, String code) {
        if (value.isBlank()) {
            throw Problem.invalid(code);
        }
        return value;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = Draft.text(id);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Draft.text(name);
    }

    public String getShare() {
        return share;
    }

    public void setShare(String share) {
        this.share = Draft.text(share);
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = Draft.text(mobile);
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }
}

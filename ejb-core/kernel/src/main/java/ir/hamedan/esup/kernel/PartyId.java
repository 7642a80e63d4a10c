package ir.hamedan.esup.kernel;

/** Who owns, owes or acts: a person by national id, or a legal person by its id. */
public record PartyId(Kind kind, String id) {
    /** A person or a legal person. */
    public enum Kind {
        PERSON,
        LEGAL
    }

    public PartyId {
        id = switch (kind) {
            case PERSON -> NationalId.parse(id).text();
            case LEGAL -> LegalId.parse(id).text();
        };
    }

    public static PartyId of(NationalId id) {
        return new PartyId(Kind.PERSON, id.text());
    }

    public static PartyId of(LegalId id) {
        return new PartyId(Kind.LEGAL, id.text());
    }

    /** A person or a legal person by the number of digits: ten or eleven. */
    public static PartyId parse(String typed) {
        String digits = PersianText.digitsOnlyForm(typed == null ? "" : typed);
        return new PartyId(digits.length() == 11 ? Kind.LEGAL : Kind.PERSON, digits);
    }

    @Override
    public String toString() {
        return id;
    }
}

package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An inquiry as it is typed, question by question. It holds texts as they were typed, wrong ones too, so that nothing
 * is ever lost; {@link #toRequest} reads them. Bound by the pages, kept as JSON by the inquiries.
 */
public class Draft {
    /** More parties than any deed has; what is above is refused. */
    static final int MOST_PARTIES = 50;

    private static final int LONGEST_TEXT = 4_000;

    private String parcel = "";
    private String deal = "";
    private final List<Party> transferors = new ArrayList<>();
    private final List<Party> transferees = new ArrayList<>();
    private String attorney = "";
    private String attorneyId = "";
    private String attorneyDocument = "";
    private LetterText letter = new LetterText("", "");
    private LetterText basis = new LetterText("", "");
    private String remarks = "";
    private boolean buyerAcceptsDebt;
    private String follows = "";
    private final Set<Step> seen = EnumSet.noneOf(Step.class);

    /** Reads what {@link #toJson} wrote. */
    static Draft from(String fields) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(fields))) {
            json = reader.readObject();
        }
        Draft draft = new Draft();
        draft.parcel = json.getString("parcel", "");
        draft.deal = json.getString("deal", "");
        parties(json, "transferors", draft.transferors);
        parties(json, "transferees", draft.transferees);
        draft.attorney = json.getString("attorney", "");
        draft.attorneyId = json.getString("attorneyId", "");
        draft.attorneyDocument = json.getString("attorneyDocument", "");
        draft.letter = new LetterText(json.getString("letterNumber", ""), json.getString("letterDate", ""));
        draft.basis = new LetterText(json.getString("basisNumber", ""), json.getString("basisDate", ""));
        draft.remarks = json.getString("remarks", "");
        draft.buyerAcceptsDebt = json.getBoolean("buyerAcceptsDebt", false);
        draft.follows = json.getString("follows", "");
        for (Step step : Step.values()) {
            if (json.getString("seen", "").contains(step.name())) {
                draft.seen.add(step);
            }
        }
        return draft;
    }

    private static void parties(JsonObject json, String side, List<Party> into) {
        if (json.containsKey(side)) {
            json.getJsonArray(side).getValuesAs(JsonObject.class).forEach(party -> into.add(Party.from(party)));
        }
    }

    /** A new draft that follows an earlier inquiry: everything as it was asked then, the letter anew. */
    static Draft following(InquiryView earlier, LocalDate today) {
        InquiryRequest request = earlier.request();
        Draft draft = new Draft();
        draft.parcel = request.parcel().text();
        draft.deal = request.deal().name();
        request.transferors().forEach(given -> draft.transferors.add(Party.from(given)));
        request.transferees().forEach(given -> draft.transferees.add(Party.from(given)));
        draft.attorney = request.attorney().isPresent() ? "YES" : "NO";
        request.attorney().ifPresent(given -> {
            draft.attorneyId = given.id().text();
            draft.attorneyDocument = given.document();
        });
        draft.letter.setDate(PersianDate.of(today).text());
        request.basis().ifPresent(given -> draft.basis = LetterText.of(given));
        draft.remarks = text(request.remarks());
        draft.buyerAcceptsDebt = request.buyerAcceptsDebt();
        draft.follows = earlier.id();
        draft.seen.add(Step.REMARKS);
        return draft;
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("parcel", parcel)
                .add("deal", deal)
                .add("transferors", array(transferors))
                .add("transferees", array(transferees))
                .add("attorney", attorney)
                .add("attorneyId", attorneyId)
                .add("attorneyDocument", attorneyDocument)
                .add("letterNumber", letter.getNumber())
                .add("letterDate", letter.getDate())
                .add("basisNumber", basis.getNumber())
                .add("basisDate", basis.getDate())
                .add("remarks", remarks)
                .add("buyerAcceptsDebt", buyerAcceptsDebt)
                .add("follows", follows)
                .add("seen", seen.toString())
                .build()
                .toString();
    }

    private static JsonArrayBuilder array(List<Party> parties) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        parties.forEach(party -> array.add(party.toJson()));
        return array;
    }

    /** Everything that is wrong or missing in the answer to one question, each at its field. */
    List<Problem> problems(Step step) {
        return switch (step) {
            case PARCEL -> tried("parcel", () -> RenewalCode.parse(Party.required(parcel, "notary.parcel.missing")));
            case DEAL -> tried("deal", () -> Party.required(deal, "notary.deal.missing"));
            case TRANSFERORS -> problems("transferors", transferors);
            case TRANSFEREES -> problems("transferees", transferees);
            case ATTORNEY -> attorneyProblems();
            case LETTER -> letterProblems();
            case REMARKS -> List.of();
            case CHECK -> allProblems();
        };
    }

    private List<Problem> allProblems() {
        List<Problem> all = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step != Step.CHECK) {
                all.addAll(problems(step));
            }
        }
        return all;
    }

    private static List<Problem> problems(String side, List<Party> parties) {
        if (parties.isEmpty()) {
            return List.of(Problem.invalid("notary." + side + ".missing").at(side + "[0].id"));
        }
        List<Problem> all = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            all.addAll(parties.get(i).problems(side + "[" + i + "]"));
        }
        return all;
    }

    private List<Problem> attorneyProblems() {
        if (attorney.isBlank()) {
            return List.of(Problem.invalid("notary.attorney.missing").at("attorney"));
        }
        if (!hasAttorney()) {
            return List.of();
        }
        List<Problem> all = new ArrayList<>();
        all.addAll(
                tried("attorney.id", () -> NationalId.parse(Party.required(attorneyId, "notary.attorney.id-missing"))));
        all.addAll(
                tried("attorney.document", () -> Party.required(attorneyDocument, "notary.attorney.document-missing")));
        return all;
    }

    private List<Problem> letterProblems() {
        List<Problem> all = new ArrayList<>(letter.problems("letter"));
        if (basis.isGiven() || needsBasis()) {
            all.addAll(basis.problems("basis"));
        }
        return all;
    }

    /** Whatever was sent for a deal. */
    private boolean needsBasis() {
        return Arrays.stream(DealKind.values())
                .anyMatch(kind -> kind.needsBasis() && kind.name().equals(deal));
    }

    /** The problem the reading ran into, said of the field; nothing when it went well. */
    static List<Problem> tried(String field, Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (Problem problem) {
            return List.of(problem.at(field));
        }
    }

    /** Whether the question is answered so that the next one may come. */
    boolean answered(Step step) {
        return problems(step).isEmpty() && (step != Step.REMARKS || seen.contains(Step.REMARKS));
    }

    /** The first question not yet answered, or the page with all answers. */
    Step next() {
        for (Step step : Step.values()) {
            if (step != Step.CHECK && !answered(step)) {
                return step;
            }
        }
        return Step.CHECK;
    }

    void saw(Step step) {
        seen.add(step);
    }

    /**
     * The inquiry as it will be filed.
     *
     * @throws Problem the first thing that is wrong, at its field
     */
    InquiryRequest toRequest() {
        List<Problem> wrong = allProblems();
        if (!wrong.isEmpty()) {
            throw wrong.get(0);
        }
        return new InquiryRequest(
                RenewalCode.parse(parcel),
                DealKind.valueOf(deal),
                transferors.stream().map(Party::toShare).toList(),
                transferees.stream().map(Party::toShare).toList(),
                hasAttorney()
                        ? Optional.of(new InquiryRequest.Attorney(
                                NationalId.parse(attorneyId), PersianText.clean(attorneyDocument)))
                        : Optional.empty(),
                letter.letter(),
                basis.isGiven() ? Optional.of(basis.letter()) : Optional.empty(),
                remarks.strip(),
                buyerAcceptsDebt,
                Optional.of(follows).filter(id -> !id.isBlank()));
    }

    /** What was typed, never null and never longer than a page of text. */
    static String text(String typed) {
        String given = typed == null ? "" : typed.strip();
        return given.length() > LONGEST_TEXT ? given.substring(0, LONGEST_TEXT) : given;
    }

    public boolean hasAttorney() {
        return attorney.equals("YES");
    }

    public String getParcel() {
        return parcel;
    }

    public void setParcel(String parcel) {
        this.parcel = text(parcel);
    }

    public String getDeal() {
        return deal;
    }

    public void setDeal(String deal) {
        this.deal = text(deal);
    }

    public List<Party> getTransferors() {
        return transferors;
    }

    public List<Party> getTransferees() {
        return transferees;
    }

    public String getAttorney() {
        return attorney;
    }

    public void setAttorney(String attorney) {
        this.attorney = text(attorney);
    }

    public String getAttorneyId() {
        return attorneyId;
    }

    public void setAttorneyId(String attorneyId) {
        this.attorneyId = text(attorneyId);
    }

    public String getAttorneyDocument() {
        return attorneyDocument;
    }

    public void setAttorneyDocument(String attorneyDocument) {
        this.attorneyDocument = text(attorneyDocument);
    }

    public LetterText getLetter() {
        return letter;
    }

    public LetterText getBasis() {
        return basis;
    }

    public String getRemarks() {
        return remarks;
    }

    public void setRemarks(String remarks) {
        this.remarks = text(remarks);
    }

    public boolean isBuyerAcceptsDebt() {
        return buyerAcceptsDebt;
    }

    public void setBuyerAcceptsDebt(boolean buyerAcceptsDebt) {
        this.buyerAcceptsDebt = buyerAcceptsDebt;
    }

    public String getFollows() {
        return follows;
    }
}

package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import java.util.ArrayList;
import java.util.List;

/** Number and date of a letter or paper as they are typed; bound by the page. */
public class LetterText {
    private String number;
    private String date;

    LetterText(String number, String date) {
        this.number = number;
        this.date = date;
    }

    static LetterText of(InquiryRequest.Letter letter) {
        return new LetterText(letter.number(), PersianDate.of(letter.date()).text());
    }

    public boolean isGiven() {
        return !number.isBlank() || !date.isBlank();
    }

    /** What is wrong, each at its field below the path; the codes of what is missing begin with the same word. */
    List<Problem> problems(String path) {
        List<Problem> all = new ArrayList<>();
        all.addAll(Draft.tried(path + ".number", () -> Party.required(number, "notary." + path + ".number-missing")));
        all.addAll(Draft.tried(
                path + ".date", () -> PersianDate.parse(Party.required(date, "notary." + path + ".date-missing"))));
        return all;
    }

    InquiryRequest.Letter letter() {
        return new InquiryRequest.Letter(
                PersianText.clean(number), PersianDate.parse(date).toLocalDate());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = Draft.text(number);
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = Draft.text(date);
    }
}

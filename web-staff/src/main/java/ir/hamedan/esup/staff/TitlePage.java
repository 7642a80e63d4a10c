package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Title;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The title deed of an object is recorded. */
@Named("deed")
@RequestScoped
public class TitlePage {
    @Inject
    Parcels parcels;

    @Inject
    ParcelOffice office;

    @Inject
    RegisterKeepers keepers;

    @Inject
    HttpServletRequest request;

    private RenewalCode code;
    private String number = "";
    private String issuedOn = "";
    private String issuer = "";
    private String surveyed = "";
    private String north = "";
    private String east = "";
    private String south = "";
    private String west = "";

    @PostConstruct
    void load() {
        keepers.requireMe();
        code = parcels.facts(RenewalCode.parse(Parameters.text(request, "code")))
                .object()
                .code();
    }

    public String save() {
        List<Problem> wrong = new ArrayList<>();
        LocalDate day = FormProblems.tried("issuedOn", wrong, () -> Days.needed("issuedOn", issuedOn));
        Long area = FormProblems.tried(
                "surveyed", wrong, () -> Areas.typed("surveyed", surveyed).orElse(0L));
        requireText(wrong, "number", number);
        requireText(wrong, "issuer", issuer);
        if (!wrong.isEmpty()) {
            FormProblems.show(wrong);
            return null;
        }
        Title.Sides sides = new Title.Sides(north, east, south, west);
        office.recordTitle(code, new Title(number, day, issuer, area, sides));
        FormProblems.news("staff.news.title-recorded");
        return "parcel?faces-redirect=true&code=" + code;
    }

    private static void requireText(List<Problem> wrong, String field, String typed) {
        if (typed.isBlank()) {
            wrong.add(Problem.invalid("parcels.title-incomplete").at(field));
        }
    }

    public RenewalCode getCode() {
        return code;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = Parameters.typed(number);
    }

    public String getIssuedOn() {
        return issuedOn;
    }

    public void setIssuedOn(String issuedOn) {
        this.issuedOn = Parameters.typed(issuedOn);
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = Parameters.typed(issuer);
    }

    public String getSurveyed() {
        return surveyed;
    }

    public void setSurveyed(String surveyed) {
        this.surveyed = Parameters.typed(surveyed);
    }

    public String getNorth() {
        return north;
    }

    public void setNorth(String north) {
        this.north = Parameters.typed(north);
    }

    public String getEast() {
        return east;
    }

    public void setEast(String east) {
        this.east = Parameters.typed(east);
    }

    public String getSouth() {
        return south;
    }

    public void setSouth(String south) {
        this.south = Parameters.typed(south);
    }

    public String getWest() {
        return west;
    }

    public void setWest(String west) {
        this.west = Parameters.typed(west);
    }
}

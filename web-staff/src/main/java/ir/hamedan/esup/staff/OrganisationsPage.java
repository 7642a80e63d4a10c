package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.Organisations;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The organisations whose people or machines use the product; with {@code ?id=} one of them. */
@Named("bodies")
@RequestScoped
public class OrganisationsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Organisations organisations;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<Organisation> rows;
    private Optional<Organisation> one = Optional.empty();
    private String id;
    private OrganisationKind kind = OrganisationKind.NOTARY_OFFICE;
    private String name;
    private int region;
    private String newName;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        String asked = Parameters.text(request, "id");
        one = asked.isEmpty() ? Optional.empty() : organisations.find(asked);
        newName = one.map(Organisation::name).orElse("");
        rows = organisations.search(text, Parameters.page(request, PAGE_SIZE));
    }

    public String create() {
        organisations.create(new Organisation(Parameters.typed(id), kind, Parameters.typed(name), region, true));
        FormProblems.news("staff.news.organisation-created");
        return "organisations?faces-redirect=true";
    }

    public String rename() {
        organisations.rename(chosen(), Parameters.typed(newName));
        FormProblems.news("staff.news.renamed");
        return "organisations?faces-redirect=true&id=" + chosen();
    }

    public String setActive(boolean active) {
        organisations.setActive(chosen(), active);
        FormProblems.news(active ? "staff.news.enabled" : "staff.news.disabled");
        return "organisations?faces-redirect=true&id=" + chosen();
    }

    private String chosen() {
        return one.map(Organisation::id).orElse("");
    }

    public List<OrganisationKind> getKinds() {
        return Stream.of(OrganisationKind.values())
                .filter(one -> one != OrganisationKind.CITIZENS)
                .toList();
    }

    public Organisation getOne() {
        return one.orElse(null);
    }

    public String getText() {
        return text;
    }

    public Page<Organisation> getRows() {
        return rows;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public OrganisationKind getKind() {
        return kind;
    }

    public void setKind(OrganisationKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getRegion() {
        return region;
    }

    public void setRegion(int region) {
        this.region = region;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }
}

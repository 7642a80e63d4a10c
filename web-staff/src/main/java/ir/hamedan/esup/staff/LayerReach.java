package ir.hamedan.esup.staff;

import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** On the page of a version: how far it reaches, which is said of a draft, and a draft to say it anew. */
@Named("layerReach")
@RequestScoped
public class LayerReach {
    @Inject
    LayerOffice office;

    @Inject
    Me me;

    @Inject
    HttpServletRequest request;

    private LayerVersion version;
    private Part outline;

    @PostConstruct
    void load() {
        version = office.version(Parameters.whole(request, "id").orElse(0L));
    }

    private boolean isKeeper() {
        return me.has("SUPERVISOR ADMINISTRATOR");
    }

    public boolean isCoverable() {
        return isKeeper() && version.state() == LayerState.DRAFT;
    }

    /** Whether a draft of the same features can be opened. */
    public boolean isReopenable() {
        return isKeeper() && version.state() == LayerState.PUBLISHED;
    }

    public String cover() {
        try (InputStream content = Uploads.outline(outline)) {
            office.cover(version.id(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done("staff.news.layer-covered", version.id());
    }

    public String uncover() {
        office.uncover(version.id());
        return done("staff.news.layer-uncovered", version.id());
    }

    public String reopen() {
        return done("staff.news.layer-reopened", office.reopen(version.id()).id());
    }

    private static String done(String key, long id) {
        FormProblems.news(key);
        return "layer?faces-redirect=true&id=" + id;
    }

    public Part getOutline() {
        return outline;
    }

    public void setOutline(Part outline) {
        this.outline = outline;
    }
}

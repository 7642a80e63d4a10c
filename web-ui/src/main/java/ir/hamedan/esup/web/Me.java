package ir.hamedan.esup.web;

import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.Organisations;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;

/** Who is logged in, for the frame of a page and for menus: {@code #{me.name}}, {@code #{me.has('NOTARY')}}. */
@Named
@RequestScoped
public class Me {
    @Inject
    Actors actors;

    @Inject
    Organisations organisations;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private Optional<Actor> actor = Optional.empty();
    private String organisationName = "";

    @PostConstruct
    void load() {
        if (request.getRemoteUser() != null) {
            Actor current = actors.current();
            actor = Optional.of(current);
            organisationName = organisations
                    .find(current.organisation())
                    .map(Organisation::name)
                    .orElse(current.organisation());
        }
    }

    public boolean isKnown() {
        return actor.isPresent();
    }

    public String getName() {
        return actor.map(Actor::name).orElse("");
    }

    /** What a form of mine carries so that it is kept when the session ends ({@link Kept}). */
    public String getMark() {
        return actor.map(mine -> Mark.ours().of(mine.username(), clock.instant()))
                .orElse("");
    }

    public String getUsername() {
        return actor.map(Actor::username).orElse("");
    }

    public String getOrganisationName() {
        return organisationName;
    }

    /** Whether one of the roles, separated by blanks, is mine. */
    public boolean has(String roles) {
        for (String role : roles.split(" ")) {
            if (actor.filter(mine -> mine.has(role)).isPresent()) {
                return true;
            }
        }
        return false;
    }
}

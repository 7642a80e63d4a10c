package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sends everybody to the page their work begins with. */
@Named("start")
@RequestScoped
public class StartPage {
    @Inject
    Actors actors;

    public String go() {
        Actor me = actors.current();
        String page = me.has(Roles.OFFICER) || me.has(Roles.SUPERVISOR)
                ? "queue"
                : me.has(Roles.REVENUE_OFFICER) ? "bills" : me.has(Roles.ADMINISTRATOR) ? "users" : "journal";
        return page + "?faces-redirect=true";
    }
}

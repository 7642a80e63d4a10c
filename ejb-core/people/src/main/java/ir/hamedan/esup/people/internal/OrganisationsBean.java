package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.Organisations;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Organisations are switched off, never deleted: the journal and the certificates go on naming them. */
@Stateless
public class OrganisationsBean implements Organisations {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Event<Audited> audit;

    @Override
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Organisation create(Organisation wanted) {
        String id = Names.organisation(wanted.id());
        String name = Names.shown(wanted.name());
        if (wanted.kind() == OrganisationKind.CITIZENS) {
            throw Problem.invalid("people.one-body-of-citizens").at("kind");
        }
        if (wanted.region() < 0 || wanted.region() > 4) {
            throw Problem.invalid("people.region-unknown", wanted.region()).at("region");
        }
        int rows = new Sql(source)
                .run(
                        "insert into people.organisation (id, kind, name, search_key, region, active)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                        id,
                        wanted.kind(),
                        name,
                        Names.searchKey(id, name),
                        wanted.region(),
                        wanted.active());
        if (rows == 0) {
            throw Problem.conflict("people.organisation-exists", id).at("id");
        }
        Organisation made = existing(id);
        audit.fire(Audited.of("people.organisation-created", id, facts(made)));
        return made;
    }

    @Override
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Organisation rename(String id, String name) {
        Organisation before = locked(id);
        String shown = Names.shown(name);
        new Sql(source)
                .run(
                        "update people.organisation set name = ?, search_key = ? where id = ?",
                        shown,
                        Names.searchKey(id, shown),
                        id);
        return changed("people.organisation-renamed", before);
    }

    @Override
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Organisation setActive(String id, boolean active) {
        Administrators administrators = new Administrators(new Sql(source));
        administrators.lock();
        Organisation before = locked(id);
        new Sql(source).run("update people.organisation set active = ? where id = ?", active, id);
        administrators.mustRemain();
        return changed("people.organisation-" + (active ? "enabled" : "disabled"), before);
    }

    @Override
    @PermitAll
    public Optional<Organisation> find(String id) {
        return new Sql(source)
                .first("select * from people.organisation where id = ?", OrganisationsBean::organisation, id);
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.OFFICER, Roles.REVENUE_OFFICER, Roles.SUPERVISOR})
    public Page<Organisation> search(String text, Page.Request page) {
        Sql sql = new Sql(source);
        String pattern = Names.pattern(text);
        long total = sql.one(
                "select count(*) as n from people.organisation where search_key like ?",
                row -> row.number("n"),
                pattern);
        List<Organisation> rows = sql.list(
                "select * from people.organisation where search_key like ? order by name collate \"fa-x-icu\", id"
                        + " limit ? offset ?",
                OrganisationsBean::organisation,
                pattern,
                page.size(),
                page.offset());
        return new Page<>(rows, total, page);
    }

    private Organisation changed(String action, Organisation before) {
        Organisation after = existing(before.id());
        audit.fire(new Audited(action, after.id(), "", facts(before), facts(after)));
        return after;
    }

    private Organisation existing(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("people.unknown-organisation", id));
    }

    private Organisation locked(String id) {
        return new Sql(source)
                .first("select * from people.organisation where id = ? for update", OrganisationsBean::organisation, id)
                .orElseThrow(() -> Problem.notFound("people.unknown-organisation", id));
    }

    private static Map<String, String> facts(Organisation organisation) {
        return Map.of(
                "kind", organisation.kind().name(),
                "name", organisation.name(),
                "region", String.valueOf(organisation.region()),
                "active", String.valueOf(organisation.active()));
    }

    static Organisation organisation(Sql.Row row) throws SQLException {
        return new Organisation(
                row.text("id"),
                row.constant(OrganisationKind.class, "kind"),
                row.text("name"),
                row.integer("region"),
                row.bool("active"));
    }
}

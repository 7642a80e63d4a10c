/**
 * Users, organisations, roles, login, machines, settings and the audit journal.
 *
 * <p><b>Portals</b> inject {@link ir.hamedan.esup.people.api.Gate}: its javadoc says what a login, logout and password
 * page do, and which pages are open. Nothing else is needed: no security constraint, no mechanism, no role list in
 * web.xml.
 *
 * <p><b>The interface</b> ({@code /api}): a request with a bearer token carries the client as the caller, with the roles
 * the administrator gave it, at once when they change; one with a wrong token is answered 401 before it reaches a
 * resource; one without a token is nobody, and goes as far as {@code @PermitAll} goes. {@code POST /api/token} calls
 * {@link ir.hamedan.esup.people.api.Tokens}. Names of people and machines are one name space and never look like a role.
 *
 * <p><b>Business modules</b> inject {@link ir.hamedan.esup.people.api.Actors} for who acts (at most one statement a
 * request, mostly none) and fire {@link ir.hamedan.esup.kernel.Audited} for what was done. The row is written in the
 * transaction of the change: if it cannot be written, the change does not happen. Refusals go to {@link
 * ir.hamedan.esup.people.api.Refusals}, in a transaction of their own. Work of the product itself (timers, releasers)
 * runs under {@code @RunAs(Roles.SYSTEM)} and acts as {@code system}.
 *
 * <p><b>Programs outside the server</b> (launcher, demo city) use {@link ir.hamedan.esup.people.api.PeopleLoad}, {@link
 * ir.hamedan.esup.people.api.PasswordHash} and {@link ir.hamedan.esup.people.api.TokenKeys}.
 */
package ir.hamedan.esup.people.api;

package ir.hamedan.esup.house.planted.people.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** Planted: a bean that forgot to say who may call it. */
@Stateless
public class OpenBean {
    @RolesAllowed("ADMINISTRATOR")
    public void closed() {}

    public void open() {}
}

package ir.hamedan.esup.house.planted.people.api;

import jakarta.ejb.Remote;

/** Planted: called over the wire. */
@Remote
public interface Far {}

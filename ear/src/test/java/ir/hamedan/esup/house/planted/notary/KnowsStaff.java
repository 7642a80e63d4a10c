package ir.hamedan.esup.house.planted.notary;

import ir.hamedan.esup.house.planted.staff.Desk;

/** Planted: portals never know each other. */
final class KnowsStaff {
    Desk desk;
}

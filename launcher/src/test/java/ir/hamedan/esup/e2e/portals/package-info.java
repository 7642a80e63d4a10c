/** Journeys of notaries and municipal staff through their portals. */
package ir.hamedan.esup.e2e.portals;

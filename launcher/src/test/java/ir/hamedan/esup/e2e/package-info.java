/** Journeys of people and machines through the whole running product. */
package ir.hamedan.esup.e2e;

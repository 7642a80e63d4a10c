/** Land objects, their codes, owners, locks and certificates of building. */
package ir.hamedan.esup.parcels.api;

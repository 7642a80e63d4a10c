/** The interface for machines: notary software, banks, utilities. Nothing is decided here. */
package ir.hamedan.esup.restapi;

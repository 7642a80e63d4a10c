/** The interface for machines. */
package ir.hamedan.esup.restapi;

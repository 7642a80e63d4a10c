/** The desk of a citizen: what is registered under one's own national id. */
package ir.hamedan.esup.desk.api;

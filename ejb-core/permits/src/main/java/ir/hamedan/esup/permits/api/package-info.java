/** Requests for building permits: what an owner wants to build, held against the rules of the day, and what became of it. */
package ir.hamedan.esup.permits.api;

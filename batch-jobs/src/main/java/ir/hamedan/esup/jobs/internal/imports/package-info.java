/** Land objects and owners from files. */
package ir.hamedan.esup.jobs.internal.imports;

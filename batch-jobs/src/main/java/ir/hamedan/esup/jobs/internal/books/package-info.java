/** Rule books by job: read, analysed and kept within a limit of time. */
package ir.hamedan.esup.jobs.internal.books;

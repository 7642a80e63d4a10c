/** Impact reports on drafts of rule books. */
package ir.hamedan.esup.jobs.internal.impact;

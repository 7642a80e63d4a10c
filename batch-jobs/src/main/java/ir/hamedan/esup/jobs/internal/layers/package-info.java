/** Map layers by job: staged piece by piece into a draft, then checked as a whole. */
package ir.hamedan.esup.jobs.internal.layers;

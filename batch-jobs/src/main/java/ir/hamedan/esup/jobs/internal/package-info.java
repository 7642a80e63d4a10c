/** Runs of jobs: taken up by one node at a time, worked off in portions, and never twice. */
package ir.hamedan.esup.jobs.internal;

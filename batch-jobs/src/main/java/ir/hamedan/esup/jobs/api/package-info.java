/** Long work in the background: what was started, how far it is, what it said, and how to stop it or start it again. */
package ir.hamedan.esup.jobs.api;

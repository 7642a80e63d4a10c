/** The interface for machines on the running product, as a notary's software and its attackers use it. */
package ir.hamedan.esup.e2e.machines;

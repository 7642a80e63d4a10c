/** The signing module itself: keys, paper, register, verification. */
package ir.hamedan.esup.signing.internal;

/**
 * Certificates: answers of the municipality that anybody can check for ever. Orderly modules ask {@link
 * ir.hamedan.esup.signing.api.Certificates} for one; the public asks {@link ir.hamedan.esup.signing.api.Verification}.
 */
package ir.hamedan.esup.signing.api;

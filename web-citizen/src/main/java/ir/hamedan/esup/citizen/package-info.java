/** The public portal: verification, payment, help; no login and no session. */
package ir.hamedan.esup.citizen;

/** What each land object owes and why. */
package ir.hamedan.esup.levies.api;

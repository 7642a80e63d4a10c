/** What may be built where: rule books, the proof that they have one answer for every plot, and the answers. */
package ir.hamedan.esup.rulebooks.api;

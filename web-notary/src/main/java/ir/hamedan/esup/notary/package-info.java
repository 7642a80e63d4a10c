/** The portal of notary offices: their inquiries, from the question to the deed. */
package ir.hamedan.esup.notary;

/** Transfer inquiries of notary offices, from filing to the deed. */
package ir.hamedan.esup.inquiries.api;

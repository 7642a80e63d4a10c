/** The portal of the municipality: inquiries, properties, revenue and administration, each by role. */
package ir.hamedan.esup.staff;

/** Starts the product: database, migration, demo city, Payara and the application; backup, restore, first administrator. */
package ir.hamedan.esup.launcher;

/** The schemas of the modules: brought to this version by the owner, checked by the application. */
package ir.hamedan.esup.database;

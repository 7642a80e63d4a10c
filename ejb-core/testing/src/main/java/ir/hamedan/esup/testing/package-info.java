/** What the tests of the modules share: a real PostgreSQL with the schemas of the modules on the class path. */
package ir.hamedan.esup.testing;

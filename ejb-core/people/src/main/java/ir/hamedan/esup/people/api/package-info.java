/** Users, organisations, roles, login, settings and the audit journal. */
package ir.hamedan.esup.people.api;

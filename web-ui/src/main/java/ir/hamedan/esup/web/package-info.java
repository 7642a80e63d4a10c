/** What the portals share: components, filters, messages of the pages. */
package ir.hamedan.esup.web;

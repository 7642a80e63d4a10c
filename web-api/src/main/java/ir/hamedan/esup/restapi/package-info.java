/** The interface for machines: notary software, banks, utilities. Nothing is decided here. */
@JsonbNillable
package ir.hamedan.esup.restapi;

import jakarta.json.bind.annotation.JsonbNillable;

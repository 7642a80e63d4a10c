/**
 * A payment service provider for demonstration and tests. It stands for another company's system: it speaks ZarinPal's
 * published protocol, knows nothing of the municipality, and moves no money.
 */
package ir.hamedan.esup.demoprovider;

package ir.hamedan.esup.jobs.internal.imports;

import java.util.Optional;

/**
 * A line of the input.
 *
 * @param number counted from 1
 * @param text without its line break; empty when there is a fault
 * @param fault why it cannot be read
 */
record Line(long number, String text, Optional<RowFault> fault) {}

package ir.hamedan.esup.rulebooks.api;

import java.time.LocalDate;

/**
 * The first page of a rule book.
 *
 * @param code what all versions of the book have in common, such as {@code DETAILED_PLAN}
 * @param version of the book, as its authority counts
 * @param authority who made it
 * @param approval number and date of the approval, as the book has it
 * @param effectiveFrom the first day it holds
 * @param supersedes the version it takes the place of; empty for a first one
 * @param demonstration whether it is no law but an example, which every page and paper must say
 */
public record BookData(
        String code,
        String version,
        String title,
        String authority,
        String approval,
        LocalDate effectiveFrom,
        String supersedes,
        boolean demonstration) {}

/**
 * Books that people hand in as workbooks (.xlsx): a file is looked at before it is read, its sheets are read line by line
 * with every fault in its place, and written again. What the sheets mean is for the modules whose books they are.
 */
package ir.hamedan.esup.workbooks;

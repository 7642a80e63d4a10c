/**
 * The value types every module speaks: codes, identifiers, money, dates, Persian text, and the one exception.
 *
 * <p>No EJB and no entity lives here. Each value is a record that cannot hold nonsense: its factory method
 * {@code parse} accepts what people type (digits of all three scripts, spaces, marks) and throws a {@link
 * ir.hamedan.esup.kernel.Problem} that names the cause.
 */
package ir.hamedan.esup.kernel;

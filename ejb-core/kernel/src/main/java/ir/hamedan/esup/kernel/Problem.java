package ir.hamedan.esup.kernel;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/**
 * What a caller did wrong or cannot have, with a stable code. The text is in the message bundles under the same key
 * ({@code problem.} is not part of it); the arguments fill its places.
 *
 * <p>It rolls back the transaction and crosses EJB borders unwrapped. A bug is not a Problem but an {@link
 * IllegalStateException}.
 */
@ApplicationException(rollback = true)
public final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Kind {
        /** The input is not well formed or breaks a rule. */
        INVALID(422),
        /** Nobody is logged in, or the credentials are wrong. */
        UNAUTHENTICATED(401),
        /** The caller may not do this. */
        FORBIDDEN(403),
        /** There is no such thing, or the caller may not know of it. */
        NOT_FOUND(404),
        /** The state of the thing does not allow it, or somebody was faster. */
        CONFLICT(409),
        /** Too large or too many. */
        TOO_LARGE(413),
        /** Asked too often. */
        TOO_MANY(429),
        /** A part we depend on does not answer; trying later is right. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** As HTTP says it. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final String field;
    private final transient List<Object> arguments;

    private Problem(Kind kind, String code, String field, List<Object> arguments, Throwable cause) {
        super(code + (field == null ? "" : " [" + field + "]") + (arguments.isEmpty() ? "" : " " + arguments), cause);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.arguments = arguments;
    }

    private static Problem of(Kind kind, String code, Object... arguments) {
        return new Problem(kind, code, null, List.of(arguments), null);
    }

    public static Problem invalid(String code, Object... arguments) {
        return of(Kind.INVALID, code, arguments);
    }

    public static Problem unauthenticated(String code, Object... arguments) {
        return of(Kind.UNAUTHENTICATED, code, arguments);
    }

    public static Problem forbidden(String code, Object... arguments) {
        return of(Kind.FORBIDDEN, code, arguments);
    }

    public static Problem notFound(String code, Object... arguments) {
        return of(Kind.NOT_FOUND, code, arguments);
    }

    public static Problem conflict(String code, Object... arguments) {
        return of(Kind.CONFLICT, code, arguments);
    }

    public static Problem tooLarge(String code, Object... arguments) {
        return of(Kind.TOO_LARGE, code, arguments);
    }

    public static Problem tooMany(String code, Object... arguments) {
        return of(Kind.TOO_MANY, code, arguments);
    }

    public static Problem unavailable(String code, Object... arguments) {
        return of(Kind.UNAVAILABLE, code, arguments);
    }

    /** The same problem, said of a field of the form or document, such as {@code transferors[0].share}. */
    public Problem at(String fieldPath) {
        return new Problem(kind, code, fieldPath, arguments, getCause());
    }

    /** The same problem with the technical cause, for the log alone. */
    public Problem because(Throwable cause) {
        return new Problem(kind, code, field, arguments, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** A stable code such as {@code inquiry.not-the-owner}: the first segment names the bundle that has its text. */
    public String code() {
        return code;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}

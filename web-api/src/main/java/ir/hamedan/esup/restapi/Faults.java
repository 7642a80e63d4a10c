package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import java.util.List;

/** Everything that is wrong with one request, so that the sender can mend it in one go. */
final class Faults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    Faults(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}

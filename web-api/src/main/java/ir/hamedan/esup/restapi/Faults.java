package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import java.util.List;

/** Everything that is wrong with one request; never empty. */
final class Faults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    Faults(List<Problem> problems) {
        super(problems.get(0).code() + " and " + (problems.size() - 1) + " more");
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}

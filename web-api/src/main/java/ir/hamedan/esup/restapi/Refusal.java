package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;

/** A problem of the protocol, which has its own status. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Problem problem;

    Refusal(int status, Problem problem) {
        super(problem.code(), problem);
        this.status = status;
        this.problem = problem;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}

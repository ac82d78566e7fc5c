package io.upswing.app.views.http;

/** A request that is answered with a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem; // never serialized

    ProblemException(Problem.Kind kind, String detail) {
        super(detail);
        problem = new Problem(kind, detail);
    }

    Problem problem() {
        return problem;
    }
}

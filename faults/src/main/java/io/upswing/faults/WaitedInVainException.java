package io.upswing.faults;

/** What had to come about did not. */
public final class WaitedInVainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitedInVainException(String what, String seen) {
        super("waited in vain for " + what + "; last seen: " + seen);
    }
}

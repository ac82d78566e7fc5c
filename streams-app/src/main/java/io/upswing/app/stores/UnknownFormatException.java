package io.upswing.app.stores;

/** A store holds a value in a format that this app doesn't know: another release wrote it. */
public final class UnknownFormatException extends StateRefusedException {
    private static final long serialVersionUID = 1;

    UnknownFormatException(String store, int found, int known) {
        super("the store " + store + " holds values in format version " + found + ", and this app knows version "
                + known
                + " only: run a release of the app that knows version " + found
                + ", or " + RESET);
    }
}

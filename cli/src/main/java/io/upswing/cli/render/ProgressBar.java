package io.upswing.cli.render;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far something is: a bar that moves on a terminal, a line each tenth elsewhere. Used by one thread at a time. */
public final class ProgressBar {
    private static final int BAR = 28;
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final Terminal terminal;
    private final String what;
    private long tenthsSaid = -1;
    private String shown = "";

    /**
     * Shows nothing yet.
     *
     * @param out where to, the messages' writer
     * @param what is done, in a word or two
     */
    public ProgressBar(PrintWriter out, Terminal terminal, String what) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
    }

    /**
     * Shows a state.
     *
     * @param done not more than total
     * @param total if not positive, all is done
     * @param detail after the bar; may be empty
     */
    public void show(long done, long total, String detail) {
        double fraction = total <= 0 ? 1 : Math.clamp((double) done / total, 0, 1);
        String percent = String.format(Locale.ROOT, "%3d%%", (long) (fraction * 100));
        if (terminal.messagesShown()) {
            redraw(what + " " + bar(fraction) + " " + percent + (detail.isEmpty() ? "" : "  " + detail));
            return;
        }
        long tenths = (long) (fraction * TENTHS);
        if (tenths > tenthsSaid) {
            tenthsSaid = tenths;
            out.println(what + " " + percent + (detail.isEmpty() ? "" : "  " + detail));
            out.flush();
        }
    }

    /** Ends the line, so that what follows stands on one of its own. */
    public void end() {
        if (!shown.isEmpty()) {
            out.println();
            out.flush();
            shown = "";
        }
    }

    private void redraw(String text) {
        // One column stays free: a character in the last one makes some terminals go on to the next line.
        String line = Text.shortened(text, terminal.columns() - 1);
        if (line.equals(shown)) {
            return;
        }
        out.print("\r" + Text.left(line, Text.width(shown)));
        out.flush();
        shown = line;
    }

    private static String bar(double fraction) {
        int filled = (int) (fraction * BAR);
        return "█".repeat(filled) + "░".repeat(BAR - filled);
    }
}

package io.upswing.producers.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * A text with one more line at its end, holding {@link #MARK}. A quote that is never closed swallows that line too, which
 * tells a file cut short, or with a quote amiss, from a whole one.
 */
final class EndMarked extends Reader {
    /** The control character 'record separator': no CRM writes it alone on a line. */
    static final String MARK = "\u001E";

    private static final String LAST_LINE = "\n" + MARK;

    private final Reader text;
    private int appended = -1;

    EndMarked(Reader text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (appended < 0) {
            int count = text.read(buffer, offset, length);
            if (count >= 0) {
                return count;
            }
            appended = 0;
        }
        int count = Math.min(length, LAST_LINE.length() - appended);
        if (count == 0 && length > 0) {
            return -1;
        }
        LAST_LINE.getChars(appended, appended + count, buffer, offset);
        appended += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

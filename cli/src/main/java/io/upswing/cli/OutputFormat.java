package io.upswing.cli;

import java.util.Locale;

/** In which form a result is printed. */
enum OutputFormat {
    TABLE,
    CSV,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.upswing.cli;

/** In which form a result is printed. */
enum OutputFormat {
    TABLE,
    CSV,
    JSON
}

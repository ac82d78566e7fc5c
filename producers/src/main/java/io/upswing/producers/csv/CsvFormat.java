package io.upswing.producers.csv;

import java.nio.charset.Charset;

/** How the export's files are written. */
record CsvFormat(char delimiter, Charset encoding) {}

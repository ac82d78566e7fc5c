package io.upswing.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** In which form issues and plans are shown. */
final class CaseOutput {
    private enum Format {
        TABLE,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, for people, or json. Default: ${DEFAULT-VALUE}")
    private Format format = Format.TABLE;

    boolean isJson() {
        return format == Format.JSON;
    }
}

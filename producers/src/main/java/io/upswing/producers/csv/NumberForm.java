package io.upswing.producers.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an export writes numbers. What may mean one number or another is refused until the mapping says which. */
sealed interface NumberForm {
    /**
     * The number, without zeros behind its last decimal if the mapping says which mark stands before decimals.
     *
     * @param decimals how many it may have
     * @return the number, or why it can't be read
     */
    Reading read(String value, int decimals);

    /** What was made of a value. */
    sealed interface Reading {
        /** A number. */
        record Found(BigDecimal value) implements Reading {}

        /** None: why not. */
        record Unread(String reason) implements Reading {}
    }

    /** Digits, and a point before decimals; nothing else, for 1.234 may be a thousand or a little more than one. */
    record Plain() implements NumberForm {
        private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,20})?");
        private static final Pattern MARKED = Pattern.compile("[+-]?[0-9][0-9.,'\u2019 \u00A0\u202F]*");
        /** As many digits as stand behind a mark of thousands, whatever the currency's decimals. */
        private static final int GROUP = 3;

        private static final String MUST_SAY = "the mapping must say (amount.decimal, amount.thousands)";

        @Override
        public Reading read(String value, int decimals) {
            if (!NUMBER.matcher(value).matches()) {
                return new Reading.Unread(
                        MARKED.matcher(value).matches()
                                ? "is no number as long as it is unknown which mark stands before decimals: " + MUST_SAY
                                : "is no number (digits, and a point before decimals)");
            }
            BigDecimal number = new BigDecimal(value);
            return number.scale() > decimals || number.scale() == GROUP
                    ? new Reading.Unread("%s, or its point marks thousands: %s"
                            .formatted(
                                    number.scale() > decimals
                                            ? tooMany(number.scale(), decimals)
                                            : "may have three decimals",
                                    MUST_SAY))
                    : new Reading.Found(number);
        }
    }

    /**
     * With the marks that the mapping names.
     *
     * @param decimal stands before decimals
     * @param thousands stands between groups of three digits, if the export has it; a number may be written without
     */
    record Marked(char decimal, Optional<Thousands> thousands) implements NumberForm {
        @Override
        public Reading read(String value, int decimals) {
            if (!pattern().matcher(value).matches()) {
                return new Reading.Unread("is no number of the form " + example());
            }
            String digits =
                    thousands.isPresent() ? value.replaceAll(thousands.get().pattern(), "") : value;
            BigDecimal number = new BigDecimal(digits.replace(decimal, '.')).stripTrailingZeros();
            return number.scale() > decimals
                    ? new Reading.Unread(tooMany(number.scale(), decimals))
                    : new Reading.Found(number);
        }

        private Pattern pattern() {
            String whole = thousands
                    .map(mark -> "([0-9]{1,20}|[0-9]{1,3}(%s[0-9]{3}){1,6})".formatted(mark.pattern()))
                    .orElse("[0-9]{1,20}");
            return Pattern.compile(
                    "[+-]?%s(%s[0-9]{1,20})?".formatted(whole, Pattern.quote(Character.toString(decimal))));
        }

        private String example() {
            return "1" + thousands.map(Thousands::example).orElse("") + "234" + decimal + "56";
        }
    }

    /** A mark between groups of three digits. */
    enum Thousands {
        POINT(".", "\\."),
        COMMA(",", ","),
        /** Straight or curly: they look the same to who writes a mapping. */
        APOSTROPHE("'", "['\u2019]"),
        /** Any width, breaking or not: they look the same to who writes a mapping. */
        SPACE(" ", "[ \u00A0\u202F]");

        private final String example;
        private final String pattern;

        Thousands(String example, String pattern) {
            this.example = example;
            this.pattern = pattern;
        }

        /** The mark that a text is; none if it is no such mark. */
        static Optional<Thousands> of(String text) {
            for (Thousands mark : values()) {
                if (text.matches(mark.pattern)) {
                    return Optional.of(mark);
                }
            }
            return Optional.empty();
        }

        String example() {
            return example;
        }

        String pattern() {
            return pattern;
        }
    }

    private static String tooMany(int found, int decimals) {
        return "has %d decimals where the currency has %d".formatted(found, decimals);
    }
}

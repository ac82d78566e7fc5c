package io.upswing.producers.csv;

import io.upswing.schemas.QuotaPeriod;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the mapping's rules for dates, amounts, words and versions. */
final class Rules {
    private static final String COLUMN = "the name of a column";

    private final ZoneId zone;
    private final ReportingCurrency currency;

    Rules(ZoneId zone, ReportingCurrency currency) {
        this.zone = zone;
        this.currency = currency;
    }

    static Column column(YamlSection section, String key) {
        return new Column(section.text(key, COLUMN).strip(), section.pathOf(key));
    }

    static Optional<Column> optionalColumn(YamlSection section, String key) {
        return section.has(key) ? Optional.of(column(section, key)) : Optional.empty();
    }

    /** The value under a key, made of its text; refused with what would be right. */
    static <T> T valid(YamlSection section, String key, String right, Supplier<T> value) {
        try {
            return value.get();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw section.wrong(key, right);
        }
    }

    DateRule date(YamlSection section, String key) {
        YamlSection date = section.section(key, "column and format");
        Column column = column(date, "column");
        String right = "one pattern, or a list of them, that give a whole date, such as yyyy-MM-dd or dd.MM.yyyy";
        List<DateRule.Pattern> patterns = new ArrayList<>();
        for (String text : date.texts("format", right)) {
            patterns.add(valid(date, "format", right, () -> DateRule.Pattern.of(text)));
        }
        date.finish();
        return new DateRule(column, List.copyOf(patterns), zone);
    }

    Optional<DateRule> optionalDate(YamlSection section, String key) {
        return section.has(key) ? Optional.of(date(section, key)) : Optional.empty();
    }

    /** An amount, with its currency if the section names that column too. */
    Optional<AmountRule> optionalAmount(YamlSection section) {
        boolean currencyKnown = section.has("currency");
        if (!section.has("amount")) {
            if (currencyKnown) {
                throw section.wrong("currency", "none without an amount");
            }
            return Optional.empty();
        }
        return Optional.of(
                amount(section, currencyKnown ? Optional.of(column(section, "currency")) : Optional.empty()));
    }

    /** An amount that is always in the reporting currency. */
    AmountRule amount(YamlSection section) {
        return amount(section, Optional.empty());
    }

    private AmountRule amount(YamlSection section, Optional<Column> own) {
        if (!section.isSection("amount")) {
            return new AmountRule(column(section, "amount"), own, new NumberForm.Plain(), currency);
        }
        YamlSection amount = section.section("amount", "a column, or column, decimal and thousands");
        AmountRule rule = new AmountRule(column(amount, "column"), own, numberForm(amount), currency);
        amount.finish();
        return rule;
    }

    private static NumberForm numberForm(YamlSection amount) {
        String right = "the mark before decimals, \".\" or \",\"";
        Optional<String> decimal = amount.optionalText("decimal", right);
        Optional<String> thousands = amount.optionalMark("thousands");
        if (decimal.isEmpty()) {
            if (thousands.isPresent()) {
                throw amount.missing("decimal", right);
            }
            return new NumberForm.Plain();
        }
        if (!decimal.get().equals(".") && !decimal.get().equals(",")) {
            throw amount.wrong("decimal", right);
        }
        Optional<NumberForm.Thousands> mark = thousands.flatMap(NumberForm.Thousands::of);
        if (thousands.isPresent() && (mark.isEmpty() || thousands.equals(decimal))) {
            throw amount.wrong(
                    "thousands",
                    "the mark between groups of three digits: \".\", \",\", \"'\" or \" \", and"
                            + " not the one before decimals");
        }
        return new NumberForm.Marked(decimal.get().charAt(0), mark);
    }

    /** A column with words, and a list of them for each meaning, or for some if not all are asked for. */
    <E extends Enum<E>> WordRule<E> words(YamlSection section, String what, E[] meanings, boolean all) {
        Column column = column(section, "column");
        Map<String, E> known = new LinkedHashMap<>();
        for (E meaning : meanings) {
            String key = meaning.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (all || section.has(key)) {
                for (String word : section.texts(key, "the %ss that mean %s".formatted(what, key))) {
                    if (known.putIfAbsent(word, meaning) != null) {
                        throw section.wrong(
                                key, "%ss that stand in one list only: '%s' is there twice".formatted(what, word));
                    }
                }
            }
        }
        section.finish();
        if (known.isEmpty()) {
            throw section.wrong("column", "beside it, lists of the %ss that mean one thing or another".formatted(what));
        }
        return new WordRule<>(what, column, known);
    }

    <E extends Enum<E>> Optional<WordRule<E>> optionalWords(YamlSection section, String key, E[] meanings) {
        return section.optionalSection(key, "column, and lists of words")
                .map(words -> words(words, key, meanings, false));
    }

    PeriodRule period(YamlSection section) {
        String key = "period";
        if (section.isSection(key)) {
            YamlSection words = section.section(key, "column, month and quarter");
            return new PeriodRule.InColumn(words(words, key, QuotaPeriod.values(), false));
        }
        return new PeriodRule.Fixed(
                switch (section.text(key, "month, quarter, or column and lists of words")) {
                    case "month" -> QuotaPeriod.MONTH;
                    case "quarter" -> QuotaPeriod.QUARTER;
                    default -> throw section.wrong(key, "month, quarter, or column and lists of words");
                });
    }

    Optional<VersionRule> optionalVersion(YamlSection section) {
        String key = "version";
        if (!section.has(key)) {
            return Optional.empty();
        }
        if (!section.isSection(key)) {
            return Optional.of(new VersionRule(column(section, key), Optional.empty()));
        }
        DateRule moment = date(section, key);
        return Optional.of(new VersionRule(moment.column(), Optional.of(moment)));
    }

    EffectiveFrom effectiveFrom(YamlSection section) {
        String key = "effectiveFrom";
        if (section.isSection(key)) {
            return new EffectiveFrom.InColumn(date(section, key));
        }
        String right = "first-day, a date such as 2017-01-01, or column and format";
        String text = section.optionalText(key, right).orElse("first-day");
        if (text.equals("first-day")) {
            return new EffectiveFrom.FirstDay();
        }
        LocalDate day = valid(section, key, right, () -> LocalDate.parse(text));
        if (day.isBefore(DateRule.FIRST) || day.isAfter(DateRule.LAST)) {
            throw section.wrong(key, "a date from %s to %s".formatted(DateRule.FIRST, DateRule.LAST));
        }
        return new EffectiveFrom.Fixed(day);
    }
}

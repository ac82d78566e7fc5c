package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KpiReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "kpis.md");

    @Test
    void thePageOfKpisIsAsTheCatalogueSays() throws IOException {
        String page = page();

        if (Boolean.getBoolean("upswing.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # KPIs

                Generated from the catalogue in the code (`io.upswing.core.kpi.Kpi`); a test keeps it so.

                Each KPI is a function of measures, summed over a window. A measure is a whole number that a deal adds to one rep
                on one event date, so sums are exact, and a corrected deal takes back exactly what it had added. A *flow* is summed
                over the days of the window, a *balance* over all days up to the window's last.

                Counts are 0 when nothing happened; ratios are empty. Below the smallest sample a value says nothing about a
                rep: it is shown, and no rule may judge by it. Money is in minor units of the reporting currency in topics, in
                whole units in REST and exports. Windows: 7, 30, 90 and 365 days ending on the day looked at, the month and the
                quarter to date; others by configuration (`windows`).

                | id | KPI | unit | good is | smallest sample | definition | measures |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (Kpi kpi : Kpi.values()) {
            page.append(row(kpi)).append('\n');
        }
        page.append("""

                ## Measures

                | measure | kind | used by |
                | --- | --- | --- |
                """);
        for (Measure measure : Measure.values()) {
            page.append("| `")
                    .append(id(measure))
                    .append("` | ")
                    .append(kind(measure))
                    .append(" | ");
            page.append(usedBy(measure)).append(" |\n");
        }
        page.append("""

                ## What counts, and for whom

                - A deal without a creation date is not open yet. A deal closed before it was created was never open. A closed deal
                  without a close date counts neither as closed nor as open. All of them are flagged.
                - An amount in another currency than the reporting currency is *held*: the deal counts, its money is in no sum, and
                  `won_held` and `open_held` show how many there are.
                - Credit goes to the credited reps with their shares, if the CRM gives them, else to the owner. Money is split by
                  shares (largest remainder, ties by rep id); counts go whole to the first credited rep. After the close the credit
                  stays with the owner at the version that began the current won or lost spell (`credit.after-close`).
                - In a team or region a flow counts where the rep was on the event date; open deals count where the rep is now.
                - The median comes from a histogram, so that it can be corrected like a sum: exact below 128 days, above within
                  0.8 %; of an even number of deals it is the mean of the two middle ones.
                """);
        return page.toString();
    }

    private static String row(Kpi kpi) {
        return "| `" + kpi.id() + "` | " + kpi.title() + " | "
                + kpi.unit().name().toLowerCase(Locale.ROOT) + " | "
                + kpi.better().name().toLowerCase(Locale.ROOT) + " | " + kpi.smallestSample() + " | " + kpi.definition()
                + " | "
                + kpi.measures().stream().map(m -> "`" + id(m) + "`").collect(Collectors.joining(", ")) + " |";
    }

    private static String id(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private static String kind(Measure measure) {
        return measure.kind().name().toLowerCase(Locale.ROOT) + (measure.isHistogram() ? ", histogram" : "");
    }

    private static String usedBy(Measure measure) {
        return Arrays.stream(Kpi.values())
                .filter(kpi -> kpi.measures().contains(measure))
                .map(kpi -> "`" + kpi.id() + "`")
                .collect(Collectors.joining(", "));
    }
}

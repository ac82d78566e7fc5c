package io.upswing.cli.simulating;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.simulator.Decline;
import io.upswing.producers.simulator.Ingredient;
import io.upswing.producers.simulator.SimulationSettings;
import io.upswing.producers.simulator.SteadyRep;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked for in words.
 *
 * @param declines {@code REP:FROM:FACTOR} or {@code REP:FROM:FACTOR:UNTIL}
 * @param steady   {@code REP:WINS}
 * @param shares   by the ingredient's id
 */
public record Wishes(List<String> declines, List<String> steady, Map<String, Double> shares) {
    public Wishes {
        declines = List.copyOf(declines);
        steady = List.copyOf(steady);
        shares = Map.copyOf(shares);
    }

    /** Adds them to settings. */
    public SimulationSettings addTo(SimulationSettings settings) {
        SimulationSettings all = settings;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            all = all.with(ingredient(share.getKey()), share.getValue());
        }
        for (String rep : steady) {
            all = all.with(steady(rep));
        }
        for (String decline : declines) {
            all = all.with(decline(decline, settings.lastDay()));
        }
        return all;
    }

    private static Ingredient ingredient(String id) {
        return Ingredient.byId(id)
                .orElseThrow(() -> wrong(
                        "--share",
                        id,
                        "one of "
                                + Arrays.stream(Ingredient.values())
                                        .map(Ingredient::id)
                                        .collect(Collectors.joining(", "))));
    }

    private static SteadyRep steady(String text) {
        String[] parts = text.split(":", -1);
        try {
            return new SteadyRep(parts[0], Integer.parseInt(parts.length == 2 ? parts[1] : ""));
        } catch (NumberFormatException e) {
            throw wrong("--steady", text, "REP:WINS, as story:21");
        }
    }

    private static Decline decline(String text, LocalDate lastDay) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 && parts.length != 4) {
            throw wrong("--decline", text, "REP:FROM:FACTOR[:UNTIL], as r007:2024-09-01:0.3");
        }
        try {
            LocalDate until = parts.length == 4 ? LocalDate.parse(parts[3]) : lastDay;
            return new Decline(parts[0], LocalDate.parse(parts[1]), until, Double.parseDouble(parts[2]));
        } catch (DateTimeException | NumberFormatException e) {
            throw wrong("--decline", text, "REP:FROM:FACTOR[:UNTIL], as r007:2024-09-01:0.3");
        }
    }

    private static CommandFailed wrong(String option, String text, String right) {
        return new CommandFailed(ExitCode.USAGE, "%s %s: must be %s".formatted(option, text, right));
    }
}

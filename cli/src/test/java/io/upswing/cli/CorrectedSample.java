package io.upswing.cli;

import io.upswing.producers.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The sample, and a second export of it as a CRM would make it two weeks later: values, owners, stages and dates are
 * corrected, deals went on, some are new, some are missing, and a rep has changed team.
 */
record CorrectedSample(Path first, Path second) {
    private static final String DEALS = "sales_pipeline.csv";
    private static final String TEAMS = "sales_teams.csv";
    private static final int AGENT = 1;
    private static final int STAGE = 4;
    private static final int ENGAGED = 5;
    private static final int CLOSED = 6;
    private static final int VALUE = 7;

    /** Writes both; the same corrections each time. */
    static CorrectedSample write(Path folder) throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        SampleData.copyTo(first);
        SampleData.copyTo(second);
        List<String> agents = Files.readAllLines(first.resolve(TEAMS)).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[0])
                .toList();
        Random random = new Random(20_180_115);
        List<String> lines = Files.readAllLines(first.resolve(DEALS));
        List<String> corrected = new ArrayList<>(List.of(lines.getFirst()));
        for (String line : lines.subList(1, lines.size())) {
            String[] deal = line.split(",", -1);
            if (random.nextInt(100) < 4) {
                continue;
            }
            correct(deal, agents, random);
            corrected.add(String.join(",", deal));
        }
        for (int i = 0; i < 40; i++) {
            corrected.add("NEW%d,%s,GTXPro,Isdom,Won,2018-01-0%d,2018-01-1%d,%d.25"
                    .formatted(i, any(agents, random), 1 + i % 9, i % 5, 100 + i));
        }
        Files.write(second.resolve(DEALS), corrected);
        Path teams = second.resolve(TEAMS);
        Files.writeString(
                teams,
                Files.readString(teams)
                        .replace("Anna Snelling,Dustin Brinkmann,Central", "Anna Snelling,Summer Sewald,West"));
        return new CorrectedSample(first, second);
    }

    Path firstMapping() {
        return first.resolve(SampleData.MAPPING);
    }

    Path secondMapping() {
        return second.resolve(SampleData.MAPPING);
    }

    Path firstDeals() {
        return first.resolve(DEALS);
    }

    Path secondDeals() {
        return second.resolve(DEALS);
    }

    Path firstTeams() {
        return first.resolve(TEAMS);
    }

    Path secondTeams() {
        return second.resolve(TEAMS);
    }

    private static void correct(String[] deal, List<String> agents, Random random) {
        if (random.nextInt(100) < 8) {
            deal[AGENT] = any(agents, random);
        }
        switch (deal[STAGE]) {
            case "Won" -> correctWon(deal, random);
            case "Lost" -> correctLost(deal, random);
            case "Engaging" -> goOn(deal, random);
            default -> engage(deal, random);
        }
    }

    private static void correctWon(String[] deal, Random random) {
        switch (random.nextInt(20)) {
            case 0 -> deal[VALUE] = deal[VALUE] + ".5";
            case 1 -> deal[VALUE] = Integer.toString(Integer.parseInt(deal[VALUE]) / 2);
            case 2 -> lose(deal);
            case 3 -> reopen(deal);
            case 4 -> deal[CLOSED] = earlier(deal[CLOSED], random);
            case 5 -> deal[ENGAGED] = earlier(deal[ENGAGED], random);
            default -> {}
        }
    }

    private static void correctLost(String[] deal, Random random) {
        switch (random.nextInt(20)) {
            case 0 -> {
                deal[STAGE] = "Won";
                deal[VALUE] = Integer.toString(random.nextInt(5_000));
            }
            case 1 -> reopen(deal);
            case 2 -> deal[CLOSED] = earlier(deal[CLOSED], random);
            default -> {}
        }
    }

    private static void goOn(String[] deal, Random random) {
        if (random.nextInt(4) == 0) {
            deal[STAGE] = random.nextInt(3) == 0 ? "Lost" : "Won";
            deal[CLOSED] = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(15)).toString();
            deal[VALUE] = deal[STAGE].equals("Lost") ? "0" : Integer.toString(random.nextInt(5_000));
        }
    }

    private static void engage(String[] deal, Random random) {
        if (random.nextInt(3) == 0) {
            deal[STAGE] = "Engaging";
            deal[ENGAGED] =
                    LocalDate.of(2018, 1, 1).plusDays(random.nextInt(15)).toString();
        }
    }

    private static void lose(String[] deal) {
        deal[STAGE] = "Lost";
        deal[VALUE] = "0";
    }

    private static void reopen(String[] deal) {
        deal[STAGE] = "Engaging";
        deal[CLOSED] = "";
        deal[VALUE] = "";
    }

    /** By up to 40 days, past the creation too: such deals are odd, and count. */
    private static String earlier(String day, Random random) {
        return LocalDate.parse(day).minusDays(1 + random.nextInt(40)).toString();
    }

    private static String any(List<String> agents, Random random) {
        return agents.get(random.nextInt(agents.size()));
    }
}

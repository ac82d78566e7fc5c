package io.upswing.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What an installation has said so far, as lines of text that can be compared with those of another.
 *
 * <p>Of what happens, every record in the order of its key; of what is so, the last by key; the KPIs as the export has them.
 * Of dead letters reason, topic, key, value and the headers that they came with, sorted: a bad record without a key lies in any
 * partition, and moves those behind it.
 */
record Outcome(List<String> lines) {
    private static final int SHOWN = 5;
    private static final int MOST_OF_A_LINE = 600;

    Outcome {
        lines = List.copyOf(lines);
    }

    static Outcome of(Site site, String export) {
        Collected lines = new Collected(site);
        export.lines().forEach(line -> lines.add("export", line));
        lines.addDaily();
        lines.addLast("kpi.current", TopicCatalogue::kpiCurrent);
        lines.addLast("kpi.units", TopicCatalogue::kpiUnits);
        lines.addLast("issues.current", TopicCatalogue::issuesCurrent);
        lines.addLast("plans.current", TopicCatalogue::plansCurrent);
        lines.addAll("issues.events", TopicCatalogue::issueEvents);
        lines.addAll("plans.events", TopicCatalogue::planEvents);
        lines.addAll("recognitions", TopicCatalogue::recognitions);
        lines.addAll("command-results", TopicCatalogue::commandResults);
        lines.addLetters();
        return new Outcome(lines.all);
    }

    private static final class Collected {
        private final List<String> all = new ArrayList<>();
        private final Site site;

        Collected(Site site) {
            this.site = site;
        }

        void add(String topic, String line) {
            all.add(topic + " " + line);
        }

        <V> void addLast(String name, Function<TopicCatalogue, Topic<String, V>> topic) {
            site.last(topic).forEach((key, value) -> add(name, key + " " + value));
        }

        /**
         * Without days on which nothing is left: where something came and was taken back within one emit interval, the day
         * was never told of, else it is told to be empty.
         */
        void addDaily() {
            site.last(TopicCatalogue::kpiDaily).forEach((key, day) -> {
                if (!day.getMeasures().isEmpty()) {
                    add("kpi.daily", key + " " + day);
                }
            });
        }

        <V> void addAll(String name, Function<TopicCatalogue, Topic<String, V>> topic) {
            site.all(topic).forEach((key, values) -> {
                for (int i = 0; i < values.size(); i++) {
                    add(name, key + " " + (i + 1) + " " + values.get(i));
                }
            });
        }

        void addLetters() {
            Set<Letter.Place> places = new HashSet<>();
            List<String> letters = new ArrayList<>();
            for (Letter letter : site.letters()) {
                String said = letter.said();
                letters.add(places.add(letter.place()) ? said : "a second time: " + letter.place() + " " + said);
            }
            letters.stream().sorted().forEach(letter -> add("dead-letters", letter));
        }
    }

    /** The lines of a topic. */
    List<String> of(String topic) {
        return lines.stream().filter(line -> line.startsWith(topic + " ")).toList();
    }

    /** What is in one and not in the other: the first few, and how many more. */
    List<String> differences(Outcome undisturbed) {
        List<String> differences = new ArrayList<>();
        lacking(undisturbed.lines, lines).forEach(line -> differences.add("lacks " + line));
        lacking(lines, undisturbed.lines).forEach(line -> differences.add("has " + line));
        if (differences.isEmpty() && !lines.equals(undisturbed.lines)) {
            differences.add("has the same lines in another order");
        }
        List<String> shown = new ArrayList<>();
        differences.stream().limit(SHOWN).map(Outcome::shortened).forEach(shown::add);
        if (differences.size() > SHOWN) {
            shown.add("and " + (differences.size() - SHOWN) + " more");
        }
        return shown;
    }

    private static List<String> lacking(List<String> those, List<String> these) {
        Set<String> there = new HashSet<>(these);
        return those.stream().filter(line -> !there.contains(line)).toList();
    }

    private static String shortened(String line) {
        return line.length() <= MOST_OF_A_LINE ? line : line.substring(0, MOST_OF_A_LINE) + " ...";
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines, UTF_8);
    }

    static Outcome read(Path file) throws IOException {
        return new Outcome(Files.readAllLines(file, UTF_8));
    }
}

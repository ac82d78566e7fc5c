package io.upswing.core.inprocess.history;

import java.util.List;
import java.util.Random;

/** The reps and units of a random organization. */
final class Cast {
    /** In {@code org.reps} and with deals; ids that lie in different partitions. */
    static final List<String> KNOWN = List.of("ann", "bob", "cid", "dee", "eve");
    /** Has deals, but HR says nothing of it. */
    static final String STRANGER = "zoe";
    /** HR knows it, but it never has a deal. */
    static final String IDLE = "ida";

    private static final List<String> TEAMS = List.of("t1", "t2", "t3");
    private static final List<String> REGIONS = List.of("north", "south");

    private Cast() {}

    static String owner(Random random) {
        return random.nextInt(7) == 0 ? STRANGER : pick(KNOWN, random);
    }

    static String team(Random random) {
        return pick(TEAMS, random);
    }

    static String region(Random random) {
        return pick(REGIONS, random);
    }

    /** Mostly of late; sometimes years ago, ahead, or so far off that it is refused. */
    static int date(int today, Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> today - random.nextInt(420);
            case 1 -> today - random.nextInt(random.nextBoolean() ? 420 : 900);
            case 2, 3, 4 -> today - random.nextInt(120);
            case 5 -> today + 1 + random.nextInt(50);
            case 6 -> today + 1 + random.nextInt(10);
            case 7 -> random.nextInt(3) == 0 ? today + 60 + random.nextInt(60) : today;
            case 8 -> random.nextInt(10) == 0 ? 7_304 : today;
            default -> today - random.nextInt(12);
        };
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

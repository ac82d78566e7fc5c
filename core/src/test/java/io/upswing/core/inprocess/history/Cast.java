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

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

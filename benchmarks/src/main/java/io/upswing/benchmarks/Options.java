package io.upswing.benchmarks;

/** What the benchmark runs with. The first rounds warm the JVM up and are not counted. */
record Options(int rounds, int warmUps, int deals, int reps, int days, int partitions, int threads) {
    static final Options DEFAULTS = new Options(5, 2, 50_000, 200, 120, 4, 2);

    /** Reads {@code --name N} pairs. */
    static Options parse(String... args) {
        return parse(DEFAULTS, args);
    }

    /** The same, over other defaults. */
    static Options parse(Options defaults, String... args) {
        Options options = defaults;
        for (int i = 0; i + 1 < args.length; i += 2) {
            options = options.with(args[i], Integer.parseInt(args[i + 1]));
        }
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException(args[args.length - 1] + " has no value");
        }
        return options;
    }

    private Options with(String name, int value) {
        return switch (name) {
            case "--rounds" -> new Options(value, warmUps, deals, reps, days, partitions, threads);
            case "--warm-ups" -> new Options(rounds, value, deals, reps, days, partitions, threads);
            case "--deals" -> new Options(rounds, warmUps, value, reps, days, partitions, threads);
            case "--reps" -> new Options(rounds, warmUps, deals, value, days, partitions, threads);
            case "--days" -> new Options(rounds, warmUps, deals, reps, value, partitions, threads);
            case "--partitions" -> new Options(rounds, warmUps, deals, reps, days, value, threads);
            case "--threads" -> new Options(rounds, warmUps, deals, reps, days, partitions, value);
            default ->
                throw new IllegalArgumentException("no such option: " + name
                        + "; there are --rounds --warm-ups --deals --reps --days --partitions --threads");
        };
    }
}

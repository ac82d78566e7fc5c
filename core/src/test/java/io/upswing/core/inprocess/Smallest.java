package io.upswing.core.inprocess;

import io.upswing.core.inprocess.history.Log;
import java.util.function.Predicate;

/** Makes a failing log small, so that a person can read it. */
final class Smallest {
    private Smallest() {}

    /** Takes out entries, in blocks of ever smaller size, as long as it still fails. */
    static Log of(Log failing, Predicate<Log> fails) {
        Log smallest = failing;
        for (int block = failing.size() / 2; block > 0; block = block == 1 ? 0 : (block + 1) / 2) {
            for (int from = 0; from < smallest.size(); ) {
                Log smaller = smallest.without(from, from + block);
                if (smaller.isWhole() && fails.test(smaller)) {
                    smallest = smaller;
                } else {
                    from += block;
                }
            }
        }
        return smallest;
    }
}

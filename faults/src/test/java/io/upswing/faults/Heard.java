package io.upswing.faults;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is heard of faults. */
final class Heard implements FaultListener {
    private final List<FaultResult> results = new ArrayList<>();

    List<FaultResult> results() {
        return List.copyOf(results);
    }

    @Override
    public void begins(int days) {}

    @Override
    public void undisturbed(Undisturbed run) {}

    @Override
    public void suffered(FaultResult result) {
        results.add(result);
    }
}

package io.upswing.app.stores;

import java.util.SortedMap;
import java.util.stream.Collectors;

/** State was computed with other settings than the app has now: what it added then, it would take back as something else. */
public final class ChangedSettingsException extends StateRefusedException {
    private static final long serialVersionUID = 1;

    /**
     * Says what to do.
     *
     * @param store   beside which the settings are kept
     * @param changed by key, what the state was computed with
     * @param now     by key, what the settings are
     */
    public ChangedSettingsException(String store, SortedMap<String, String> changed, SortedMap<String, String> now) {
        super(changed.entrySet().stream()
                        .map(then -> then.getKey() + " is " + now.get(then.getKey())
                                + ", and the state beside the store " + store + " was computed with " + then.getValue())
                        .collect(Collectors.joining("; "))
                + ": set back "
                + changed.entrySet().stream()
                        .map(then -> then.getKey() + "=" + then.getValue())
                        .collect(Collectors.joining(", "))
                + ", or " + RESET);
    }
}

package io.upswing.faults;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is done to a running installation. */
public enum Fault {
    /** An instance is killed by force, and started again a moment later. */
    KILL_APP("kill -9 of an instance"),
    /** The broker is killed by force and started again. */
    KILL_BROKER("kill -9 of the broker"),
    /** Broker and instances are killed by force and started again. */
    KILL_ALL("kill -9 of the broker and all instances"),
    /** An instance is held for longer than its session with the group lasts, then goes on as if nothing had been. */
    PAUSE_APP("an instance paused beyond its session"),
    /** The broker is held for seconds, within its session with the controller. */
    PAUSE_BROKER("the broker paused"),
    /** The registry is killed; while it is away, an instance is killed and started again. */
    REGISTRY_AWAY("the registry away, an instance killed"),
    /** An instance is killed by force, and started again without its state directory. */
    STATE_DELETED("kill -9 of an instance, its state deleted");

    /**
     * Those that can be tried in one run: all but the broker's pause. The one broker there is must be declared dead neither
     * while it is held nor for longer than a transaction may take, see {@code docs/decisions/0016}.
     */
    public static final List<Fault> TOGETHER =
            Stream.of(values()).filter(fault -> fault != PAUSE_BROKER).toList();

    private final String what;

    Fault(String what) {
        this.what = what;
    }

    /** Its name on the command line and in reports, such as {@code kill-app}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line that says what is done. */
    public String what() {
        return what;
    }
}

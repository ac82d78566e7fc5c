package io.upswing.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The instances of one installation, and what is done to them and to what they stand on. */
final class Installation implements AutoCloseable {
    /** With others there to take over, an instance comes back after this time or more. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Rig rig;
    private final List<Site> sites = new ArrayList<>();
    private final List<Child> apps = new ArrayList<>();

    Installation(Rig rig, Site site, int instances) throws Exception {
        this.rig = rig;
        for (int i = 0; i < instances; i++) {
            Site instance = site.instance(i, Rig.freePort());
            sites.add(instance);
            apps.add(rig.startApp(instance));
        }
    }

    /** Does it, and returns when all processes are there again. */
    void suffer(Leg.Moment moment) throws Exception {
        int victim = moment.victim() % apps.size();
        switch (moment.fault()) {
            case KILL_APP -> {
                apps.get(victim).kill();
                // Alone, it is needed at once; or else its tasks go to another, or to itself when it is back in time.
                Thread.sleep(apps.size() == 1 ? SHORT : moment.length().dividedBy(1 + moment.victim() % 3));
                start(victim);
            }
            case KILL_BROKER -> {
                rig.broker().kill();
                rig.startBrokerAgain();
            }
            case KILL_ALL -> {
                apps.forEach(Child::kill);
                rig.broker().kill();
                rig.startBrokerAgain();
                for (int i = 0; i < apps.size(); i++) {
                    start(i);
                }
            }
            case PAUSE_APP -> paused(apps.get(victim), moment.length());
            case PAUSE_BROKER -> paused(rig.broker(), moment.length());
            case REGISTRY_AWAY -> {
                rig.registry().kill();
                apps.get(victim).kill();
                start(victim);
                Thread.sleep(moment.length());
                rig.startRegistryAgain();
            }
            case STATE_DELETED -> {
                apps.get(victim).kill();
                delete(sites.get(victim).config().streams().stateDir());
                start(victim);
            }
        }
    }

    private void start(int instance) throws Exception {
        apps.set(instance, rig.startApp(sites.get(instance)));
    }

    private static void paused(Child child, Duration length) throws Exception {
        child.pause();
        try {
            Thread.sleep(length);
        } finally {
            child.goOn();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    int size() {
        return apps.size();
    }

    /** The views of an instance; any answers for all. */
    AppViews views() {
        return new AppViews(apps.getFirst().ready());
    }

    /** Whether all instances say that they are ready. */
    boolean isReady() throws InterruptedException {
        for (Child app : apps) {
            try (AppViews views = new AppViews(app.ready())) {
                if (!views.isReady()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What the instances say, and what their threads do. */
    String said() {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < apps.size(); i++) {
            said.append("instance ").append(i).append(": ").append(apps.get(i).saidWithThreads());
        }
        return said.toString();
    }

    /** Those that have ended though nobody ended them. */
    List<String> endedByThemselves() {
        List<String> ended = new ArrayList<>();
        for (int i = 0; i < apps.size(); i++) {
            if (!apps.get(i).isAlive()) {
                ended.add(
                        "instance " + i + " has ended by itself: " + apps.get(i).lastWords());
            }
        }
        return ended;
    }

    @Override
    public void close() {
        apps.forEach(Child::close);
    }
}

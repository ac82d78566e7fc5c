package io.upswing.app.views.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectLevel;
import io.upswing.schemas.Name;
import io.upswing.schemas.topics.Cleanup;
import io.upswing.schemas.topics.Topic;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class StoredNamesTest {
    private final Map<String, String> store = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean registryIsAway;

    private final Deserializer<Name> deserializer = (topic, bytes) -> {
        asked.incrementAndGet();
        if (registryIsAway) {
            throw new SerializationException("no answer", new ConnectException("refused"));
        }
        String text = new String(bytes, UTF_8);
        if (text.equals("garbage")) {
            throw new SerializationException("no name");
        }
        return new Name(text);
    };
    private final StoredNames names = new StoredNames(
            key -> Optional.ofNullable(store.get(new String(key, UTF_8))).map(name -> name.getBytes(UTF_8)),
            new Topic<>(
                    "names",
                    Serdes.String(),
                    Serdes.serdeFrom((topic, name) -> new byte[0], deserializer),
                    1,
                    new Cleanup.KeptForEver(),
                    false,
                    Map.of()),
            nanos::get);

    private final Subject rep = Subject.rep("7f3a");

    @Test
    void namesLieUnderLevelAndId() {
        store.put("rep:7f3a", "Ann");
        store.put("team:02", "Hunters");
        store.put("company", "Example Ltd");

        assertThat(names.of(rep)).contains("Ann");
        assertThat(names.of(new Subject(SubjectLevel.TEAM, "02"))).contains("Hunters");
        assertThat(names.of(new Subject(SubjectLevel.COMPANY, Subject.COMPANY_ID)))
                .contains("Example Ltd");
        assertThat(names.of(Subject.rep("other"))).isEmpty();
    }

    @Test
    void anErasedNameIsGoneAtOnce() {
        store.put("rep:7f3a", "Ann");
        names.of(rep);
        store.clear();

        assertThat(names.of(rep)).isEmpty();
    }

    @Test
    void whatCantBeReadIsNoName() {
        store.put("rep:7f3a", "garbage");
        store.put("rep:other", "Bob");

        assertThat(names.of(rep)).isEmpty();
        assertThat(names.of(Subject.rep("other"))).contains("Bob");
    }

    @Test
    void aRegistryThatIsAwayIsNotAskedForEveryName() {
        store.put("rep:7f3a", "Ann");
        registryIsAway = true;

        for (int i = 0; i < 100; i++) {
            assertThat(names.of(rep)).isEmpty();
        }
        assertThat(asked).hasValue(1);

        registryIsAway = false;
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(names.of(rep)).contains("Ann");
    }
}

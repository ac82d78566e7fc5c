package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void whatAChildSaysComesWithItsThreadsEachTimeTheyAreAskedFor(@TempDir Path dir) throws Exception {
        try (Child child = Child.start(dir.resolve("log"), Waiting.class, List.of())) {
            assertThat(child.said()).doesNotContain("Waiting.main");

            assertThat(child.saidWithThreads()).containsOnlyOnce("Waiting.main");
            assertThat(child.saidWithThreads().split("Waiting.main", -1)).hasSize(3);
        }
    }

    /** Waits until it is killed. */
    static final class Waiting {
        private Waiting() {}

        @SuppressWarnings("SystemOut") // the line is what the parent process waits for
        public static void main(String[] args) throws IOException {
            System.out.println(Child.READY + " now");
            int read = System.in.read();
            System.out.println(read);
        }
    }
}

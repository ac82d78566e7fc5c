package io.upswing.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("..", "upswing").toAbsolutePath().normalize();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theNamedJdkIsTakenIfItIsNewEnough() throws Exception {
        Path named = jdk("a jdk", "21.0.4");

        assertThat(javaHome(Map.of("JAVA_HOME", named.toString()))).isEqualTo(named.toString());
    }

    @Test
    void anOlderOneIsPassedOver() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path older = jdk("older", "1.8.0_402");
        Path right = jdk("right", "25-ea");

        assertThat(javaHome(Map.of("UPSWING_JAVA_HOME", old.toString(), "JAVA_HOME", right.toString())))
                .isEqualTo(right.toString());
        assertThat(javaHome(Map.of("UPSWING_JAVA_HOME", older.toString(), "JAVA_HOME", right.toString())))
                .isEqualTo(right.toString());
    }

    @Test
    void aJavaWithoutACompilerIsNoJdk() throws Exception {
        Path runtime = jdk("runtime", "21.0.4");
        Files.delete(runtime.resolve("bin/javac"));
        Path right = jdk("right", "21.0.4");

        assertThat(javaHome(Map.of("UPSWING_JAVA_HOME", runtime.toString(), "JAVA_HOME", right.toString())))
                .isEqualTo(right.toString());
    }

    private static String javaHome(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", LAUNCHER.toString(), "--print-java-home");
        builder.environment().remove("UPSWING_JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return out;
    }

    /** A folder that looks like a JDK of a version. */
    private Path jdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(directory.resolve(name).resolve("bin"));
        script(bin.resolve("java"), "echo 'openjdk version \"" + version + "\" 2024-07-16' >&2");
        script(bin.resolve("javac"), "exit 0");
        return directory.resolve(name);
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** Runs the script that {@code topics acls} prints, with a {@code kafka-acls.sh} that notes down what it is called with. */
final class AclScriptRun {
    private static final Pattern CALL = Pattern.compile("(?s)CALL\n(.*?)END\n");

    private AclScriptRun() {}

    /** The ACLs that the script asks for. */
    static Set<AclBinding> of(String script, Path directory) throws Exception {
        Path bin = Files.createDirectories(directory.resolve("acls"));
        Path calls = bin.resolve("calls");
        Path tool = bin.resolve("kafka-acls.sh");
        Files.writeString(tool, "#!/bin/sh\n{ echo CALL; printf '%s\\n' \"$@\"; echo END; } >>'" + calls + "'\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Path file = Files.writeString(bin.resolve("acls.sh"), script);
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
        bash.environment().merge("PATH", bin.toString(), (path, ours) -> ours + ":" + path);
        bash.environment().put("ADMIN_CONFIG", "an admin's.properties");
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();

        Set<AclBinding> asked = new HashSet<>();
        Matcher each = CALL.matcher(Files.readString(calls));
        while (each.find()) {
            asked.addAll(bindings(each.group(1).lines().toList()));
        }
        return asked;
    }

    private static Set<AclBinding> bindings(List<String> arguments) {
        assertThat(arguments)
                .contains("--add", "--bootstrap-server")
                .containsSequence("--command-config", "an admin's.properties");
        String principal = after(arguments, "--allow-principal");
        PatternType pattern =
                PatternType.valueOf(after(arguments, "--resource-pattern-type").toUpperCase(Locale.ROOT));
        AccessControlEntry entry = new AccessControlEntry(
                principal, "*", SecurityUtils.operation(after(arguments, "--operation")), AclPermissionType.ALLOW);
        Set<AclBinding> bindings = new HashSet<>();
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            ResourceType type = switch (words.next()) {
                case "--topic" -> ResourceType.TOPIC;
                case "--group" -> ResourceType.GROUP;
                case "--transactional-id" -> ResourceType.TRANSACTIONAL_ID;
                default -> ResourceType.UNKNOWN;
            };
            if (type != ResourceType.UNKNOWN) {
                bindings.add(new AclBinding(new ResourcePattern(type, words.next(), pattern), entry));
            }
        }
        return bindings;
    }

    private static String after(List<String> arguments, String option) {
        return arguments.get(arguments.indexOf(option) + 1);
    }
}

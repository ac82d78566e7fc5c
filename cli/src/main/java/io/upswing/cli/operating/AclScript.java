package io.upswing.cli.operating;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.access.Grant;
import io.upswing.app.access.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Grants as commands of Kafka's own tool, or as JSON. */
public final class AclScript {
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9._:,/@=+-]+");

    private final List<Grant> grants;
    private final Map<Role, String> principals;

    /** Several resources of a kind that get the same, for the same reason, are one command. */
    private record Command(Role role, ResourceType type, PatternType pattern, AclOperation operation, String why) {}

    /** @param principals of each role, such as {@code User:upswing-app}; two roles may have the same */
    public AclScript(List<Grant> grants, Map<Role, String> principals) {
        this.grants = List.copyOf(grants);
        this.principals = Map.copyOf(principals);
    }

    /**
     * A shell script that creates the ACLs; run again, it changes nothing.
     *
     * @param bootstrapServers of the cluster
     */
    public List<String> commands(String bootstrapServers) {
        List<String> lines = new ArrayList<>(List.of(
                "#!/usr/bin/env bash",
                "# Needs Kafka's kafka-acls.sh on the path, and in ADMIN_CONFIG a file with the settings of a client"
                        + " that may",
                "# create ACLs.",
                "set -euo pipefail",
                "acls() { kafka-acls.sh --bootstrap-server " + word(bootstrapServers)
                        + " --command-config \"$ADMIN_CONFIG\" --add \"$@\"; }"));
        Map<Command, List<String>> byCommand = new LinkedHashMap<>();
        for (Grant g : grants) {
            byCommand
                    .computeIfAbsent(
                            new Command(g.role(), g.type(), g.pattern(), g.operation(), g.why()),
                            k -> new ArrayList<>())
                    .add(g.name());
        }
        byCommand.forEach((command, names) -> lines.addAll(lines(command, names)));
        return lines;
    }

    private List<String> lines(Command command, List<String> names) {
        String option = "--" + lower(command.type().name()).replace('_', '-') + " ";
        return List.of(
                "",
                "# " + command.role() + ": " + command.why(),
                "acls --allow-principal " + word(principal(command.role())) + " --operation "
                        + camel(command.operation().name()) + " --resource-pattern-type "
                        + lower(command.pattern().name()) + " \\",
                new TreeSet<>(names)
                        .stream().map(name -> "    " + option + word(name)).collect(Collectors.joining(" \\\n")));
    }

    /** One object for each grant, with its reason. */
    public String json() {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode all = mapper.createArrayNode();
        grants.stream()
                .sorted(Comparator.comparing(Grant::role))
                .forEach(grant -> all.add(object(mapper.createObjectNode(), grant)));
        return all.toPrettyString();
    }

    private ObjectNode object(ObjectNode node, Grant grant) {
        return node.put("role", grant.role().toString())
                .put("principal", principal(grant.role()))
                .put("resource_type", lower(grant.type().name()))
                .put("name", grant.name())
                .put("pattern", lower(grant.pattern().name()))
                .put("operation", lower(grant.operation().name()))
                .put("why", grant.why());
    }

    private String principal(Role role) {
        String principal = principals.get(role);
        if (principal == null) {
            throw new IllegalArgumentException("no principal for " + role);
        }
        return principal;
    }

    /** {@code DESCRIBE_CONFIGS} as {@code DescribeConfigs}. */
    private static String camel(String name) {
        return Pattern.compile("_")
                .splitAsStream(name)
                .map(part -> part.charAt(0) + lower(part.substring(1)))
                .collect(Collectors.joining());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String word(String text) {
        return PLAIN_WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

package io.upswing.cli.operating;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.upswing.app.config.AppConfig;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.operating.Finding.Level;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;

/** Looks at an installation from outside, with the rights of the configuration that its instances have. */
public final class Doctor {
    private final Check reachable;
    private final List<Check> onBroker;
    private final List<Check> others;

    /**
     * Prepares a look.
     *
     * @param admin stays the caller's to close, as {@code topics} and {@code api} do
     * @param now what the host thinks what time it is
     */
    public Doctor(AppConfig config, TopicCatalogue topics, Admin admin, ApiClient api, Supplier<Instant> now) {
        String servers = String.valueOf(config.clientConfig().get("bootstrap.servers"));
        // As Kafka's own commands take them: they are an administrator's.
        String asAdmin = servers
                + (config.clientConfig().containsKey("security.protocol") ? " --command-config admin.properties" : "");
        BrokerTimeCheck time = new BrokerTimeCheck(config, topics, now);
        reachable = new BrokerCheck(config, admin, servers, asAdmin);
        onBroker = List.of(
                new TopicsCheck(config, topics, admin, asAdmin),
                new RightsCheck(config, topics, admin),
                time,
                new HangingTransactionsCheck(config.topics().prefix(), admin, asAdmin, time),
                new OpenDaysCheck(config, topics, api, time));
        others = List.of(new RegistryCheck(config), new StateDirCheck(config));
    }

    /** Looks at everything; what depends on the broker only if it answers. */
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>(look(reachable));
        if (findings.stream().noneMatch(finding -> finding.level() == Level.ERROR)) {
            onBroker.forEach(check -> findings.addAll(look(check)));
        }
        others.forEach(check -> findings.addAll(look(check)));
        return findings;
    }

    private static List<Finding> look(Check check) {
        try {
            return check.look();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (RuntimeException e) {
            return List.of(Finding.error(check.what(), reason(e), check.otherwise()));
        }
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
    }

    /** One line for each finding, and one more for what mends it. */
    public static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        int width = findings.stream().mapToInt(f -> f.what().length()).max().orElse(0);
        for (Finding finding : findings) {
            lines.add("%-5s  %s  %s".formatted(finding.level(), pad(finding.what(), width), finding.text()));
            finding.mend().ifPresent(mend -> lines.add(" ".repeat(width + 9) + "→ " + mend));
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** The same as JSON. */
    public static String json(List<Finding> findings) {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode all = mapper.createArrayNode();
        for (Finding finding : findings) {
            all.add(mapper.createObjectNode()
                    .put("level", finding.level().toString())
                    .put("what", finding.what())
                    .put("text", finding.text())
                    .put("mend", finding.mend().orElse(null)));
        }
        return all.toPrettyString();
    }
}

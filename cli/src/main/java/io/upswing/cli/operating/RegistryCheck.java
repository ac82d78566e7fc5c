package io.upswing.cli.operating;

import io.upswing.app.config.AppConfig;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.RegistryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether each of the registry's URLs answers, and refuses schemas that readers could not read. */
record RegistryCheck(AppConfig config) implements Check {
    private static final Set<String> GOOD = Set.of("BACKWARD", "BACKWARD_TRANSITIVE");
    private static final Pattern LOGIN = Pattern.compile("//[^/@]*@");

    @Override
    public String what() {
        return "registry";
    }

    @Override
    public String otherwise() {
        return "see whether schema.registry.url, basic.auth.* and schema.registry.ssl.* are right, and the registry is"
                + " up";
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        Optional<String> level = Optional.empty();
        List<String> urls = Pattern.compile(",")
                .splitAsStream(config.registryConfig().getOrDefault(RegistryClient.URL, ""))
                .filter(url -> !url.isBlank())
                .toList();
        for (String url : urls) {
            String shown = LOGIN.matcher(url.strip()).replaceFirst("//");
            try (RegistryClient client = client(url)) {
                String found = client.compatibility();
                findings.add(Finding.ok(what(), shown + " answers"));
                level = Optional.of(found);
            } catch (RegistryException e) {
                findings.add(Finding.error(what(), shown + ": " + e.getMessage(), otherwise()));
            }
        }
        level.ifPresent(found -> findings.add(compatibility(found)));
        return level.isPresent() ? findings.stream().map(RegistryCheck::milder).toList() : findings;
    }

    /** Where one answers, another that does not is no reason to stop. */
    private static Finding milder(Finding finding) {
        return finding.level() == Finding.Level.ERROR
                ? new Finding(Finding.Level.WARN, finding.what(), finding.text(), finding.mend())
                : finding;
    }

    private RegistryClient client(String url) {
        Map<String, String> settings = new HashMap<>(config.registryConfig());
        settings.put(RegistryClient.URL, url);
        return new RegistryClient(settings);
    }

    private static Finding compatibility(String level) {
        return GOOD.contains(level)
                ? Finding.ok("registry", "schemas must be compatible: " + level)
                : Finding.warn(
                        "registry",
                        "the compatibility level is " + level + ", but Upswing's schemas evolve by BACKWARD_TRANSITIVE",
                        "curl -X PUT -H 'Content-Type: application/vnd.schemaregistry.v1+json' -d"
                                + " '{\"compatibility\":\"BACKWARD_TRANSITIVE\"}' URL/config/SUBJECT for each of Upswing's"
                                + " subjects, TOPIC-value");
    }
}

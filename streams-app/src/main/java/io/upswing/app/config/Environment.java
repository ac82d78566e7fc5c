package io.upswing.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settings by environment variables. */
final class Environment {
    static final String PREFIX = "UPSWING_";

    /** Variables of the launcher, which sets no key. */
    static final Set<String> OF_LAUNCHER =
            Set.of("UPSWING_CLASSPATH", "UPSWING_CONFIG", "UPSWING_HOME", "UPSWING_JAVA_HOME", "UPSWING_JAVA_OPTS");

    // Kubernetes tells each container where services are: of one whose name begins with 'upswing' in such variables.
    private static final Pattern OF_KUBERNETES =
            Pattern.compile("(.*_)?SERVICE_(HOST|PORT(_.*)?)|(.*_)?PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");
    private static final Pattern KUBERNETES_URL = Pattern.compile("(tcp|udp|sctp)://.*");

    private Environment() {}

    /** The variable that sets a key. */
    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What the variables set; one that sets nothing known comes under its own name. */
    static List<Setting> settings(Map<String, String> variables) {
        return new TreeMap<>(variables)
                .entrySet().stream()
                        .filter(variable -> isOurs(variable.getKey(), variable.getValue()))
                        .map(variable -> new Setting(
                                key(variable.getKey()),
                                variable.getValue(),
                                "environment variable " + variable.getKey()))
                        .toList();
    }

    private static boolean isOurs(String variable, String value) {
        if (!variable.startsWith(PREFIX) || OF_LAUNCHER.contains(variable)) {
            return false;
        }
        boolean known = !key(variable).equals(variable);
        String rest = variable.substring(PREFIX.length());
        return known
                || !(OF_KUBERNETES.matcher(rest).matches()
                        || KUBERNETES_URL.matcher(value).matches());
    }

    private static String key(String variable) {
        for (Key<?> key : Keys.ALL) {
            if (key.variable().equals(variable)) {
                return key.name();
            }
        }
        String dotted =
                variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
        return dotted.startsWith(KafkaKeys.PREFIX) || RegistryKeys.has(dotted) ? dotted : variable;
    }
}

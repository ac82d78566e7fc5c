package io.upswing.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an {@link EmbeddedKafka} demands of its clients. The node's own traffic, and nothing that is told to clients, goes
 * over two more ports on 127.0.0.1 that demand nothing.
 *
 * @param mechanism of SASL
 * @param users names and passwords; SCRAM takes them when the directory is new
 * @param tls the broker's certificate; empty: without TLS
 * @param superUsers names of users who may do everything, while others may do what ACLs allow; none: all may do everything
 */
public record KafkaSecurity(
        Mechanism mechanism, Map<String, String> users, Optional<TlsIdentity> tls, Set<String> superUsers) {
    static final String LISTENER = "CLIENTS";
    static final String INTERNAL = "INTERNAL";

    /** How clients prove who they are. */
    public enum Mechanism {
        /** The password is sent as it is. */
        PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule"),
        /** The password stays with the client. */
        SCRAM_SHA_512("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule");

        private final String name;
        private final String loginModule;

        Mechanism(String name, String loginModule) {
            this.name = name;
            this.loginModule = loginModule;
        }
    }

    /** Takes copies. */
    public KafkaSecurity {
        users = Map.copyOf(users);
        superUsers = Set.copyOf(superUsers);
        if (!users.keySet().containsAll(superUsers)) {
            throw new IllegalArgumentException("super users must be among the users");
        }
    }

    /** SASL without TLS, and without an authorizer. */
    public static KafkaSecurity sasl(Mechanism mechanism, Map<String, String> users) {
        return new KafkaSecurity(mechanism, users, Optional.empty(), Set.of());
    }

    /** The same over TLS. */
    public KafkaSecurity over(TlsIdentity identity) {
        return new KafkaSecurity(mechanism, users, Optional.of(identity), superUsers);
    }

    /** The same with Kafka's authorizer: what no ACL allows is refused to all but these users. */
    public KafkaSecurity denyingAllBut(String... newSuperUsers) {
        return new KafkaSecurity(mechanism, users, tls, Set.of(newSuperUsers));
    }

    /** What a client of Kafka takes to be a user. */
    public Map<String, String> client(String user) {
        String password = Optional.ofNullable(users.get(user))
                .orElseThrow(() -> new IllegalArgumentException("no user '" + user + "'"));
        return client(user, password);
    }

    /** What a client takes that says this user and password, whether they are right or not. */
    public Map<String, String> client(String user, String password) {
        Map<String, String> config = new HashMap<>();
        config.put("security.protocol", protocol());
        config.put("sasl.mechanism", mechanism.name);
        config.put(
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";".formatted(mechanism.loginModule, user, password));
        tls.ifPresent(identity -> config.putAll(identity.trust()));
        return config;
    }

    /** The broker's settings beside its listeners. */
    Map<String, String> broker() {
        Map<String, String> config = new HashMap<>();
        String listener = "listener.name." + lower(LISTENER) + ".";
        config.put(listener + "sasl.enabled.mechanisms", mechanism.name);
        config.put(listener + lower(mechanism.name) + ".sasl.jaas.config", jaas());
        tls.ifPresent(identity -> {
            config.put(listener + "ssl.keystore.location", identity.keyStore().toString());
            config.put(listener + "ssl.keystore.type", "PKCS12");
            config.put(listener + "ssl.keystore.password", identity.password());
            config.put(listener + "ssl.key.password", identity.password());
        });
        if (!superUsers.isEmpty()) {
            config.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
            config.put("allow.everyone.if.no.acl.found", "false");
            // The node itself, on its own listeners, is nobody in particular.
            config.put(
                    "super.users",
                    Stream.concat(Stream.of("ANONYMOUS"), superUsers.stream().sorted())
                            .map(user -> "User:" + user)
                            .collect(Collectors.joining(";")));
        }
        return config;
    }

    /** The users as Kafka's formatter takes them; none unless they are kept in the metadata. */
    List<String> scramArguments() {
        return mechanism != Mechanism.SCRAM_SHA_512
                ? List.of()
                : new TreeMap<>(users)
                        .entrySet().stream()
                                .map(user -> "%s=[name=%s,password=%s]"
                                        .formatted(mechanism.name, user.getKey(), user.getValue()))
                                .toList();
    }

    String protocol() {
        return tls.isPresent() ? "SASL_SSL" : "SASL_PLAINTEXT";
    }

    private String jaas() {
        String accepted = mechanism != Mechanism.PLAIN
                ? ""
                : users.entrySet().stream()
                        .map(user -> " user_%s=\"%s\"".formatted(user.getKey(), user.getValue()))
                        .collect(Collectors.joining());
        return mechanism.loginModule + " required" + accepted + ";";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Names only. */
    @Override
    public String toString() {
        return "KafkaSecurity[" + protocol() + ", " + mechanism.name + ", " + users.keySet() + "]";
    }
}

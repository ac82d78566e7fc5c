package io.upswing.producers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the mapping's rules for ids. */
final class IdRules {
    private static final String RIGHT =
            "a column, or {column: ..., name: ...}, or {derive: keyed-hash, of: [columns], name: ...}";

    private final Optional<KeyedHash> hash;

    IdRules(Optional<KeyedHash> hash) {
        this.hash = hash;
    }

    IdRule rule(YamlSection section, String key, IdKind kind) {
        if (!section.isSection(key)) {
            section.text(key, RIGHT);
            return new IdRule.Taken(Rules.column(section, key), Optional.empty());
        }
        YamlSection rule = section.section(key, RIGHT);
        Optional<Column> name =
                kind.named() && rule.has("name") ? Optional.of(Rules.column(rule, "name")) : Optional.empty();
        IdRule result = rule.has("derive") ? derived(rule, kind, name) : taken(rule, name);
        rule.finish();
        return result;
    }

    Optional<IdRule> optionalRule(YamlSection section, String key, IdKind kind) {
        return section.has(key) ? Optional.of(rule(section, key, kind)) : Optional.empty();
    }

    private static IdRule taken(YamlSection rule, Optional<Column> name) {
        Column column = Rules.column(rule, "column");
        if (name.isPresent() && name.get().name().equals(column.name())) {
            throw rule.wrong("column", "not the name itself, for ids stay in logs for ever: derive: keyed-hash");
        }
        return new IdRule.Taken(column, name);
    }

    private IdRule derived(YamlSection rule, IdKind kind, Optional<Column> name) {
        if (!rule.text("derive", "keyed-hash").equals("keyed-hash")) {
            throw rule.wrong("derive", "keyed-hash");
        }
        if (hash.isEmpty()) {
            throw new MappingException(rule.file(), "ids.key", "missing", "the key of the keyed hash, or ids.keyFile");
        }
        List<Column> of = new ArrayList<>();
        for (String column : rule.texts("of", "the columns that tell one from another")) {
            of.add(new Column(column.strip(), rule.pathOf("of")));
        }
        return new IdRule.Derived(kind, hash.get(), List.copyOf(of), name);
    }
}

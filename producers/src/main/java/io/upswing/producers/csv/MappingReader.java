package io.upswing.producers.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** Makes a {@link Mapping} from its file, and refuses what it does not understand. */
final class MappingReader {
    private static final int SHORTEST_KEY = 8;

    private final Path path;
    private final YamlSection root;
    private final ZoneId zone;
    private final ReportingCurrency currency;
    private final IdRules ids;

    private MappingReader(Path path, YamlSection root) {
        this.path = path;
        this.root = root;
        this.zone = zone();
        this.currency = currency();
        this.ids = new IdRules(key());
    }

    static Mapping read(Path path) {
        return new MappingReader(path, new YamlSection(path.toString(), "", parse(path))).mapping();
    }

    private static JsonNode parse(Path path) {
        YAMLFactory yaml = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        ObjectMapper mapper = YAMLMapper.builder(yaml)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try {
            return mapper.readTree(Files.readAllBytes(path));
        } catch (JsonProcessingException e) {
            String where = "line %d"
                    .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            throw new MappingException(path.toString(), where, e.getOriginalMessage(), "one YAML document");
        } catch (IOException e) {
            throw new MappingException(path.toString(), "the file", "not readable (" + e + ")", "a mapping file");
        }
    }

    private Mapping mapping() {
        String source = root.optionalText("source", "a short name of the CRM, which the events carry")
                .orElse("csv");
        CsvFormat csv = root.optionalSection("csv", "delimiter and encoding")
                .map(this::csv)
                .orElse(new CsvFormat(',', StandardCharsets.UTF_8));
        Sections sections = new Sections(root, ids, new Rules(zone, currency));
        Mapping mapping = new Mapping(
                path.toString(),
                source,
                csv,
                currency,
                zone,
                sections.reps(),
                sections.deals(),
                sections.activities(),
                sections.quotas());
        root.finish();
        if (mapping.isEmpty()) {
            throw root.missing("deals", "at least one of the sections deals, activities, reps and quotas");
        }
        return mapping;
    }

    private ZoneId zone() {
        String right = "a time zone such as Europe/Copenhagen or UTC";
        String zone = root.text("zone", right);
        return Rules.valid(root, "zone", right, () -> ZoneId.of(zone));
    }

    private ReportingCurrency currency() {
        YamlSection section = root.section("currency", "code and minorDigits of the reporting currency");
        String right = "a currency of ISO 4217, such as USD";
        String code = section.text("code", right);
        Rules.valid(section, "code", right, () -> Currency.getInstance(code));
        ReportingCurrency result = new ReportingCurrency(code, section.number("minorDigits", 0, 4));
        section.finish();
        return result;
    }

    private Optional<KeyedHash> key() {
        Optional<YamlSection> section = root.optionalSection("ids", "key or keyFile, for ids derived by a keyed hash");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        String right = "a secret of %d characters or more".formatted(SHORTEST_KEY);
        Optional<String> key = section.get().optionalText("key", right);
        Optional<String> file = section.get().optionalText("keyFile", "a file that holds the key");
        section.get().finish();
        if (key.isPresent() == file.isPresent()) {
            throw section.get().missing(key.isPresent() ? "keyFile" : "key", "either key or keyFile, not both");
        }
        String name = key.isPresent() ? "key" : "keyFile";
        String secret = key.orElseGet(() -> secret(section.get(), file.orElseThrow()));
        if (secret.length() < SHORTEST_KEY) {
            throw new MappingException(path.toString(), section.get().pathOf(name), "too short", right);
        }
        return Optional.of(new KeyedHash(secret));
    }

    private String secret(YamlSection section, String file) {
        try {
            return Files.readString(path.resolveSibling(file)).strip();
        } catch (IOException e) {
            throw section.wrong("keyFile", "a readable text file, beside the mapping or by its whole path");
        }
    }

    private CsvFormat csv(YamlSection section) {
        String delimiter = section.optionalText("delimiter", "one character").orElse(",");
        if (delimiter.length() != 1 || delimiter.equals("\"")) {
            throw section.wrong("delimiter", "one character, such as \",\" or \";\" or \"\\t\"");
        }
        String right = "a character encoding such as UTF-8 or windows-1252";
        String encoding = section.optionalText("encoding", right).orElse("UTF-8");
        Charset charset = Rules.valid(section, "encoding", right, () -> Charset.forName(encoding));
        section.finish();
        return new CsvFormat(delimiter.charAt(0), charset);
    }
}

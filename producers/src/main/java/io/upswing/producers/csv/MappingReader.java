package io.upswing.producers.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.upswing.schemas.DealStatus;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a {@link Mapping} from its file, and refuses what it does not understand. */
final class MappingReader {
    private static final int SHORTEST_KEY = 8;
    private static final String COLUMN = "the name of a column";

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
        Optional<RepMapping> reps = root.optionalSection("reps", "a section with file, id, team, region, ...")
                .map(this::reps);
        YamlSection dealSection = root.section("deals", "a section with file, id, owner, stage, ...");
        DealMapping deals = deals(dealSection);
        root.finish();
        checkLink(dealSection, deals, reps);
        return new Mapping(path.toString(), source, csv, currency, zone, deals, reps);
    }

    private ZoneId zone() {
        String right = "a time zone such as Europe/Copenhagen or UTC";
        String zone = root.text("zone", right);
        return valid(root, "zone", right, () -> ZoneId.of(zone));
    }

    private ReportingCurrency currency() {
        YamlSection section = root.section("currency", "code and minorDigits of the reporting currency");
        String right = "a currency of ISO 4217, such as USD";
        String code = section.text("code", right);
        valid(section, "code", right, () -> Currency.getInstance(code));
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
        Charset charset = valid(section, "encoding", right, () -> Charset.forName(encoding));
        section.finish();
        return new CsvFormat(delimiter.charAt(0), charset);
    }

    private DealMapping deals(YamlSection section) {
        DealMapping deals = new DealMapping(
                section.text("file", "the name of a CSV file"),
                ids.rule(section, "id", IdKind.DEAL),
                ids.optionalRule(section, "owner", IdKind.REP),
                stage(section.section("stage", "column, open, won and lost")),
                amount(section),
                date(section, "created"),
                date(section, "closed"),
                optionalDate(section, "expectedClose"));
        section.finish();
        return deals;
    }

    private RepMapping reps(YamlSection section) {
        RepMapping reps = new RepMapping(
                section.text("file", "the name of a CSV file"),
                ids.rule(section, "id", IdKind.REP),
                ids.optionalRule(section, "team", IdKind.TEAM),
                ids.optionalRule(section, "region", IdKind.REGION),
                optionalDate(section, "hired"),
                effectiveFrom(section));
        section.finish();
        return reps;
    }

    private StageRule stage(YamlSection section) {
        Column column = column(section, "column");
        Map<String, DealStatus> meaning = new LinkedHashMap<>();
        for (DealStatus status : DealStatus.values()) {
            String key = status.name().toLowerCase(Locale.ROOT);
            for (String name : section.texts(key, "the stages that mean " + key)) {
                if (meaning.putIfAbsent(name, status) != null) {
                    throw section.wrong(key, "stages that stand in one list only: '" + name + "' is there twice");
                }
            }
        }
        section.finish();
        return new StageRule(column, meaning);
    }

    private Optional<AmountRule> amount(YamlSection section) {
        boolean currencyKnown = section.has("currency");
        if (!section.has("amount")) {
            if (currencyKnown) {
                throw section.wrong("currency", "none without an amount");
            }
            return Optional.empty();
        }
        Optional<Column> own = currencyKnown ? Optional.of(column(section, "currency")) : Optional.empty();
        return Optional.of(new AmountRule(column(section, "amount"), own, currency));
    }

    private DateRule date(YamlSection section, String key) {
        YamlSection date = section.section(key, "column and format");
        Column column = column(date, "column");
        String right = "one pattern, or a list of them, that give a whole date, such as yyyy-MM-dd or dd.MM.yyyy";
        List<DateRule.Pattern> patterns = new ArrayList<>();
        for (String text : date.texts("format", right)) {
            patterns.add(valid(date, "format", right, () -> DateRule.Pattern.of(text)));
        }
        date.finish();
        return new DateRule(column, List.copyOf(patterns), zone);
    }

    private Optional<DateRule> optionalDate(YamlSection section, String key) {
        return section.has(key) ? Optional.of(date(section, key)) : Optional.empty();
    }

    private EffectiveFrom effectiveFrom(YamlSection section) {
        String key = "effectiveFrom";
        if (section.isSection(key)) {
            return new EffectiveFrom.InColumn(date(section, key));
        }
        String right = "first-day, a date such as 2017-01-01, or column and format";
        String text = section.optionalText(key, right).orElse("first-day");
        if (text.equals("first-day")) {
            return new EffectiveFrom.FirstDay();
        }
        LocalDate day = valid(section, key, right, () -> LocalDate.parse(text));
        if (day.isBefore(DateRule.FIRST) || day.isAfter(DateRule.LAST)) {
            throw section.wrong(key, "a date from %s to %s".formatted(DateRule.FIRST, DateRule.LAST));
        }
        return new EffectiveFrom.Fixed(day);
    }

    /** Owners that are made otherwise than the reps' ids would be strangers to every team. */
    private static void checkLink(YamlSection section, DealMapping deals, Optional<RepMapping> reps) {
        if (deals.owner().isEmpty() || reps.isEmpty()) {
            return;
        }
        IdRule owner = deals.owner().get();
        IdRule rep = reps.get().id();
        if (owner.derived() != rep.derived() || owner.of().size() != rep.of().size()) {
            throw section.wrong(
                    "owner", "made in the same way as reps.id, from as many columns: else no deal finds its rep");
        }
    }

    static Column column(YamlSection section, String key) {
        return new Column(section.text(key, COLUMN).strip(), section.pathOf(key));
    }

    private static <T> T valid(YamlSection section, String key, String right, Supplier<T> value) {
        try {
            return value.get();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw section.wrong(key, right);
        }
    }
}

package io.upswing.producers.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A YAML file with the line of everything in it.
 *
 * @param file  its name, for messages
 * @param lines from 1, by place
 */
record YamlDocument(String file, JsonNode root, Map<JsonPointer, Integer> lines) {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper MAPPER = YAMLMapper.builder(YAML)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws RuleRefusedException if it is no YAML, or more than one document */
    static YamlDocument parse(String file, byte[] yaml) {
        try {
            return new YamlDocument(file, MAPPER.readTree(yaml), lines(yaml));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new RuleRefusedException(
                    new RuleProblem(file, line, "", firstLine(e.getOriginalMessage()), "one YAML document"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // from memory: can't be
        }
    }

    private static Map<JsonPointer, Integer> lines(byte[] yaml) throws IOException {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // Of a key with a value the key comes first, and its line is the one that is wanted.
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    /** The line of a place, or of what it lies in. */
    int line(JsonPointer place) {
        for (JsonPointer at = place; at != null; at = at.head()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not readable");
    }
}

package io.upswing.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.RepEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class JavaPropertiesTest {
    @Test
    void aStrippedClassSchemaIsTheSchemaAsWritten() throws IOException {
        Schema written = new Schema.Parser()
                .parse(Path.of("src/main/avro/DealEvent.avsc").toFile());

        Schema stripped = JavaProperties.strip(DealEvent.getClassSchema());

        assertThat(DealEvent.getClassSchema()).isNotEqualTo(written);
        assertThat(stripped).isEqualTo(written);
        assertThat(stripped.toString()).isEqualTo(written.toString());
    }

    @Test
    void allElseStays() {
        Schema schema = new Schema.Parser().parse("""
                        {"type": "record", "name": "R", "custom": "kept", "fields": [
                          {"name": "m", "type": {"type": "map", "values": "int", "avro.java.string": "String"},
                           "default": {"avro.java.string": 1}},
                          {"name": "d", "type": {"type": "int", "logicalType": "date"}}]}
                        """);

        String stripped = JavaProperties.strip(schema).toString();

        assertThat(stripped)
                .contains("\"custom\":\"kept\"", "\"default\":{\"avro.java.string\":1}", "\"logicalType\":\"date\"")
                .containsOnlyOnce("avro.java.string");
        assertThat(JavaProperties.strip(RepEvent.getClassSchema()).toString()).doesNotContain("avro.java.string");
    }
}

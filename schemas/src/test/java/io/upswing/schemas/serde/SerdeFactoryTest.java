package io.upswing.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.schemas.Gap;
import io.upswing.schemas.Name;
import io.upswing.schemas.registry.RegistryClient;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class SerdeFactoryTest {
    private static final Map<String, Object> CONFIG = Map.of(RegistryClient.URL, "mock://factory");

    @Test
    void aSerdeIsMadeByTheNameOfItsClass() {
        SerdeFactory factory = SerdeFactory.of(AvroSerde.class.getName(), CONFIG);

        try (Serde<Name> serde = factory.values(Name.class)) {
            byte[] bytes = serde.serializer().serialize("names", new Name("Ada"));

            assertThat(serde.deserializer().deserialize("names", bytes)).isEqualTo(new Name("Ada"));
            assertThat(serde.deserializer().deserialize("names", (byte[]) null)).isNull();
        }
    }

    @Test
    void aRecordOfAnotherTypeIsUndecodable() {
        SerdeFactory factory = SerdeFactory.avro(CONFIG);
        try (Serde<Gap> gaps = factory.values(Gap.class);
                Serde<Name> names = factory.values(Name.class)) {
            byte[] gap = gaps.serializer().serialize("mixed", new Gap("lost"));

            assertThatThrownBy(() -> names.deserializer().deserialize("mixed", gap))
                    .isInstanceOf(UndecodableRecordException.class)
                    .hasMessageContaining("Gap");
        }
    }

    @Test
    void aNameOfNoSerdeIsRefused() {
        assertThatThrownBy(() -> SerdeFactory.of("io.upswing.NoSuchSerde", CONFIG))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> SerdeFactory.of("java.lang.String", CONFIG)).isInstanceOf(ConfigException.class);
    }

    @Test
    void anotherClassCanTakeOursPlace() {
        SerdeFactory factory = SerdeFactory.of(Serdes.ByteArraySerde.class.getName(), Map.of());

        try (Serde<Name> serde = factory.values(Name.class)) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("names", new byte[1]))
                    .isInstanceOf(UndecodableRecordException.class);
        }
    }
}

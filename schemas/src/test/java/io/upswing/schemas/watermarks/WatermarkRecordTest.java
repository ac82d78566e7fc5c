package io.upswing.schemas.watermarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.schemas.watermarks.WatermarkRecord.Reading;
import java.time.LocalDate;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatermarkRecordTest {
    private static final LocalDate DAY = LocalDate.of(2017, 12, 31);
    private static final WatermarkRecord WATERMARK = new WatermarkRecord(DAY, 3, 6);
    private static final byte[] BYTES = {1};

    @Test
    void theHeadersAreTextThatAPersonCanRead() {
        Headers headers = WATERMARK.toHeaders();

        assertThat(headers.toArray()).hasSize(2);
        assertThat(new String(headers.lastHeader("day-closed").value(), UTF_8)).isEqualTo("2017-12-31");
        assertThat(new String(headers.lastHeader("day-from").value(), UTF_8)).isEqualTo("3/6");
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(WatermarkRecord.read(WATERMARK.toHeaders())).contains(WATERMARK);
        assertThat(WatermarkRecord.read(null, null, WATERMARK.toHeaders())).isEqualTo(new Reading.Found(WATERMARK));
        assertThat(WatermarkRecord.read(new byte[0], null, WATERMARK.toHeaders()))
                .isEqualTo(new Reading.Found(WATERMARK));
    }

    @Test
    void aRecordWithAValueIsNoneWhateverItsHeaders() {
        assertThat(WatermarkRecord.read(BYTES, BYTES, WATERMARK.toHeaders())).isEqualTo(new Reading.NoWatermark());
        assertThat(WatermarkRecord.read(null, BYTES, WATERMARK.toHeaders())).isEqualTo(new Reading.NoWatermark());
    }

    @Test
    void aTombstoneIsNone() {
        assertThat(WatermarkRecord.read(BYTES, null, new RecordHeaders())).isEqualTo(new Reading.NoWatermark());
    }

    @Test
    void aKeyBesideTheHeaderIsMalformed() {
        assertThat(WatermarkRecord.read(BYTES, null, WATERMARK.toHeaders())).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "2017-12-31, -",
                "-, 0/1",
                "'', 0/1",
                "2017-12-32, 0/1",
                "2017-02-29, 0/1",
                "20171231, 0/1",
                "+12017-12-31, 0/1",
                "' 2017-12-31', 0/1",
                "1989-12-31, 0/1",
                "2101-01-01, 0/1",
                "9999-12-31, 0/1",
                "2017-12-31, 1/1",
                "2017-12-31, 0/0",
                "2017-12-31, -1/1",
                "2017-12-31, 0",
                "2017-12-31, 0/1/2",
                "2017-12-31, 0/9999999999"
            })
    void neitherKeyNorValueNorReadableHeadersIsMalformed(@Nullable String day, @Nullable String from) {
        Headers headers = new RecordHeaders();
        if (day != null) {
            headers.add("day-closed", day.getBytes(UTF_8));
        }
        if (from != null) {
            headers.add("day-from", from.getBytes(UTF_8));
        }

        assertThat(WatermarkRecord.read(null, null, headers)).isInstanceOf(Reading.Malformed.class);
        assertThat(WatermarkRecord.read(headers)).isEmpty();
    }

    @Test
    void twoDaysInOneRecordAreMalformed() {
        Headers headers = WATERMARK.toHeaders().add("day-closed", "2018-01-01".getBytes(UTF_8));

        assertThat(WatermarkRecord.read(null, null, headers)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void aHeaderWithoutAValueIsMalformed() {
        Headers headers = new RecordHeaders().add("day-closed", null).add("day-from", "0/1".getBytes(UTF_8));

        assertThat(WatermarkRecord.read(null, null, headers)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void rangesAreKept() {
        assertThatThrownBy(() -> new WatermarkRecord(DAY, 6, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WatermarkRecord.ofSingleSender(LocalDate.of(9999, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.upswing.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** What Confluent's own serdes throw, judged. */
class RegistryExceptionTest {
    /** Named as in Confluent's client. */
    public static final class RestClientException extends Exception {
        private final int status;
        private final int code;

        RestClientException(int status, int code) {
            super("no");
            this.status = status;
            this.code = code;
        }

        /** As in Confluent's client. */
        public int getStatus() {
            return status;
        }

        /** As in Confluent's client. */
        public int getErrorCode() {
            return code;
        }
    }

    @Test
    void aNetworkErrorBelowASerializationErrorIsAnOutage() {
        assertThat(judge(new ConnectException("refused"))).isTrue();
        assertThat(judge(new SocketTimeoutException("late"))).isTrue();
    }

    @Test
    void badBytesAreNoOutage() {
        assertThat(judge(new EOFException("cut short"))).isFalse();
        assertThat(RegistryException.isUnavailable(new SerializationException("unknown magic byte")))
                .isFalse();
    }

    @Test
    void anAnswerBelowASerializationErrorCounts() {
        assertThat(judge(new RestClientException(503, 50301))).isTrue();
        assertThat(judge(new RestClientException(401, 401))).isTrue();
        assertThat(judge(new RestClientException(404, 40403))).isFalse();
        assertThat(judge(new RestClientException(409, 409))).isFalse();
    }

    private static boolean judge(Exception cause) {
        return RegistryException.isUnavailable(new SerializationException("cannot read", cause));
    }
}

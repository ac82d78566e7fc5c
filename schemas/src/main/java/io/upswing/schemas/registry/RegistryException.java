package io.upswing.schemas.registry;

import java.lang.reflect.InvocationTargetException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry did not answer, or said no.
 *
 * <p>What a reader does with it: {@link #unavailable()} means wait and try again, since the same request can succeed
 * once the registry, or its configuration, is put right. {@link Reason#SCHEMA_NOT_FOUND}, {@link Reason#NOT_FOUND} and
 * {@link Reason#NOT_AVRO} on a look-up by id say that the record itself is bad.
 */
public final class RegistryException extends RuntimeException {
    /** Why. */
    public enum Reason {
        /** No answer, no answer in time, an answer that is no registry's, 5xx, or 429. */
        UNREACHABLE,
        /** 401 or 403: neither bad data nor an outage but a wrong configuration; waiting loses nothing. */
        UNAUTHORIZED,
        /** 40403: no schema with this id, or not in this subject. */
        SCHEMA_NOT_FOUND,
        /** Another 404xx: no such subject or version. */
        NOT_FOUND,
        /** 409: not compatible with the subject's versions. */
        INCOMPATIBLE,
        /** 422, or another 4xx: the request itself is wrong. */
        INVALID,
        /** The schema is there, but is not one of Avro. */
        NOT_AVRO
    }

    private static final int SCHEMA_NOT_FOUND_CODE = 40403;

    private final Reason reason;
    private final int status;
    private final int code;

    private RegistryException(String message, Reason reason, int status, int code, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.status = status;
        this.code = code;
    }

    static RegistryException unreachable(String what, Throwable cause) {
        return new RegistryException(
                "schema registry unreachable: " + what + ": " + cause, Reason.UNREACHABLE, 0, 0, cause);
    }

    static RegistryException notAvro(String what, @Nullable Throwable cause) {
        return new RegistryException("not a usable Avro schema: " + what, Reason.NOT_AVRO, 0, 0, cause);
    }

    static RegistryException answered(String what, int status, int code, Throwable cause) {
        Reason reason = reason(status, code);
        String verb = reason == Reason.UNREACHABLE ? "unreachable" : "refused";
        return new RegistryException(
                "schema registry " + verb + ": " + what + ": " + cause.getMessage() + " (HTTP " + status + ")",
                reason,
                status,
                code,
                cause);
    }

    private static Reason reason(int status, int code) {
        return switch (status) {
            case 401, 403 -> Reason.UNAUTHORIZED;
            case 404 -> notFound(code);
            case 409 -> Reason.INCOMPATIBLE;
            case 408, 429 -> Reason.UNREACHABLE;
            default -> status >= 400 && status < 500 ? Reason.INVALID : Reason.UNREACHABLE;
        };
    }

    /** A registry's own 404 has a code of five digits; any other comes from something else at that address. */
    private static Reason notFound(int code) {
        if (code == SCHEMA_NOT_FOUND_CODE) {
            return Reason.SCHEMA_NOT_FOUND;
        }
        return code / 100 == 404 ? Reason.NOT_FOUND : Reason.UNREACHABLE;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The HTTP status, 0 without an answer. */
    public int status() {
        return status;
    }

    /** The registry's error code, such as 40403; 0 without an answer. */
    public int code() {
        return code;
    }

    /** Whether to wait and try again: {@link Reason#UNREACHABLE} or {@link Reason#UNAUTHORIZED}. */
    public boolean unavailable() {
        return reason == Reason.UNREACHABLE || reason == Reason.UNAUTHORIZED;
    }

    /**
     * Whether a failure to read or write means that the registry is unavailable, so that the same call may succeed later.
     *
     * <p>Also judges what Confluent's own serdes throw, where they are put in the place of ours: they wrap network errors,
     * and their client's answers, into exceptions that they throw for bad bytes too.
     */
    public static boolean isUnavailable(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RegistryException e) {
                return e.unavailable();
            }
            if (isNetwork(t) || t instanceof RetriableException || isUnavailableAnswer(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNetwork(Throwable t) {
        return t instanceof ConnectException
                || t instanceof NoRouteToHostException
                || t instanceof SocketException
                || t instanceof SocketTimeoutException
                || t instanceof UnknownHostException
                || t instanceof SSLException;
    }

    /** By name, as the class of Confluent's client is not among our dependencies. */
    private static boolean isUnavailableAnswer(Throwable t) {
        if (!t.getClass().getSimpleName().equals("RestClientException")) {
            return false;
        }
        try {
            int status = (Integer) t.getClass().getMethod("getStatus").invoke(t);
            int code = (Integer) t.getClass().getMethod("getErrorCode").invoke(t);
            Reason reason = reason(status, code);
            return reason == Reason.UNREACHABLE || reason == Reason.UNAUTHORIZED;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}

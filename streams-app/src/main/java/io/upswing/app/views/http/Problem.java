package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request is not answered, in the form of RFC 9457.
 *
 * @param detail for a person: what is wrong, and what would be right
 */
record Problem(Kind kind, String detail) {
    /** The kinds of problems; their codes are stable. */
    enum Kind {
        UNKNOWN_LEVEL(404, "unknown-level"),
        UNKNOWN_SUBJECT(404, "unknown-subject"),
        UNKNOWN_ISSUE(404, "unknown-issue"),
        UNKNOWN_PLAN(404, "unknown-plan"),
        PENDING_COMMAND(404, "pending-command"),
        NO_SUCH_PATH(404, "no-such-path"),
        READ_ONLY(405, "read-only"),
        UNKNOWN_PARAMETER(400, "unknown-parameter"),
        REPEATED_PARAMETER(400, "repeated-parameter"),
        MISSING_PARAMETER(400, "missing-parameter"),
        UNKNOWN_WINDOW(400, "unknown-window"),
        UNKNOWN_KPI(400, "unknown-kpi"),
        UNKNOWN_STATUS(400, "unknown-status"),
        BAD_COMMAND(400, "bad-command"),
        NO_JSON(415, "no-json"),
        FROM_A_PAGE(403, "from-a-page"),
        ID_REUSED(409, "id-reused"),
        BAD_DATE(400, "bad-date"),
        BAD_NUMBER(400, "bad-number"),
        DAY_OUT_OF_REACH(400, "day-out-of-reach"),
        BAD_REQUEST(400, "bad-request"),
        UNAVAILABLE(503, "unavailable"),
        INTERNAL(500, "internal-error");

        private final int status;
        private final String code;

        Kind(int status, String code) {
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    static final String CONTENT_TYPE = "application/problem+json";

    /** No type of its own: the code tells programs, as an extension member, what the status does not. */
    ObjectNode toJson() {
        return Json.object()
                .put("title", HttpStatus.getMessage(kind.status()))
                .put("status", kind.status())
                .put("code", kind.code())
                .put("detail", detail);
    }
}

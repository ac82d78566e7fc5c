package io.upswing.producers.csv;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes opaque ids: HMAC-SHA-256 with a secret key over the kind of the thing and the values that name it. Who has not the
 * key can neither read a name out of an id nor tell by trying names which id is whose.
 */
final class KeyedHash {
    /** Stands between the parts, so that 'ab' + 'c' and 'a' + 'bc' differ. */
    private static final char SEPARATOR = '\u001F';

    private final SecretKeySpec key;

    KeyedHash(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The kind, a dash and hexadecimal digits: always the same for the same key, kind and values. */
    String id(IdKind kind, List<String> values) {
        StringBuilder text = new StringBuilder(kind.prefix());
        for (String value : values) {
            // One look, one id: systems differ in how they compose letters with accents.
            text.append(SEPARATOR).append(Normalizer.normalize(value, Normalizer.Form.NFC));
        }
        byte[] hash = mac().doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
        return kind.prefix() + "-" + HexFormat.of().formatHex(hash, 0, kind.bytes());
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

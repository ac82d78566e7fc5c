package io.upswing.core.rep;

import io.upswing.core.command.Stamp;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command asks, and who asks, as a hash that is the same on every machine. When it was said, and with which words, is
 * no matter: somebody who says it again may write both anew.
 */
final class CommandContent {
    private CommandContent() {}

    static String hash(RepCommand command) {
        StringBuilder text = new StringBuilder();
        write(command.header().author(), text);
        switch (command) {
            case RepCommand.OfIssue of -> write(of.command(), text);
            case RepCommand.OfPlan of -> write(of.command(), text);
        }
        return Stamp.hash("command", text.toString());
    }

    /** Not as records print themselves: Java doesn't promise that to stay as it is. */
    private static void write(Object value, StringBuilder text) {
        switch (value) {
            case Record made -> {
                text.append(made.getClass().getSimpleName()).append('(');
                for (RecordComponent component : made.getClass().getRecordComponents()) {
                    write(of(component, made), text);
                }
                text.append(')');
            }
            case List<?> list -> {
                text.append('[');
                list.forEach(element -> write(element, text));
                text.append(']');
            }
            case Optional<?> optional -> write(optional.stream().toList(), text);
            case OptionalInt number -> write(number.stream().boxed().toList(), text);
            case Enum<?> constant -> text.append(constant.name()).append(';');
            default -> {
                String plain = value.toString();
                // The length first, so that no two lists of words run together.
                text.append(plain.length()).append(':').append(plain).append(';');
            }
        }
    }

    private static Object of(RecordComponent component, Record made) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(made));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + component, e);
        }
    }
}

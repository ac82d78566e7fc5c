package io.upswing.app.stores;

import io.upswing.core.issues.Scope;
import io.upswing.core.kpi.Window;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@link RecordCodec} writes of records: a line for each of them, and for all that they are made of. */
final class RecordShapes {
    /** Written as one value, whatever they are made of. */
    private static final Set<Class<?>> WHOLE = Set.of(Window.class, Window.Rolling.class, Scope.Condition.class);

    private final SortedMap<String, String> lines = new TreeMap<>();
    private final Deque<Class<?>> left = new ArrayDeque<>();

    private RecordShapes() {}

    static String of(Class<?>... records) {
        RecordShapes shapes = new RecordShapes();
        shapes.left.addAll(Arrays.asList(records));
        while (!shapes.left.isEmpty()) {
            shapes.add(shapes.left.pop());
        }
        return shapes.lines.entrySet().stream()
                .map(line -> line.getKey() + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private void add(Class<?> type) {
        String name = name(type);
        if (lines.containsKey(name) || !isOurs(type) || WHOLE.contains(type)) {
            return;
        }
        if (type.isEnum()) {
            lines.put(name, " is one of " + Arrays.toString(type.getEnumConstants()));
        } else if (type.isSealed()) {
            lines.put(
                    name,
                    " is one of "
                            + Arrays.stream(type.getPermittedSubclasses())
                                    .map(Class::getSimpleName)
                                    .sorted()
                                    .toList());
            left.addAll(Arrays.asList(type.getPermittedSubclasses()));
        } else {
            lines.put(
                    name,
                    Arrays.stream(type.getRecordComponents())
                            .map(component -> text(component.getGenericType()) + " " + component.getName())
                            .collect(Collectors.joining(", ", "(", ")")));
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getPackageName().startsWith("io.upswing");
    }

    private static String name(Class<?> type) {
        String name = type.getName();
        return isOurs(type) ? name.substring(name.lastIndexOf('.') + 1) : type.getSimpleName();
    }

    private String text(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name((Class<?>) generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(this::text)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        Class<?> plain = (Class<?>) type;
        left.add(plain);
        return name(plain);
    }
}

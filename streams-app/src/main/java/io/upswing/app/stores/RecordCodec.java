package io.upswing.app.stores;

import io.upswing.core.issues.Scope;
import io.upswing.core.kpi.Window;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Any record of the domain, component by component in their order; of a sealed interface the simple name of the kind first.
 * What it writes is the shape of the records: a change of them is a change of the format.
 *
 * @param <T> the record
 */
final class RecordCodec<T> implements Codec<T> {
    private final Class<T> type;
    private final Function<String, Scope.Condition> conditions;

    /** Of records in which no condition of a rule stands. */
    RecordCodec(Class<T> type) {
        this(type, source -> {
            throw new IllegalStateException("there is no condition here: " + source);
        });
    }

    /**
     * Of records in which conditions may stand.
     *
     * @param conditions makes them from their source
     */
    RecordCodec(Class<T> type, Function<String, Scope.Condition> conditions) {
        this.type = type;
        this.conditions = conditions;
    }

    @Override
    public void write(T value, ValueWriter out) {
        write(type, value, out);
    }

    @Override
    public T read(ValueReader in) {
        return type.cast(read(type, in));
    }

    private void write(Type as, Object value, ValueWriter out) {
        switch (value) {
            case String text -> out.text(text);
            case Integer number -> out.signed(number);
            case Long number -> out.number(number);
            case Boolean flag -> out.flag(flag);
            case Double number -> out.bits(number);
            case BigDecimal number -> out.text(number.toString());
            case Enum<?> constant -> out.text(constant.name());
            case OptionalInt number -> out.signed(number);
            case OptionalDouble number -> {
                out.flag(number.isPresent());
                number.ifPresent(out::bits);
            }
            case Optional<?> optional -> {
                out.flag(optional.isPresent());
                optional.ifPresent(present -> write(argument(as, 0), present, out));
            }
            case List<?> list -> out.list(list, (element, writer) -> write(argument(as, 0), element, writer));
            case Set<?> set ->
                out.list(new TreeSet<>(set), (element, writer) -> write(argument(as, 0), element, writer));
            case Map<?, ?> map ->
                out.list(map.entrySet(), (entry, writer) -> {
                    write(argument(as, 0), entry.getKey(), writer);
                    write(argument(as, 1), entry.getValue(), writer);
                });
            case Window window -> out.text(window.key());
            case Scope.Condition condition -> out.text(condition.source());
            case Record made -> writeRecord(as, made, out);
            default -> throw new IllegalStateException("no way to write " + value.getClass());
        }
    }

    private void writeRecord(Type as, Record made, ValueWriter out) {
        if (raw(as).isSealed()) {
            out.text(made.getClass().getSimpleName());
        }
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                write(component.getGenericType(), component.getAccessor().invoke(made), out);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("can't read " + component, e);
            }
        }
    }

    private Object read(Type as, ValueReader in) {
        Class<?> raw = raw(as);
        if (raw == String.class) {
            return in.text();
        }
        if (raw == int.class || raw == Integer.class) {
            return in.signed();
        }
        if (raw == long.class || raw == Long.class) {
            return in.number();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return in.flag();
        }
        if (raw == double.class || raw == Double.class) {
            return in.bits();
        }
        if (raw == BigDecimal.class) {
            return new BigDecimal(in.text());
        }
        return readComposed(as, raw, in);
    }

    private Object readComposed(Type as, Class<?> raw, ValueReader in) {
        if (raw == OptionalInt.class) {
            return in.optionalSigned();
        }
        if (raw == OptionalDouble.class) {
            return in.flag() ? OptionalDouble.of(in.bits()) : OptionalDouble.empty();
        }
        if (raw == Optional.class) {
            return in.optional(reader -> read(argument(as, 0), reader));
        }
        if (raw == List.class) {
            return in.list(reader -> read(argument(as, 0), reader));
        }
        if (raw == Set.class) {
            return Set.copyOf(in.list(reader -> read(argument(as, 0), reader)));
        }
        if (raw == SortedMap.class) {
            return readMap(as, in);
        }
        if (Window.class.isAssignableFrom(raw)) {
            return Window.ofKey(in.text());
        }
        if (raw == Scope.Condition.class) {
            return conditions.apply(in.text());
        }
        return raw.isEnum() ? constant(raw, in.text()) : readRecord(kind(raw, in), in);
    }

    private SortedMap<Object, Object> readMap(Type as, ValueReader in) {
        SortedMap<Object, Object> map = new TreeMap<>();
        for (int left = in.unsigned(); left > 0; left--) {
            Object key = read(argument(as, 0), in);
            map.put(key, read(argument(as, 1), in));
        }
        return map;
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is no " + type.getSimpleName()));
    }

    private static Class<?> kind(Class<?> type, ValueReader in) {
        if (!type.isSealed()) {
            return type;
        }
        String name = in.text();
        return Arrays.stream(type.getPermittedSubclasses())
                .filter(kind -> kind.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is no " + type.getSimpleName()));
    }

    private Object readRecord(Class<?> made, ValueReader in) {
        RecordComponent[] components = made.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(components[i].getGenericType(), in);
        }
        try {
            var constructor = made.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't make a " + made.getSimpleName(), e);
        }
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}

package io.upswing.app.stores;

import io.upswing.core.issues.Scope;
import io.upswing.core.kpi.Window;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes records of the domain of whatever their components can hold, from a seed; those that refuse it are made anew. */
final class AnyRecord {
    private static final List<String> TEXTS = List.of("", "r1", "D-7|x", "é", "𝄞", "x".repeat(300));
    private static final List<Integer> WHOLE = List.of(Integer.MIN_VALUE, -1, 0, 17_000, Integer.MAX_VALUE);
    private static final List<String> WINDOWS = List.of("1d", "30d", "730d", "mtd", "qtd");
    private static final List<String> NUMBERS = List.of("0", "0.00", "-1.50", "1E+3", "99999999999999999999.9");
    private static final List<Double> DOUBLES =
            List.of(0.0, -0.0, 0.1, -1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN);
    private static final int TRIES = 10_000;

    private final Random random;
    private final Function<String, Scope.Condition> conditions;
    private final List<String> sources;
    private final Set<Class<?>> made = new HashSet<>();

    /**
     * From a seed.
     *
     * @param conditions makes conditions
     * @param sources    of them, one of which each gets
     */
    AnyRecord(long seed, Function<String, Scope.Condition> conditions, List<String> sources) {
        random = new Random(seed);
        this.conditions = conditions;
        this.sources = sources;
    }

    /** Which records have been made so far. */
    Set<Class<?>> made() {
        return made;
    }

    <T> T of(Class<T> type) {
        return type.cast(any(type));
    }

    private Object any(Type type) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == String.class) {
            return one(TEXTS);
        }
        if (raw == int.class || raw == Integer.class) {
            return whole();
        }
        if (raw == long.class || raw == Long.class) {
            return random.nextBoolean() ? (long) whole() : random.nextLong();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return random.nextBoolean();
        }
        if (raw == double.class || raw == Double.class) {
            return one(DOUBLES);
        }
        if (raw == BigDecimal.class) {
            return new BigDecimal(one(NUMBERS));
        }
        return composed(type, raw);
    }

    private Object composed(Type type, Class<?> raw) {
        if (raw == OptionalInt.class) {
            return random.nextBoolean() ? OptionalInt.of(whole()) : OptionalInt.empty();
        }
        if (raw == OptionalDouble.class) {
            return random.nextBoolean() ? OptionalDouble.of(one(DOUBLES)) : OptionalDouble.empty();
        }
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.of(any(argument(type, 0))) : Optional.empty();
        }
        if (raw == List.class) {
            return some(() -> any(argument(type, 0))).toList();
        }
        if (raw == Set.class) {
            return some(() -> any(argument(type, 0))).collect(Collectors.toSet());
        }
        if (raw == SortedMap.class) {
            SortedMap<Object, Object> map = new TreeMap<>();
            some(() -> any(argument(type, 0))).forEach(key -> map.put(key, any(argument(type, 1))));
            return map;
        }
        if (raw == Window.Rolling.class) {
            return new Window.Rolling(1 + random.nextInt(730));
        }
        if (raw == Window.class) {
            return Window.parse(one(WINDOWS), 1 + random.nextInt(12));
        }
        if (raw == Scope.Condition.class) {
            return conditions.apply(one(sources));
        }
        if (raw.isEnum()) {
            return one(Arrays.asList(raw.getEnumConstants()));
        }
        return record(raw.isSealed() ? one(Arrays.asList(raw.getPermittedSubclasses())) : raw);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int left = TRIES; left > 0; left--) {
            Object[] values = Arrays.stream(components)
                    .map(component -> any(component.getGenericType()))
                    .toArray();
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                made.add(type);
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw new IllegalStateException("can't make a " + type, e);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("can't make a " + type, e);
            }
        }
        throw new IllegalStateException("no luck with " + type);
    }

    private int whole() {
        return random.nextBoolean() ? 1 + random.nextInt(100) : one(WHOLE);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private Stream<Object> some(Supplier<Object> element) {
        return Stream.generate(element).limit(random.nextInt(4));
    }
}

package io.upswing.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Meters of others, such as Kafka's clients, whose values follow their names into {@link BaseUnits}. */
final class BaseUnitRegistry extends PrometheusMeterRegistry {
    private final BaseUnits units = new BaseUnits();

    BaseUnitRegistry() {
        super(PrometheusConfig.DEFAULT);
        config().meterFilter(units);
    }

    @Override
    protected <T> Gauge newGauge(Meter.Id id, @Nullable T object, ToDoubleFunction<T> value) {
        return super.newGauge(id, object, converted(id, value));
    }

    @Override
    protected <T> FunctionCounter newFunctionCounter(Meter.Id id, T object, ToDoubleFunction<T> value) {
        return super.newFunctionCounter(id, object, converted(id, value));
    }

    private <T> ToDoubleFunction<T> converted(Meter.Id id, ToDoubleFunction<T> value) {
        double factor = units.factor(id);
        return factor == 1 ? value : object -> value.applyAsDouble(object) * factor;
    }
}

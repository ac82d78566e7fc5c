package io.upswing.app.config;

import io.upswing.core.entity.EntityStage;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.RepStage;
import io.upswing.core.time.OrganizationZone;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The whole configuration of an instance, as {@link ConfigLoader} has checked it. */
public record AppConfig(
        Organization organization,
        TopicSettings topics,
        KpiSettings kpis,
        ClockSettings clock,
        HttpSettings http,
        StreamSettings streams,
        ClientSettings clients,
        LogFormat log) {

    /** The time zone in which the organization dates what happens. */
    public OrganizationZone zone() {
        return organization.zone();
    }

    /** The id of the Kafka Streams application and of its group, the same for all instances. */
    public String applicationId() {
        return topics.prefix() + "app";
    }

    /**
     * A new catalogue of the topics with their serdes, the caller's to close. Nothing is sent to broker or registry.
     *
     * @throws ConfigException if the serde class is missing, or refuses its configuration
     */
    public TopicCatalogue catalogue() {
        SerdeFactory serdes = SerdeFactory.of(clients.serdeClass(), clients.registry());
        return new TopicCatalogue(topics.prefix(), topics.partitions(), serdes);
    }

    /** What the entity stage's results depend on. */
    public EntityStage.Settings entitySettings() {
        return new EntityStage.Settings(
                organization.currency().getCurrencyCode(), kpis.credit(), kpis.bounds(), kpis.staleAfterDays());
    }

    /** What the rep stage's results depend on. */
    public RepStage.Settings repSettings() {
        Currency currency = organization.currency();
        Wording wording = new Wording(currency.getCurrencyCode(), Math.max(0, currency.getDefaultFractionDigits()));
        return new RepStage.Settings(kpis.windows(), kpis.bounds(), kpis.maxDaysAhead(), zone(), wording);
    }

    /** What the unit stage's results depend on. */
    public WindowSettings unitSettings() {
        return kpis.windows();
    }

    /**
     * The settings, by key, that state is computed with: with another value of one of them, state that is there would be
     * wrong. Windows are summed up anew, and working days are counted when they are shown: those may change.
     */
    public SortedMap<String, String> stateDependsOn() {
        return new TreeMap<>(Map.of(
                Keys.TIME_ZONE.name(), zone().zone().getId(),
                Keys.REPORTING_CURRENCY.name(), organization.currency().getCurrencyCode(),
                Keys.FISCAL_YEAR_START.name(),
                        Integer.toString(organization.calendar().fiscalYearStart()),
                Keys.CREDIT_AFTER_CLOSE.name(), kpis.credit().name().toLowerCase(Locale.ROOT),
                Keys.STALE_AFTER_DAYS.name(), Integer.toString(kpis.staleAfterDays())));
    }

    /** What every plain client of Kafka takes; a new map. */
    public Map<String, Object> clientConfig() {
        return clients.common();
    }

    /** What a plain consumer takes; a new map. */
    public Map<String, Object> consumerConfig() {
        return clients.consumer();
    }

    /** What a plain producer takes; a new map. */
    public Map<String, Object> producerConfig() {
        return clients.producer();
    }

    /** What an admin client takes; a new map. */
    public Map<String, Object> adminConfig() {
        return clients.admin();
    }

    /** What the registry's client and the serdes take. */
    public Map<String, String> registryConfig() {
        return clients.registry();
    }
}

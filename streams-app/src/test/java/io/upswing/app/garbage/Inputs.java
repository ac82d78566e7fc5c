package io.upswing.app.garbage;

import io.upswing.app.garbage.Input.Absurd;
import io.upswing.app.garbage.Input.Enumeration;
import io.upswing.app.garbage.Input.Said;
import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Leave;
import io.upswing.schemas.Merged;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The inputs: three reps, their deals, activities and quotas, rules and commands about them, around one day. */
public final class Inputs {
    /** The first open day. */
    public static final LocalDate DAY = LocalDate.of(2017, 3, 1);

    private static final int REPS = 3;
    private static final long TOO_MUCH = 10_000_000_000_001L;
    static final String LONG = "x".repeat(100_000);
    static final List<LocalDate> ABSURD_DAYS = List.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.ofEpochDay(Integer.MIN_VALUE),
            LocalDate.ofEpochDay(Integer.MAX_VALUE));
    private static final List<Object> ABSURD_TIMES = absurdTimes();

    private Inputs() {}

    /** All that the catalogue names. */
    public static List<Input<?>> all() {
        return List.of(deals(), activities(), reps(), quotas(), RuleInput.rules(), CommandInput.commands());
    }

    /** The input of a topic. */
    public static Optional<Input<?>> of(TopicCatalogue catalogue, Topic<?, ?> topic) {
        return all().stream()
                .filter(input -> input.topic().apply(catalogue).name().equals(topic.name()))
                .findFirst();
    }

    private static List<Object> absurdTimes() {
        List<Object> times = new ArrayList<>(ABSURD_DAYS);
        times.add(Instant.ofEpochMilli(Long.MIN_VALUE));
        times.add(Instant.ofEpochMilli(Long.MAX_VALUE));
        times.add(Instant.parse("0001-01-01T00:00:00Z"));
        times.add(Instant.parse("9999-12-31T23:59:59Z"));
        return times;
    }

    static String rep(int n) {
        return "r" + n % REPS;
    }

    /** Deals that are won. */
    public static Input<DealEvent> deals() {
        return new Input<>(
                TopicCatalogue::deals,
                n -> new Said<>("good-" + n, deal("e" + n, state(s -> {
                    s.setOwner(rep(n));
                    s.setAmountMinor(1_000L + n);
                }))),
                deal("e", state(s -> s.setCredits(shares(2, "bad", 5_000)))),
                "change",
                absurdDeals(),
                Optional.of(new Enumeration("DealStatus", true, "status")));
    }

    private static DealEvent deal(String eventId, Object change) {
        return new DealEvent(eventId, "crm", 1L, Instant.EPOCH, change);
    }

    private static DealState state(Consumer<DealState> but) {
        DealState state = new DealState(DealStatus.WON, "Won", 1_00L, null, DAY, DAY, null, "bad", List.of());
        but.accept(state);
        return state;
    }

    private static Absurd<DealEvent> absurdDeal(String what, String reason, Consumer<DealState> but) {
        return new Absurd<>(what, reason, deal("e", state(but)));
    }

    private static List<Absurd<DealEvent>> absurdDeals() {
        List<Absurd<DealEvent>> all = new ArrayList<>();
        for (long amount : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, TOO_MUCH, -TOO_MUCH}) {
            all.add(absurdDeal("amount " + amount, "amount-out-of-bounds", s -> s.setAmountMinor(amount)));
        }
        for (Object time : ABSURD_TIMES) {
            all.add(absurdDeal("created " + time, "date-out-of-bounds", s -> s.setCreated(time)));
            all.add(absurdDeal("closed " + time, "date-out-of-bounds", s -> s.setClosed(time)));
        }
        for (LocalDate day : ABSURD_DAYS) {
            all.add(absurdDeal("expectedClose " + day, "date-out-of-bounds", s -> s.setExpectedClose(day)));
        }
        for (int share : new int[] {-1, 0, 10_001, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            all.add(absurdDeal("share " + share, "share-out-of-bounds", s -> s.setCredits(shares(1, "bad", share))));
        }
        all.add(absurdDeal("11 whole shares", "share-out-of-bounds", s -> s.setCredits(shares(11, "bad", 10_000))));
        all.add(absurdDeal("10,000 shares", "too-many-parts", s -> s.setCredits(shares(10_000, "bad", 1))));
        all.add(absurdDeal("a share of no one", "no-id", s -> s.setCredits(shares(1, "", 1))));
        all.add(absurdDeal("a long credited rep", "id-too-long", s -> s.setCredits(shares(1, LONG, 1))));
        all.add(absurdDeal("a long owner", "id-too-long", s -> s.setOwner(LONG)));
        all.add(absurdDeal("a long stage", "id-too-long", s -> s.setStage(LONG)));
        all.add(absurdDeal("a long currency", "id-too-long", s -> s.setCurrency(LONG)));
        all.add(new Absurd<>("a long event id", "id-too-long", deal(LONG, state(s -> {}))));
        all.add(new Absurd<>("merged into nothing", "no-id", deal("e", new Merged(""))));
        all.add(new Absurd<>("merged into a long id", "id-too-long", deal("e", new Merged(LONG))));
        return all;
    }

    private static List<Credit> shares(int count, String rep, int basisPoints) {
        return Collections.nCopies(count, new Credit(rep, basisPoints));
    }

    /** Calls and meetings that took place. */
    public static Input<ActivityEvent> activities() {
        return new Input<>(
                TopicCatalogue::activities,
                n -> new Said<>("good-" + n, activity("e" + n, a -> a.setOwner(rep(n)))),
                activity("e", a -> {}),
                "change",
                absurdActivities(),
                Optional.of(new Enumeration("ActivityStatus", true, "status")));
    }

    private static ActivityEvent activity(String eventId, Consumer<ActivityState> but) {
        ActivityState state = new ActivityState(
                ActivityKind.CALL,
                ActivityStatus.DONE,
                DAY,
                Instant.parse("2017-03-01T12:00:00Z"),
                "bad",
                "good-1",
                null,
                ActivityChannel.DESK);
        but.accept(state);
        return new ActivityEvent(eventId, "crm", 1L, Instant.EPOCH, state);
    }

    private static List<Absurd<ActivityEvent>> absurdActivities() {
        List<Absurd<ActivityEvent>> all = new ArrayList<>();
        for (Object time : ABSURD_TIMES) {
            all.add(absurdActivity("happened " + time, "date-out-of-bounds", a -> a.setHappened(time)));
            all.add(absurdActivity("logged " + time, "date-out-of-bounds", a -> a.setLogged(time)));
        }
        all.add(absurdActivity("a long owner", "id-too-long", a -> a.setOwner(LONG)));
        all.add(absurdActivity("a long deal", "id-too-long", a -> a.setDeal(LONG)));
        all.add(absurdActivity("a long lead", "id-too-long", a -> a.setLead(LONG)));
        all.add(new Absurd<>("a long event id", "id-too-long", activity(LONG, a -> {})));
        all.add(new Absurd<>(
                "merged into nothing", "no-id", new ActivityEvent("e", "crm", 1L, Instant.EPOCH, new Merged(""))));
        return all;
    }

    private static Absurd<ActivityEvent> absurdActivity(String what, String reason, Consumer<ActivityState> but) {
        return new Absurd<>(what, reason, activity("e", but));
    }

    /** Reps who change teams. */
    public static Input<RepEvent> reps() {
        return new Input<>(
                TopicCatalogue::reps,
                n -> new Said<>(
                        rep(n), member("e" + n, n, DAY.minusDays(400).plusDays(n), r -> r.setTeam("t" + n % 2))),
                member("e", 1, DAY, r -> r.setLeaves(leaves(2, DAY))),
                "change",
                absurdReps(),
                Optional.empty());
    }

    private static RepEvent member(String eventId, long version, LocalDate from, Consumer<RepState> but) {
        RepState state = new RepState("t1", "north", LocalDate.of(2010, 1, 1), List.of(), "account-executive");
        but.accept(state);
        return new RepEvent(eventId, "hr", version, Instant.EPOCH, from, state);
    }

    private static List<Absurd<RepEvent>> absurdReps() {
        List<Absurd<RepEvent>> all = new ArrayList<>();
        for (LocalDate day : ABSURD_DAYS) {
            String reason = "date-out-of-bounds";
            all.add(new Absurd<>("effective from " + day, reason, member("e", 1, day, r -> {})));
            all.add(absurdRep("hired " + day, reason, r -> r.setHired(day)));
            all.add(absurdRep("on leave from " + day, reason, r -> r.setLeaves(List.of(new Leave(day, null)))));
            all.add(absurdRep("on leave to " + day, reason, r -> r.setLeaves(List.of(new Leave(DAY, day)))));
        }
        all.add(absurdRep("10,000 leaves", "too-many-parts", r -> r.setLeaves(leaves(10_000, null))));
        all.add(absurdRep("a long team", "id-too-long", r -> r.setTeam(LONG)));
        all.add(absurdRep("a long region", "id-too-long", r -> r.setRegion(LONG)));
        all.add(new Absurd<>("a long event id", "id-too-long", member(LONG, 1, DAY, r -> {})));
        return all;
    }

    private static List<Leave> leaves(int count, @Nullable LocalDate to) {
        return Collections.nCopies(count, new Leave(DAY, to));
    }

    private static Absurd<RepEvent> absurdRep(String what, String reason, Consumer<RepState> but) {
        return new Absurd<>(what, reason, member("e", 1, DAY, but));
    }

    /** Monthly quotas. */
    public static Input<QuotaEvent> quotas() {
        return new Input<>(
                TopicCatalogue::quotas,
                n -> new Said<>(rep(n), quota("e" + n, n, q -> q.setChange(new QuotaState(100_000L + n, null)))),
                quota("e", 1, q -> {}),
                "change",
                absurdQuotas(),
                Optional.of(new Enumeration("QuotaPeriod", false, "period")));
    }

    private static QuotaEvent quota(String eventId, long version, Consumer<QuotaEvent> but) {
        QuotaEvent event = new QuotaEvent(
                eventId, "hr", version, Instant.EPOCH, QuotaPeriod.MONTH, DAY, null, new QuotaState(1L, null));
        but.accept(event);
        return event;
    }

    private static List<Absurd<QuotaEvent>> absurdQuotas() {
        List<Absurd<QuotaEvent>> all = new ArrayList<>();
        for (long amount : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, TOO_MUCH, -1}) {
            all.add(absurdQuota(
                    "amount " + amount, "amount-out-of-bounds", q -> q.setChange(new QuotaState(amount, null))));
        }
        for (LocalDate day : ABSURD_DAYS) {
            all.add(absurdQuota("a period from " + day, "date-out-of-bounds", q -> q.setPeriodStart(day)));
            all.add(absurdQuota("effective from " + day, "date-out-of-bounds", q -> q.setEffectiveFrom(day)));
        }
        all.add(new Absurd<>("a long event id", "id-too-long", quota(LONG, 1, q -> {})));
        return all;
    }

    private static Absurd<QuotaEvent> absurdQuota(String what, String reason, Consumer<QuotaEvent> but) {
        return new Absurd<>(what, reason, quota("e", 1, but));
    }
}

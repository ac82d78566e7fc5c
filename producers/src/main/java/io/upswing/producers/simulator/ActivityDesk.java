package io.upswing.producers.simulator;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Plans the life of each activity when it comes about, and tells it as it goes. */
final class ActivityDesk {
    /** As often as each kind comes about. */
    private static final List<ActivityKind> MIX = List.of(
            ActivityKind.CALL,
            ActivityKind.CALL,
            ActivityKind.CALL,
            ActivityKind.CALL,
            ActivityKind.CALL,
            ActivityKind.CALL,
            ActivityKind.EMAIL,
            ActivityKind.EMAIL,
            ActivityKind.EMAIL,
            ActivityKind.EMAIL,
            ActivityKind.EMAIL,
            ActivityKind.MEETING,
            ActivityKind.MEETING,
            ActivityKind.MEETING,
            ActivityKind.DEMO,
            ActivityKind.PROPOSAL,
            ActivityKind.NOTE,
            ActivityKind.NOTE,
            ActivityKind.TRAINING,
            ActivityKind.COACHING);

    private final SimulationSettings settings;
    private final Roster roster;
    private final Draws.Seeds seeds;
    private final Rhythm rhythm;
    private final Post post;
    private final Declines declines;

    private record Plan(
            String id,
            Career rep,
            ActivityKind kind,
            Optional<String> deal,
            LocalDate day,
            Story<ActivityDraft> story) {}

    ActivityDesk(SimulationSettings settings, Roster roster, Rhythm rhythm, Post post) {
        this.settings = settings;
        this.roster = roster;
        this.seeds = new Draws.Seeds(settings.seed());
        this.rhythm = rhythm;
        this.post = post;
        this.declines = new Declines(settings);
    }

    /**
     * The activities of a rep on a day.
     *
     * @param deals those that the rep is working on
     */
    void create(Career rep, LocalDate day, int number, List<String> deals) {
        Draws draws = seeds.of("activities", rep.rep() + day);
        create(rep, day, number, draws.poisson(settings.activitiesPerDay() * rep.effort(day)), deals);
    }

    /** So many activities of a rep on a day, that belong to no deal. */
    void createEvenly(Career rep, LocalDate day, int number, int perWorkingDay) {
        create(rep, day, number, Rhythm.isWeekend(day) ? 0 : perWorkingDay, List.of());
    }

    private void create(Career rep, LocalDate day, int number, int count, List<String> deals) {
        IntStream.rangeClosed(1, count)
                .mapToObj(n -> rep.rep() + "-a" + number + "-" + n)
                .filter(id -> declines.comesAbout(rep.rep(), id, day))
                .forEach(id -> create(id, rep, day, deals));
    }

    private void create(String id, Career rep, LocalDate day, List<String> deals) {
        Draws draws = seeds.of("activity", id);
        ActivityKind kind = draws.pick(MIX);
        boolean ofDeal = draws.chance(0.7);
        double which = draws.uniform();
        Optional<String> deal =
                ofDeal && !deals.isEmpty() ? Optional.of(deals.get((int) (which * deals.size()))) : Optional.empty();
        Plan plan = new Plan(id, rep, kind, deal, day, new Story<>());
        LocalDate last = isPlanned(kind, id) ? planned(plan, draws) : done(plan, draws);
        corrected(plan, last);
        gap(plan, last);
        deleted(plan, last);
        merged(plan, last);
        boolean whole = seeds.of("whole states", id).chance(settings.share(Ingredient.WHOLE_STATES));
        post.send(id, plan.story().steps(new ActivityDraft(kind), whole), ActivityDesk::event);
    }

    private boolean isPlanned(ActivityKind kind, String id) {
        return (kind == ActivityKind.MEETING || kind == ActivityKind.DEMO)
                && seeds.of("planned", id).chance(settings.share(Ingredient.PLANNED));
    }

    /** Logged when it is over, mostly on the same day; returns when. */
    private LocalDate done(Plan plan, Draws draws) {
        Instant at = rhythm.moment(plan.day(), draws);
        Draws later = seeds.of("logged", plan.id());
        boolean late = later.chance(settings.share(Ingredient.LOGGED_LATE));
        int days = later.between(1, 9);
        int seconds = later.between(60, 7_200);
        Instant logged = late ? rhythm.moment(plan.day().plusDays(days), later) : at.plusSeconds(seconds);
        boolean asDates = draws.chance(0.2);
        @Nullable ActivityChannel channel = channel(draws);
        plan.story()
                .add(
                        logged,
                        activity -> {
                            begin(activity, plan, channel);
                            activity.happened(asDates ? plan.day() : at);
                            activity.logged(asDates ? rhythm.dayOf(logged) : logged);
                            activity.restate();
                        },
                        Optional.empty(),
                        late ? EnumSet.of(Ingredient.LOGGED_LATE) : EnumSet.noneOf(Ingredient.class));
        return rhythm.dayOf(logged);
    }

    private static void begin(ActivityDraft activity, Plan plan, @Nullable ActivityChannel channel) {
        activity.owner(plan.rep().rep());
        activity.deal(plan.deal().orElse(null));
        activity.channel(channel);
    }

    private static @Nullable ActivityChannel channel(Draws draws) {
        double channel = draws.uniform();
        return channel < 0.3 ? ActivityChannel.MOBILE : channel < 0.95 ? ActivityChannel.DESK : null;
    }

    /** Put into the calendar, and held or not some days later; returns when. */
    private LocalDate planned(Plan plan, Draws draws) {
        LocalDate day = plan.rep().workday(plan.day().plusDays(draws.between(1, 14)));
        Instant at = rhythm.moment(day, draws);
        double outcome = draws.uniform();
        ActivityStatus status = outcome < 0.7
                ? ActivityStatus.DONE
                : outcome < 0.85 ? ActivityStatus.CANCELLED : ActivityStatus.NO_SHOW;
        @Nullable ActivityChannel channel = channel(draws);
        plan.story()
                .add(
                        rhythm.moment(plan.day(), draws),
                        activity -> {
                            begin(activity, plan, channel);
                            activity.status(ActivityStatus.PLANNED);
                            activity.happened(at);
                            activity.logged(null);
                            activity.restate();
                        },
                        Ingredient.PLANNED);
        Instant logged = at.plusSeconds(draws.between(600, 172_800));
        plan.story()
                .add(
                        logged,
                        activity -> {
                            activity.status(status);
                            activity.logged(logged);
                        },
                        Ingredient.PLANNED);
        return rhythm.dayOf(logged);
    }

    private void corrected(Plan plan, LocalDate last) {
        Draws draws = seeds.of("activity corrections", plan.id());
        if (!draws.chance(settings.share(Ingredient.ACTIVITY_CORRECTIONS))) {
            return;
        }
        Instant at = rhythm.moment(last.plusDays(draws.between(1, 20)), draws);
        Optional<Career> colleague = roster.colleague(plan.rep(), plan.day(), draws);
        int what = draws.between(1, 3);
        LocalDate day = plan.day().minusDays(draws.between(1, 5));
        plan.story()
                .add(
                        at,
                        activity -> {
                            switch (what) {
                                case 1 -> activity.happened(day);
                                case 2 -> activity.kind(ActivityKind.CALL);
                                default ->
                                    activity.owner(colleague.map(Career::rep).orElse(null));
                            }
                        },
                        Ingredient.ACTIVITY_CORRECTIONS);
    }

    private void gap(Plan plan, LocalDate last) {
        Draws draws = seeds.of("gaps", plan.id());
        if (draws.chance(settings.share(Ingredient.GAPS))) {
            LocalDate missed = last.plusDays(draws.between(1, 5));
            plan.story()
                    .add(
                            rhythm.moment(missed, draws),
                            activity -> {
                                activity.channel(ActivityChannel.MOBILE);
                                activity.miss();
                            },
                            Ingredient.GAPS);
            LocalDate restated = missed.plusDays(draws.between(1, 10));
            plan.story().add(rhythm.moment(restated, draws), ActivityDraft::restate, Ingredient.GAPS);
        }
    }

    private void deleted(Plan plan, LocalDate last) {
        Draws draws = seeds.of("activity deletions", plan.id());
        if (draws.chance(settings.share(Ingredient.ACTIVITY_DELETIONS))) {
            LocalDate day = last.plusDays(draws.between(1, 20));
            plan.story().add(rhythm.moment(day, draws), ActivityDraft::delete, Ingredient.ACTIVITY_DELETIONS);
        }
    }

    /** It turns out to be the same as the rep's first activity of its day, which stays. */
    private void merged(Plan plan, LocalDate last) {
        Draws draws = seeds.of("activity merges", plan.id());
        String first = plan.id().substring(0, plan.id().lastIndexOf('-')) + "-1";
        if (draws.chance(settings.share(Ingredient.ACTIVITY_MERGES)) && !first.equals(plan.id())) {
            LocalDate day = last.plusDays(draws.between(1, 20));
            plan.story()
                    .add(rhythm.moment(day, draws), activity -> activity.mergeInto(first), Ingredient.ACTIVITY_MERGES);
        }
    }

    private static SpecificRecord event(String eventId, @Nullable Long version, Step step) {
        return new ActivityEvent(eventId, "crm", version, step.at(), step.change());
    }
}

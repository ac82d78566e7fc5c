package io.upswing.app.stores;

import io.upswing.core.entity.Activity;
import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.source.SourceOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** An activity. Constants are written by their place in lists that only grow. */
final class ActivityCodec implements Codec<Activity> {
    static final Codec<Activity> ACTIVITY = new ActivityCodec();

    private static final List<Kind> KINDS = List.of(
            Kind.CALL, Kind.EMAIL, Kind.MEETING, Kind.DEMO, Kind.PROPOSAL, Kind.NOTE, Kind.TRAINING, Kind.COACHING);
    private static final List<Status> STATUSES =
            List.of(Status.PLANNED, Status.DONE, Status.CANCELLED, Status.NO_SHOW, Status.DELETED, Status.MERGED);
    private static final List<Channel> CHANNELS = List.of(Channel.MOBILE, Channel.DESK);

    private ActivityCodec() {}

    @Override
    public void write(Activity activity, ValueWriter out) {
        OrderWriter orders = new OrderWriter(ordersOf(activity), out);
        orders.write(activity.kind(), constant(KINDS));
        orders.write(activity.status(), constant(STATUSES));
        orders.write(activity.happened(), ActivityCodec::writeMoment);
        orders.write(activity.logged(), ActivityCodec::writeMoment);
        orders.write(activity.owner(), (value, to) -> to.text(value));
        orders.write(activity.deal(), (value, to) -> to.text(value));
        orders.write(activity.lead(), (value, to) -> to.text(value));
        orders.write(activity.channel(), constant(CHANNELS));
        orders.write(activity.mergedInto(), (value, to) -> to.text(value));
        orders.write(activity.spoken());
    }

    @Override
    public Activity read(ValueReader in) {
        OrderReader orders = new OrderReader(in);
        return new Activity(
                orders.versioned(constantOf(KINDS)),
                orders.versioned(constantOf(STATUSES)),
                orders.versioned(ActivityCodec::readMoment),
                orders.versioned(ActivityCodec::readMoment),
                orders.versioned(ValueReader::optionalText),
                orders.versioned(ValueReader::optionalText),
                orders.versioned(ValueReader::optionalText),
                orders.versioned(constantOf(CHANNELS)),
                orders.versioned(ValueReader::optionalText),
                orders.spoken());
    }

    private static Stream<SourceOrder> ordersOf(Activity activity) {
        return Stream.concat(
                Stream.of(
                        activity.kind().order(),
                        activity.status().order(),
                        activity.happened().order(),
                        activity.logged().order(),
                        activity.owner().order(),
                        activity.deal().order(),
                        activity.lead().order(),
                        activity.channel().order(),
                        activity.mergedInto().order()),
                OrderWriter.ordersOf(activity.spoken()));
    }

    private static <T> BiConsumer<Optional<T>, ValueWriter> constant(List<T> constants) {
        return (value, out) -> out.optional(value, (present, to) -> to.unsigned(constants.indexOf(present)));
    }

    private static <T> Function<ValueReader, Optional<T>> constantOf(List<T> constants) {
        return in -> in.optional(from -> constants.get(from.unsigned()));
    }

    private static void writeMoment(Optional<Moment> moment, ValueWriter out) {
        out.optional(moment, (present, to) -> {
            to.signed(present.day());
            to.number(present.second());
        });
    }

    private static Optional<Moment> readMoment(ValueReader in) {
        return in.optional(from -> new Moment(from.signed(), from.optionalNumber()));
    }
}

package io.upswing.app.stores;

import static io.upswing.app.stores.SourceOrderCodec.SOURCE_ORDER;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Assignment.Leave;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.OrgRecord;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.Timeline;
import io.upswing.core.rep.Timeline.Entry;

/** What HR says of a rep: changes that wait, and all that is known. */
final class OrgCodec implements Codec<OrgChange> {
    private static final Codec<OrgChange> CHANGE = new OrgCodec();
    /** What waits. */
    static final Codec<OrgRecord> RECORD = new Records();

    static final Codec<Rep> REP = new Reps();

    private OrgCodec() {}

    @Override
    public void write(OrgChange change, ValueWriter out) {
        out.text(change.rep());
        SOURCE_ORDER.write(change.order(), out);
        out.signed(change.effectiveFrom());
        out.optional(change.assignment(), OrgCodec::writeAssignment);
    }

    @Override
    public OrgChange read(ValueReader in) {
        return new OrgChange(in.text(), SOURCE_ORDER.read(in), in.signed(), in.optional(OrgCodec::readAssignment));
    }

    private static void writeAssignment(Assignment assignment, ValueWriter out) {
        out.text(assignment.team());
        out.text(assignment.region());
        out.signed(assignment.hired());
        out.list(assignment.leaves(), OrgCodec::writeLeave);
        out.text(assignment.role());
    }

    private static Assignment readAssignment(ValueReader in) {
        return new Assignment(
                in.optionalText(),
                in.optionalText(),
                in.optionalSigned(),
                in.list(OrgCodec::readLeave),
                in.optionalText());
    }

    private static void writeLeave(Leave leave, ValueWriter out) {
        out.signed(leave.from());
        out.signed(leave.to());
    }

    private static Leave readLeave(ValueReader in) {
        return new Leave(in.signed(), in.optionalSigned());
    }

    private static final class Records implements Codec<OrgRecord> {
        @Override
        public void write(OrgRecord record, ValueWriter out) {
            switch (record) {
                case OrgChange change -> {
                    out.unsigned(0);
                    CHANGE.write(change, out);
                }
                case QuotaChange change -> {
                    out.unsigned(1);
                    QuotaCodec.CHANGE.write(change, out);
                }
            }
        }

        @Override
        public OrgRecord read(ValueReader in) {
            return in.unsigned() == 0 ? CHANGE.read(in) : QuotaCodec.CHANGE.read(in);
        }
    }

    private static final class Reps implements Codec<Rep> {
        @Override
        public void write(Rep rep, ValueWriter out) {
            out.flag(rep.exists());
            out.list(rep.timeline().entries(), Reps::writeEntry);
            QuotaCodec.QUOTAS.write(rep.quotas(), out);
        }

        @Override
        public Rep read(ValueReader in) {
            boolean exists = in.flag();
            Timeline timeline = new Timeline(in.list(Reps::readEntry));
            return new Rep(timeline, QuotaCodec.QUOTAS.read(in), exists);
        }

        private static void writeEntry(Entry entry, ValueWriter out) {
            CHANGE.write(entry.change(), out);
            out.signed(entry.recorded());
            out.signed(entry.appliesFrom());
        }

        private static Entry readEntry(ValueReader in) {
            return new Entry(CHANGE.read(in), in.signed(), in.signed());
        }
    }
}

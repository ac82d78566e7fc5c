package io.upswing.core.inprocess;

import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.model.Rules;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Window;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.Bounds;
import io.upswing.core.unit.UnitStage;
import java.time.Period;
import java.util.List;

/** Rules and a bound for the rep stage, as the pipeline and as the model take them. */
record Setup(Rules rules, int maxDaysAhead) {
    /** As Upswing comes. */
    static Setup usual(int maxDaysAhead, boolean keepCredit) {
        List<String> windows = Window.DEFAULTS.stream().map(Window::id).toList();
        return new Setup(new Rules(windows, Retention.DEFAULT.kept(), 90, "USD", keepCredit), maxDaysAhead);
    }

    /** Windows and {@code kept} so short that panes expire, and moves are learned when the panes that they would move are gone. */
    static Setup shortLived(Period kept, int maxDaysAhead, boolean keepCredit) {
        List<String> windows = List.of("2d", "5d", "mtd", "qtd");
        return new Setup(new Rules(windows, kept, 90, "USD", keepCredit), maxDaysAhead);
    }

    Pipeline.Settings settings(int partitions) {
        List<Window> windows = rules.windows().stream().map(Window::parse).toList();
        Retention retention = new Retention(rules.kept());
        Bounds bounds = new Bounds(rules.horizonDays());
        CreditPolicy credit = rules.keepCredit() ? CreditPolicy.KEEP : CreditPolicy.FOLLOW;
        return new Pipeline.Settings(
                partitions,
                new EntityStage.Settings(rules.currency(), credit, bounds),
                new RepStage.Settings(windows, retention, bounds, maxDaysAhead),
                new UnitStage.Settings(windows, retention));
    }

    /** Runs a log through the pipeline. */
    Statistics run(Log log, Scheduler scheduler, Observer observer) {
        Pipeline pipeline = new Pipeline(settings(log.partitions()), scheduler, observer);
        for (int partition = 0; partition < log.partitions(); partition++) {
            append(pipeline, EntityStage.DEALS, partition, log.deals().get(partition));
            append(pipeline, RepStage.REPS, partition, log.orgs().get(partition));
        }
        pipeline.run();
        return pipeline.statistics();
    }

    private static void append(Pipeline pipeline, String input, int partition, List<Log.Entry> entries) {
        for (Log.Entry entry : entries) {
            switch (entry) {
                case Log.Closed(int day) -> pipeline.watermark(input, partition, day);
                case Log.Written(Change.OfDeal deal) -> pipeline.deal(deal.id(), deal.order(), deal.change());
                case Log.Written(Change.OfOrg org) -> pipeline.org(org.change());
            }
        }
    }
}

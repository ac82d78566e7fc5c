package io.upswing.core.inprocess;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.issues.Rule;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.DayGate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three stages, a number of instances of each, linked by a FIFO queue from each writer to each reader. Append records
 * and watermarks as they would stand in the topics' partitions, then {@link #run}.
 */
public final class Pipeline {
    private final Settings settings;
    private final Scheduler scheduler;
    private final List<Task> entities = new ArrayList<>();
    private final List<Task> reps = new ArrayList<>();
    private final List<Task> units = new ArrayList<>();
    private final List<Task> all = new ArrayList<>();
    /** By the name of the input, one for each partition. */
    private final SortedMap<String, List<FifoQueue>> inputs = new TreeMap<>();

    private final Link facts = new Link();
    private final Link sums = new Link();
    private final Link unitDays = new Link();
    private final Counters counters = new Counters();

    /** How many partitions, and what results depend on. */
    public record Settings(int partitions, EntityStage.Settings entity, RepStage.Settings rep, WindowSettings unit) {}

    public Pipeline(Settings settings, Scheduler scheduler, Observer observer) {
        this.settings = settings;
        this.scheduler = scheduler;
        for (int i = 0; i < settings.partitions(); i++) {
            int partition = i;
            entities.add(new Task(new EntityDriver.Factory(partition, settings.entity(), facts, observer)));
            reps.add(new Task(new RepDriver.Factory(partition, settings.rep(), sums, observer, counters)));
            units.add(new Task(new UnitDriver.Factory(partition, settings.unit(), unitDays, observer)));
        }
        all.addAll(entities);
        all.addAll(reps);
        all.addAll(units);
        List.of(EntityStage.DEALS, EntityStage.ACTIVITIES)
                .forEach(input ->
                        inputs.put(input, entities.stream().map(Task::addInput).toList()));
        List.of(RepStage.REPS, RepStage.QUOTAS, RepStage.RULES, RepStage.COMMANDS)
                .forEach(input ->
                        inputs.put(input, reps.stream().map(Task::addInput).toList()));
        facts.connect(entities, reps);
        sums.connect(reps, units);
        unitDays.connect(units, reps);
    }

    /** Which of the partitions holds a key. */
    public int partitionOf(String key) {
        return Link.partitionOf(key, settings.partitions());
    }

    /** Appends a change of a deal. */
    public void deal(String id, SourceOrder order, DealChange change) {
        int partition = partitionOf(id);
        append(EntityStage.DEALS, partition, new Message.Deal(partition, id, order, change));
    }

    /** Appends a change of an activity. */
    public void activity(String id, SourceOrder order, ActivityChange change) {
        int partition = partitionOf(id);
        append(EntityStage.ACTIVITIES, partition, new Message.Activity(partition, id, order, change));
    }

    /** Appends an org change. */
    public void org(OrgChange change) {
        int partition = partitionOf(change.rep());
        append(RepStage.REPS, partition, new Message.Org(partition, change));
    }

    /** Appends a change of a quota. */
    public void quota(QuotaChange change) {
        int partition = partitionOf(change.rep());
        append(RepStage.QUOTAS, partition, new Message.Quota(partition, change));
    }

    /** Appends a version of a rule to every partition. */
    public void rule(Rule rule) {
        for (int partition = 0; partition < settings.partitions(); partition++) {
            append(RepStage.RULES, partition, new Message.OfRule(partition, rule));
        }
    }

    /** Appends a command. */
    public void command(RepCommand command) {
        int partition = partitionOf(command.header().rep());
        append(RepStage.COMMANDS, partition, new Message.Command(partition, command));
    }

    private void append(String input, int partition, Message message) {
        List<FifoQueue> partitions = inputs.get(input);
        if (partitions == null) {
            throw new IllegalArgumentException("no such input: " + input + ", but " + inputs.keySet());
        }
        partitions.get(partition).append(List.of(message));
    }

    /** The inputs by name. */
    public static List<String> inputs() {
        return List.of(
                EntityStage.DEALS,
                EntityStage.ACTIVITIES,
                RepStage.REPS,
                RepStage.QUOTAS,
                RepStage.RULES,
                RepStage.COMMANDS);
    }

    /** Appends a watermark to one partition of one of the {@link #inputs}. */
    public void watermark(String input, int partition, int day) {
        append(input, partition, new Message.Watermark(input, partition, day, 1));
    }

    /** Appends a watermark to every partition of every input. */
    public void watermark(int day) {
        for (int partition = 0; partition < settings.partitions(); partition++) {
            for (String input : inputs.keySet()) {
                watermark(input, partition, day);
            }
        }
    }

    /** Runs until nothing is left to read, then commits all. */
    public void run() {
        while (step()) {
            noteDrift();
        }
        for (Task task : all) {
            task.emit();
            task.commit();
        }
    }

    private boolean step() {
        List<Task> readers = new ArrayList<>();
        List<FifoQueue> readable = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        int id = 0;
        for (Task task : all) {
            for (FifoQueue queue : task.inputs()) {
                if (queue.hasNext()) {
                    readers.add(task);
                    readable.add(queue);
                    ids.add(id);
                }
                id++;
            }
        }
        if (readable.isEmpty()) {
            return commitAll();
        }
        int next = scheduler.pick(ids.stream().mapToInt(Integer::intValue).toArray());
        read(readers.get(next), readable.get(next));
        return true;
    }

    /** What is committed may give others something to read. */
    private boolean commitAll() {
        all.forEach(Task::commit);
        return all.stream().flatMap(task -> task.inputs().stream()).anyMatch(FifoQueue::hasNext);
    }

    private void read(Task task, FifoQueue queue) {
        task.read(queue);
        if (scheduler.emits()) {
            task.emit();
        }
        if (scheduler.crashes()) {
            counters.crashed(task.crash());
        } else if (scheduler.commits()) {
            task.commit();
        }
    }

    private void noteDrift() {
        int earliest = Integer.MAX_VALUE;
        int latest = Integer.MIN_VALUE;
        for (Task task : reps) {
            if (task.openDay() != DayGate.NOT_OPEN) {
                earliest = Math.min(earliest, task.openDay());
                latest = Math.max(latest, task.openDay());
            }
        }
        counters.drift(latest < earliest ? 0 : latest - earliest);
    }

    /** The tasks, by stage and partition: {@code rep/0}. */
    SortedMap<String, Task> tasks() {
        SortedMap<String, Task> tasks = new TreeMap<>();
        for (int partition = 0; partition < settings.partitions(); partition++) {
            tasks.put("entity/" + partition, entities.get(partition));
            tasks.put("rep/" + partition, reps.get(partition));
            tasks.put("unit/" + partition, units.get(partition));
        }
        return tasks;
    }

    /** What the run went through. */
    public Statistics statistics() {
        return counters.statistics();
    }
}

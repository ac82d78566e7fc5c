package io.upswing.app.stores;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps the memory of all RocksDB stores of the process, of every task that it has or may get, near one bound: blocks, indexes
 * and filters lie in one cache, and what is written and not on disk yet is counted in it. Nothing waits for the bound: what is
 * written stands above it until it is on disk.
 *
 * <p>By default each store takes up to 50 MiB for blocks and 48 MiB for writes beside its indexes, which with three stages of
 * some ten stores each, times the partitions, has no bound that a machine could be chosen by.
 */
public final class RocksMemory implements RocksDBConfigSetter {
    /** The key under which Kafka Streams hands on the bound, in bytes. */
    public static final String BYTES = "upswing.rocksdb.memory.bytes";

    static {
        RocksDB.loadLibrary();
    }

    // Of the whole for what is written; the rest for what is read, of which indexes and filters go last.
    private static final double FOR_WRITES = 0.5;
    private static final double FOR_INDEXES = 0.2;
    // A store takes whole arena blocks, and most stores are small: many of the usual size would fill the bound with
    // nothing.
    private static final long ARENA_BLOCK = 64 * 1024;

    private static final Map<Long, Shared> BY_BYTES = new ConcurrentHashMap<>();

    /** What the stores share; never closed, since other stores may be opened later. */
    record Shared(Cache cache, WriteBufferManager writes) {
        static Shared of(long bytes) {
            Cache cache = new LRUCache(bytes, -1, false, FOR_INDEXES);
            return new Shared(cache, new WriteBufferManager((long) (bytes * FOR_WRITES), cache));
        }
    }

    static Shared shared(long bytes) {
        return BY_BYTES.computeIfAbsent(bytes, Shared::of);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared shared = shared(Long.parseLong(String.valueOf(configs.get(BYTES))));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(shared.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(shared.writes());
        options.setArenaBlockSize(ARENA_BLOCK);
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared stays.
    }
}

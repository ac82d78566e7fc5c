package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class RocksMemoryTest {
    private static final long BOUND = 8 * 1024 * 1024;
    private static final int STORES = 20;
    private static final int RECORDS = 2_000;
    private static final int BYTES = 1_000;

    @Test
    void manyStoresTogetherComeBackWithinTheBoundOfWhatIsWrittenAndReadOverWhatIsOnDisk(@TempDir Path dir)
            throws Exception {
        List<RocksDB> stores = new ArrayList<>();
        List<Options> all = new ArrayList<>();
        try {
            for (int i = 0; i < STORES; i++) {
                Options options = options("store-" + i);
                all.add(options);
                stores.add(RocksDB.open(options, dir.resolve("store-" + i).toString()));
            }
            Random random = new Random(1);
            for (int record = 0; record < RECORDS; record++) {
                for (RocksDB store : stores) {
                    byte[] value = new byte[BYTES];
                    random.nextBytes(value);
                    store.put(key(record), value);
                }
            }
            assertThat((long) STORES * RECORDS * BYTES).isGreaterThan(4 * BOUND);
            writeOnUntilMemtablesFit(stores);
            for (RocksDB store : stores) {
                for (int record = 0; record < RECORDS; record++) {
                    assertThat(store.get(key(record))).hasSize(BYTES);
                }
            }

            for (RocksDB store : stores) {
                store.pauseBackgroundWork();
            }
            long usage = RocksMemory.shared(BOUND).cache().getUsage();
            assertThat(usage).isLessThan(2 * BOUND);
            for (RocksDB store : stores) {
                assertThat(store.getLongProperty("rocksdb.block-cache-usage")).isEqualTo(usage);
            }
            for (RocksDB store : stores) {
                store.continueBackgroundWork();
            }
        } finally {
            stores.forEach(RocksDB::close);
            all.forEach(Options::close);
        }
    }

    private static Options options(String store) {
        Options options = new Options().setCreateIfMissing(true);
        options.setTableFormatConfig(new BlockBasedTableConfig());
        new RocksMemory().setConfig(store, options, Map.of(RocksMemory.BYTES, Long.toString(BOUND)));
        return options;
    }

    private static byte[] key(int record) {
        return Integer.toString(record).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What is being flushed counts until it is on disk, and a flush begins with a write to the store that is to be flushed: how
     * much is above the bound when writes end depends on how fast the disk is. A few more small ones bring it down.
     */
    private static void writeOnUntilMemtablesFit(List<RocksDB> stores) throws Exception {
        Instant end = Instant.now().plusSeconds(120);
        while (memtables(stores) > BOUND) {
            assertThat(Instant.now()).as("%s bytes", memtables(stores)).isBefore(end);
            for (RocksDB store : stores) {
                store.put(key(0), new byte[BYTES]);
            }
            Thread.sleep(20);
        }
    }

    private static long memtables(List<RocksDB> stores) throws RocksDBException {
        long sum = 0;
        for (RocksDB store : stores) {
            sum += store.getLongProperty("rocksdb.cur-size-all-mem-tables");
        }
        return sum;
    }
}

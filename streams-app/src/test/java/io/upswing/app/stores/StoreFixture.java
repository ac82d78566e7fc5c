package io.upswing.app.stores;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Stores as the catalogue builds them, on RocksDB and with their caches; counts the iterators that are open. */
final class StoreFixture implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final AtomicInteger openIterators = new AtomicInteger();

    StoreFixture(Path directory, List<StageStore> stores) {
        Topology topology = new Topology();
        topology.addSource("source", "input").addProcessor("processor", Ignoring::new, "source");
        stores.forEach(store -> topology.addStateStore(store.builder(), "processor"));
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "stores");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        driver = new TopologyTestDriver(topology, config);
    }

    private static final class Ignoring implements Processor<byte[], byte[], byte[], byte[]> {
        @Override
        public void process(Record<byte[], byte[]> record) {}
    }

    KeyValueStore<Bytes, byte[]> store(String name) {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(name);
        return counted(Objects.requireNonNull(store, name));
    }

    ByteStore bytes(StageStore store) {
        return ByteStore.of(store.storeName(), store(store.storeName()));
    }

    int openIterators() {
        return openIterators.get();
    }

    @SuppressWarnings("unchecked") // a proxy knows its interfaces at run time only
    private KeyValueStore<Bytes, byte[]> counted(KeyValueStore<Bytes, byte[]> store) {
        return (KeyValueStore<Bytes, byte[]>) proxy(KeyValueStore.class, (method, arguments) -> {
            Object result = method.invoke(store, arguments);
            if (result instanceof KeyValueIterator<?, ?> iterator) {
                openIterators.incrementAndGet();
                return counted(iterator);
            }
            return result;
        });
    }

    private Object counted(KeyValueIterator<?, ?> iterator) {
        return proxy(KeyValueIterator.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                openIterators.decrementAndGet();
            }
            return method.invoke(iterator, arguments);
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws IllegalAccessException, InvocationTargetException;
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return call.on(method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        });
    }

    @Override
    public void close() {
        driver.close();
    }
}

package io.upswing.app.stores;

/** How a value is written, after the format version, and read. */
interface Codec<T> {
    void write(T value, ValueWriter out);

    T read(ValueReader in);

    /** The whole value as it lies in a store. */
    default byte[] toBytes(T value) {
        ValueWriter out = new ValueWriter();
        write(value, out);
        return out.toBytes();
    }

    /**
     * The value of {@link #toBytes}.
     *
     * @param store for the message
     * @throws UnknownFormatException if another release wrote it
     */
    default T fromBytes(String store, byte[] value) {
        ValueReader in = new ValueReader(store, value);
        T read = read(in);
        in.mustEnd();
        return read;
    }
}

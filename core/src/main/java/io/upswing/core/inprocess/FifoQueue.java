package io.upswing.core.inprocess;

import java.util.ArrayList;
import java.util.List;

/** From one writer to one reader: what is committed, and how far the reader is, uncommitted and committed. */
final class FifoQueue {
    private final List<Message> messages = new ArrayList<>();
    private int read;
    private int committed;

    void append(List<Message> more) {
        messages.addAll(more);
    }

    boolean hasNext() {
        return read < messages.size();
    }

    Message next() {
        return messages.get(read++);
    }

    /** All that was ever written. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    void commit() {
        committed = read;
    }

    void rewind() {
        read = committed;
    }
}

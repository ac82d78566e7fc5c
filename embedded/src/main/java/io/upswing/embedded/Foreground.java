package io.upswing.embedded;

import java.util.concurrent.CountDownLatch;

/** Keeps a process of its own alive until it is told to end. */
final class Foreground {
    private Foreground() {}

    /** Prints the line, waits for SIGTERM or SIGINT, and closes what runs, in the JVM's shutdown. */
    @SuppressWarnings("SystemOut") // the line is what a parent process waits for
    static void run(String readyLine, AutoCloseable running) throws InterruptedException {
        Thread closer = new Thread(() -> close(running), "close");
        Runtime.getRuntime().addShutdownHook(closer);
        System.out.println(readyLine);
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not close " + running, e);
        }
    }
}

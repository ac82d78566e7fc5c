package io.upswing.embedded.registry;

/** Names of subjects and contexts: a subject outside the default context is written {@code :.context:name}. */
public final class Subjects {
    /** The context of subjects that name none. */
    public static final String DEFAULT_CONTEXT = ".";

    /** The scope of settings that hold for all subjects. */
    static final String GLOBAL = "";

    private static final String MARK = ":.";
    private static final String EVERY_CONTEXT = ":*:";

    private Subjects() {}

    /** The context that a subject lies in. */
    public static String contextOf(String subject) {
        int end = subject.startsWith(MARK) ? subject.indexOf(':', 1) : -1;
        return end < 0 ? DEFAULT_CONTEXT : subject.substring(1, end);
    }

    /** The subject as this context knows it; a subject that names its context stays as it is. */
    public static String inContext(String context, String subject) {
        return context.equals(DEFAULT_CONTEXT) || subject.startsWith(MARK) ? subject : prefixOf(context) + subject;
    }

    /** What all subjects of a context begin with; empty for the default one. */
    public static String prefixOf(String context) {
        return context.equals(DEFAULT_CONTEXT) ? "" : ":" + context + ":";
    }

    /** Whether a subject begins with a prefix as clients give it, where {@code :*:} stands for any context. */
    public static boolean startsWith(String subject, String prefix) {
        if (!prefix.startsWith(EVERY_CONTEXT)) {
            return subject.startsWith(prefix);
        }
        String name = subject.substring(prefixOf(contextOf(subject)).length());
        return name.startsWith(prefix.substring(EVERY_CONTEXT.length()));
    }
}

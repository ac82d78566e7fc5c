package io.upswing.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.Logger;

/**
 * What is logged by programs that use Upswing's class path without its command line: warnings, to standard error. Without it
 * Logback would write everything to standard output.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class DefaultLogging extends ContextAwareBase implements Configurator {
    /** For Logback, which finds the class as a service. */
    public DefaultLogging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (Logging.isLeftToAFile()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Logging.use(context, Map.of(Logger.ROOT_LOGGER_NAME, Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}

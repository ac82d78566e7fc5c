package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.operating.Doctor;
import io.upswing.cli.operating.Finding;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with an installation, and what mends it. */
@Command(
        name = "doctor",
        description = {
            "Look at broker, topics, rights, the broker's time, open days, registry and disk with the configuration of"
                    + " an instance, and say what is wrong and what mends it. Changes nothing but a record on the"
                    + " clock's topic and a transactional id of its own.",
            "Exit code 65 if there is an error."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    @Mixin
    private CaseOutput output = new CaseOutput();

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        try (Cluster cluster = Cluster.of(config);
                ApiClient api = apiOptions.client()) {
            List<Finding> findings = new Doctor(config, cluster.catalogue(), cluster.admin(), api, context::now).look();
            context.console().print(output.isJson() ? List.of(Doctor.json(findings)) : Doctor.lines(findings));
            return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.ERROR)
                    ? ExitCode.WRONG_DATA
                    : ExitCode.OK;
        }
    }
}

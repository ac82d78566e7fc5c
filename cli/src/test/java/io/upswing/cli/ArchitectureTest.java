package io.upswing.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.upswing.cli.shell.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "io.upswing.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("commands")
            .definedBy("io.upswing.cli")
            .layer("demo")
            .definedBy("io.upswing.cli.demo")
            .layer("importing")
            .definedBy("io.upswing.cli.importing")
            .layer("simulating")
            .definedBy("io.upswing.cli.simulating")
            .layer("deadletters")
            .definedBy("io.upswing.cli.deadletters")
            .layer("reconciling")
            .definedBy("io.upswing.cli.reconciling")
            .layer("cases")
            .definedBy("io.upswing.cli.cases")
            .layer("rules")
            .definedBy("io.upswing.cli.rules")
            .layer("operating")
            .definedBy("io.upswing.cli.operating")
            .layer("api")
            .definedBy("io.upswing.cli.api")
            .layer("shell")
            .definedBy("io.upswing.cli.shell")
            .layer("render")
            .definedBy("io.upswing.cli.render")
            .whereLayer("commands")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("importing")
            .mayOnlyBeAccessedByLayers("commands", "demo")
            .whereLayer("simulating")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("deadletters")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("reconciling")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("cases")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("rules")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("operating")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("commands", "demo", "reconciling", "cases", "operating")
            .whereLayer("shell")
            .mayOnlyBeAccessedByLayers(
                    "commands", "demo", "importing", "simulating", "deadletters", "api", "cases", "operating");

    @ArchTest
    static final ArchRule aRunningAppIsAskedByItsRestApiOnly = noClasses()
            .that()
            .resideInAPackage("io.upswing.cli..")
            .and()
            .resideOutsideOfPackage("io.upswing.cli.reconciling")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.upswing.app.views..", "io.upswing.core.kpi..")
            .because("only a reconciliation computes KPIs, those of an export");

    @ArchTest
    static final ArchRule onlyTheContextKnowsWhatTimeItIs = noClasses()
            .that()
            .doNotBelongToAnyOf(Context.class)
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}

package io.upswing.producers.csv;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

@AnalyzeClasses(packages = "io.upswing.producers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule producersKnowNothingOfTheAppAndItsCommands = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.upswing.app..", "io.upswing.cli..", "io.upswing.embedded..");

    @ArchTest
    static final ArchRule onlyRulesKnowTheDomain = noClasses()
            .that()
            .resideOutsideOfPackage("io.upswing.producers.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.upswing.core..", "io.upswing.producers.rules..", "dev.cel..");

    @ArchTest
    static final ArchRule rulesKnowNoOtherProducer = noClasses()
            .that()
            .resideInAPackage("io.upswing.producers.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.upswing.producers.csv..", "io.upswing.producers.publish..", "io.upswing.producers.simulator..");

    @ArchTest
    static final ArchRule onlyOneClassKnowsCel = noClasses()
            .that()
            .doNotHaveSimpleName("CelConditions")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..");

    @ArchTest
    static final ArchRule theSampleKnowsNothing = noClasses()
            .that()
            .resideInAPackage("io.upswing.producers.sample..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.upswing.producers.csv..", "io.upswing.schemas..", "org.apache..");

    @ArchTest
    static final ArchRule importsKnowNeitherSimulatorNorStory = noClasses()
            .that()
            .resideInAPackage("io.upswing.producers.csv..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.upswing.producers.simulator..", "io.upswing.producers.story..");

    @ArchTest
    static final ArchRule nothingDependsOnClockZoneOrLocaleOfTheMachine = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault");
}

package io.upswing.core;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Formatter;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** What the core may use, and which of its packages may use which, as each package says of itself. */
@AnalyzeClasses(packages = "io.upswing.core", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule theCoreUsesNothingButTheLanguage = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.upswing.core..",
                    "java.lang..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "org.apache.commons.numbers.gamma..",
                    "org.jspecify.annotations..")
            .because("it is the same with a broker and without: no Kafka, Avro, HTTP, JDBC or files");

    @ArchTest
    static final ArchRule packagesUseEachOtherInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("time")
            .definedBy("io.upswing.core.time..")
            .layer("source")
            .definedBy("io.upswing.core.source..")
            .layer("kpi")
            .definedBy("io.upswing.core.kpi..")
            .layer("entity")
            .definedBy("io.upswing.core.entity..")
            .layer("evaluation")
            .definedBy("io.upswing.core.evaluation..")
            .layer("command")
            .definedBy("io.upswing.core.command..")
            .layer("issues")
            .definedBy("io.upswing.core.issues..")
            .layer("plans")
            .definedBy("io.upswing.core.plans..")
            .layer("rep")
            .definedBy("io.upswing.core.rep..")
            .layer("unit")
            .definedBy("io.upswing.core.unit..")
            .layer("inprocess")
            .definedBy("io.upswing.core.inprocess..")
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .whereLayer("source")
            .mayOnlyAccessLayers("time")
            .whereLayer("kpi")
            .mayOnlyAccessLayers("time")
            .whereLayer("entity")
            .mayOnlyAccessLayers("time", "source", "kpi")
            .whereLayer("evaluation")
            .mayOnlyAccessLayers("time", "kpi")
            .whereLayer("command")
            .mayOnlyAccessLayers("time")
            .whereLayer("issues")
            .mayOnlyAccessLayers("time", "kpi", "evaluation", "command")
            .whereLayer("plans")
            .mayOnlyAccessLayers("time", "kpi", "evaluation", "command", "issues")
            .whereLayer("rep")
            .mayOnlyAccessLayers("time", "source", "kpi", "evaluation", "command", "issues", "plans")
            .whereLayer("unit")
            .mayOnlyAccessLayers("time", "kpi")
            .whereLayer("inprocess")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule everyPackageHasAPlace = classes()
            .should()
            .resideInAnyPackage(
                    "io.upswing.core.time",
                    "io.upswing.core.source",
                    "io.upswing.core.kpi",
                    "io.upswing.core.entity",
                    "io.upswing.core.evaluation",
                    "io.upswing.core.command",
                    "io.upswing.core.issues",
                    "io.upswing.core.plans",
                    "io.upswing.core.rep",
                    "io.upswing.core.unit",
                    "io.upswing.core.inprocess")
            .because("a package without a place in the rule of directions would escape it");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    @ArchTest
    static final ArchRule noWallClock = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethodWhere(target(owner(resideInAPackage("java.time"))).and(target(name("systemUTC"))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("time is data, and it is in the log");

    @ArchTest
    static final ArchRule noDefaultsOfTheMachine = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault", Locale.Category.class)
            .orShould()
            .callMethod(Charset.class, "defaultCharset")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callConstructor(Formatter.class)
            .because("results must not depend on where they are computed");

    @ArchTest
    static final ArchRule noRandomnessWithoutASeed = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("a run must be repeatable");

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}

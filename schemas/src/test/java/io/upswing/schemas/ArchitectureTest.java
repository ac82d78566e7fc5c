package io.upswing.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.upswing.schemas", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule oneClassKnowsWhereConfluentsClientLies = noClasses()
            .that()
            .haveNameNotMatching(".*\\.registry\\.ConfluentClient(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "io.confluent..");

    @ArchTest
    static final ArchRule nothingElseOfItsJarIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google..", "org.apache.commons..", "org.yaml..", "com.github..");

    @ArchTest
    static final ArchRule packagesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("registry")
            .definedBy("io.upswing.schemas.registry")
            .layer("serde")
            .definedBy("io.upswing.schemas.serde")
            .layer("topics")
            .definedBy("io.upswing.schemas.topics")
            .layer("watermarks")
            .definedBy("io.upswing.schemas.watermarks")
            .whereLayer("topics")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("watermarks")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serde")
            .mayOnlyBeAccessedByLayers("topics")
            .whereLayer("registry")
            .mayOnlyBeAccessedByLayers("serde");

    @ArchTest
    static final ArchRule generatedClassesKnowNothingOfTheRest = classes()
            .that()
            .resideInAPackage("io.upswing.schemas")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.upswing.schemas", "org.apache.avro..", "java..", "org.jspecify..");
}

package io.upswing.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.upswing.embedded", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("embedded")
            .definedBy("io.upswing.embedded")
            .layer("http")
            .definedBy("io.upswing.embedded.registry.http")
            .layer("registry")
            .definedBy("io.upswing.embedded.registry")
            .whereLayer("embedded")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("embedded");

    @ArchTest
    static final ArchRule onlyTheHttpPackageKnowsTheServer = noClasses()
            .that()
            .resideOutsideOfPackage("io.upswing.embedded.registry.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..");

    @ArchTest
    static final ArchRule onlyTheLogKnowsKafka = noClasses()
            .that()
            .resideInAPackage("io.upswing.embedded.registry..")
            .and()
            .haveNameNotMatching(".*(SchemaLog|LogFormat).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}

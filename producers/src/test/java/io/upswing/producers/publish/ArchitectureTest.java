package io.upswing.producers.publish;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.upswing.producers.publish", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theLibraryNeedsSchemasAndKafkasClientsOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.upswing.producers.publish",
                    "io.upswing.schemas..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule itKnowsNothingOfWatermarks =
            classes().should().onlyDependOnClassesThat().resideOutsideOfPackage("io.upswing.schemas.watermarks..");
}

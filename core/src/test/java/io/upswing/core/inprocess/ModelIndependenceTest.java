package io.upswing.core.inprocess;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A model that shared code with what it checks would share its mistakes. */
@AnalyzeClasses(packages = {"io.upswing.core.inprocess.model", "io.upswing.core.inprocess.history"})
class ModelIndependenceTest {
    @ArchTest
    static final ArchRule theModelKnowsOnlyTheInputTypes = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "io.upswing.core.inprocess.model",
                            "io.upswing.core.inprocess.history")
                    .or(nameMatching("io\\.upswing\\.core\\.entity\\.(Deal|Activity)(State|Change).*"))
                    .or(
                            nameMatching(
                                    "io\\.upswing\\.core\\.rep\\.(Org|Quota)Change.*|io\\.upswing\\.core\\.rep\\.OrgRecord.*|io\\.upswing\\.core\\.evaluation\\.Assignment.*"))
                    .or(nameMatching("io\\.upswing\\.core\\.source\\.SourceOrder")));
}

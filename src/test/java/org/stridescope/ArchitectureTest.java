package org.stridescope;

import java.lang.foreign.Linker;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the drawing of floors in CONTRIBUTING.md, and the habits that keep each package understandable on its own. */
class ArchitectureTest {
    private static final String ROOT = "org.stridescope.";

    /** From the ground up; a package imports only from lower floors. */
    private static final List<Set<String>> FLOORS = List.of(Set.of("array", "graph", "trace"),
            Set.of("ffi", "ufunc", "einsum", "schedule", "io", "export"),
            Set.of("kernel", "chunked", "explain", "probe", "peer", "script", "cluster"), Set.of("lab"),
            Set.of("ui.model"),
            Set.of("ui.control", "ui.view"), Set.of("app"));

    /** The arrows drawn inside a floor. */
    private static final Map<String, Set<String>> ARROWS = Map.of("ui.view", Set.of("ui.control"), "einsum",
            Set.of("ufunc"),
            "ufunc", Set.of("einsum"), "script", Set.of("chunked"));

    private static JavaClasses program;
    private static JavaClasses tests;

    @BeforeAll
    static void read() {
        program = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stridescope");
        tests = new ClassFileImporter().withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("org.stridescope");
    }

    static List<String> packages() {
        return FLOORS.stream().flatMap(floor -> floor.stream().sorted()).toList();
    }

    private static int floor(String name) {
        return FLOORS.indexOf(FLOORS.stream().filter(rooms -> rooms.contains(name)).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsOnlyLowerFloors(String name) {
        String[] forbidden = packages().stream().filter(other -> !other.equals(name))
                .filter(other -> floor(other) >= floor(name))
                .filter(other -> !ARROWS.getOrDefault(name, Set.of()).contains(other)).map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        noClasses().that().resideInAPackage(ROOT + name + "..").should().dependOnClassesThat()
                .resideInAnyPackage(forbidden).allowEmptyShould(true)
                .because("a package can be read, tested and changed with only the floors below it in mind")
                .check(program);
    }

    @Test
    void everyPackageHasAFloor() {
        String[] known = packages().stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        noClasses().should().resideOutsideOfPackages(known)
                .because("a package without a floor escapes the drawing: add it to FLOORS and to CONTRIBUTING.md")
                .check(program);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles()
                .because("packages in a cycle are one package under several names").check(program);
    }

    @Test
    void onlyFfiLinksNativeCode() {
        noClasses().that().resideOutsideOfPackage(ROOT + "ffi..").should().dependOnClassesThat()
                .areAssignableTo(Linker.class)
                .because("a missing library must become a stated reason in one place, never a crash elsewhere")
                .check(program);
    }

    @Test
    void paneModelsKnowNoScene() {
        noClasses().that().resideInAPackage(ROOT + "ui.model..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.animation..", "javafx.application..")
                .allowEmptyShould(true).because("a pane's model is tested without a window").check(program);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackages(ROOT + "ui..", ROOT + "app..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .because("everything below the window also runs where there is no display")
                .check(program);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackage(ROOT + "app..").should().accessField(System.class, "out").orShould()
                .accessField(System.class, "err")
                .because("what a command prints is a contract; everything below returns values or throws")
                .check(program);
    }

    @Test
    void onlyTheProgramExits() {
        noClasses().that().resideOutsideOfPackage(ROOT + "app..").should().callMethod(System.class, "exit", int.class)
                .because("an error is handled once, where the user sees it").check(program);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils").orShould()
                .haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager").orShould()
                .haveSimpleNameEndingWith("Common").because("such a name fits anything, so everything ends up there")
                .check(program);
    }

    @Test
    void testsWaitOnConditions() {
        noClasses().that().resideOutsideOfPackage(ROOT + "bench..").should()
                .callMethod(Thread.class, "sleep", long.class).orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("a sleep is too short on a busy machine and too long on every other").check(tests);
    }
}

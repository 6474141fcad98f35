package org.stridescope.kernel;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.kernel.DistanceKernel.RunControl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VariantsTest {
    @Test
    void standInTheOrderOfTheLadder() {
        assertThat(Variants.all()).extracting(DistanceKernel::name).containsExactly("loops", "broadcast",
                "broadcast-einsum",
                "trick", "fortran-plain", "c-plain", "fortran", "vector", "c", "graph",
                "graph-concatenate");
    }

    @Test
    void anUnknownNameIsToldTheNamesThereAre() {
        assertThat(Variants.named("vector").name()).isEqualTo("vector");
        assertThatThrownBy(() -> Variants.named("rust")).isInstanceOf(KernelError.class)
                .hasMessageStartingWith("no variant is called rust; there are loops, broadcast, ");
    }

    @Test
    void theTrickSaysWhyItHasNoCityblock() {
        assertThat(Variants.named("trick").whyNot(Metric.CITYBLOCK)).contains("cityblock", "|x - y| does not");
    }

    @Test
    void aMissingLibraryIsAReasonAndNoCrash() {
        NativeLibrary none = new NativeLibrary.Absent("distance-c", "no C compiler was found", "apt-get install gcc");
        DistanceKernel c = new CKernel(NativeKernels.open(none, loaded -> {
            throw new AssertionError("nothing was loaded");
        }));
        assertThat(c.availability().sentence()).isEqualTo("no C compiler was found: apt-get install gcc");
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray x = Reference.points(memory, 1, 4, 3);
            NDArray out = Reference.points(memory, 1, 4, 4);
            var problem = new DistanceProblem(Metric.CITYBLOCK, x, x);
            assertThat(c.temporaryBytes(problem, 2)).isPositive();
            assertThatThrownBy(() -> c.run(problem, out, RunControl.quiet(1))).isInstanceOf(KernelError.class)
                    .hasMessage("c does not run here: no C compiler was found: apt-get install gcc");
        }
    }
}

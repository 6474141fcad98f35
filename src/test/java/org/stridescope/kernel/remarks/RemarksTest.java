package org.stridescope.kernel.remarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class RemarksTest {
    @Test
    void remarksOnLoopsAreReadByLine() {
        List<Remark> remarks = CompilerRemarks.parse(
                List.of("tiles.c:12:3: optimized: loop vectorized using 32 byte vectors",
                        "tiles.c:9:5: missed: couldn't vectorize loop", "tiles.c:9:5: missed: couldn't vectorize loop",
                        "pack.h:3:1: missed: couldn't vectorize loop",
                        "tiles.c:9:5: missed: statement clobbers memory: x", "rubbish"),
                "tiles.c");
        assertThat(remarks).containsExactly(new Remark(9, 5, false, "couldn't vectorize loop"),
                new Remark(12, 3, true, "loop vectorized using 32 byte vectors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources/distance-c/plain.c", "sources/distance-fortran/tiles.f90",
            "sources/exercise-fortran/matmul.f90"})
    void theCompilersRemarksAreKeptWithTheLibrary(String source) {
        CompilerRemarks.Found found = CompilerRemarks.of(source);
        assumeTrue(found.availability().isAvailable(), () -> found.availability().sentence());
        assertThat(found.remarks()).isNotEmpty();
    }

    @Test
    void aSourceWithoutACompilerHasAReason() {
        assertThat(CompilerRemarks.of("sources/org/stridescope/kernel/LoopsKernel.java").availability().sentence())
                .startsWith("no compiler's remarks are kept for ");
    }

    @Test
    void theHotLoopIsTheInnermostWithTheMostArithmetic() {
        String text = """
                0000000000001000 <other>:
                    1000:\tvaddpd %ymm0,%ymm1,%ymm2
                    1004:\tjne    1000 <other>

                0000000000002000 <hot>:
                    2000:\tvaddsd %xmm0,%xmm1,%xmm2
                    2004:\tvmovupd (%rax),%ymm1
                    2008:\tvfmadd231pd %ymm0,%ymm1,%ymm2
                    200c:\tvmaxpd %ymm0,%ymm1,%ymm2
                    2010:\tjne    2004 <hot+0x4>
                    2014:\tjne    2000 <hot>
                """;
        Assembly loop = HotLoop.find(text.lines().toList(), Pattern.compile("^hot$"));
        assertThat(loop.function()).isEqualTo("hot");
        assertThat(loop.loop()).hasSize(4).last().asString().startsWith("jne");
        assertThat(loop.vectorInstructions()).isEqualTo(2);
        assertThat(loop.registers()).isEqualTo("ymm");
        assertThat(HotLoop.find(text.lines().toList(), Pattern.compile("nothing")).availability().isAvailable())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "c-plain", "fortran", "fortran-plain"})
    void nativeKernelsAreDisassembled(String variant) {
        var kernel = Variants.named(variant);
        assumeTrue(kernel.availability().isAvailable());
        for (Metric metric : Metric.values()) {
            Assembly loop = Disassembler.of(kernel.source(), metric);
            assumeTrue(Disassembler.objdump().isAvailable() && System.getProperty("os.arch").equals("amd64"));
            assertThat(loop.availability().sentence()).as("%s %s", variant, metric).isEmpty();
            assertThat(loop.vectorInstructions() + loop.scalarInstructions()).isPositive();
        }
    }

    @Test
    void elementwiseLoopsAreTimedInProcessesOfTheirOwn() {
        List<JavaLoopTimes.LoopTime> times = JavaLoopTimes.measure();
        assertThat(times).extracting(JavaLoopTimes.LoopTime::loop).containsExactly(JavaLoop.values());
        assertThat(times).allSatisfy(time -> {
            assertThat(time.nanosAnItem()).isPositive();
            assertThat(time.sentence()).contains("vectorised").contains(time.loop().expectation());
        });
    }

    @Test
    void theInstructionsOfLoopsInJavaAreRead() {
        Map<JavaLoop, Assembly> read = JavaAssembly.read();
        assertThat(read).containsOnlyKeys(JavaLoop.values());
        assumeTrue(Disassembler.objdump().isAvailable() && System.getProperty("os.arch").equals("amd64"));
        Assembly elementwise = Objects.requireNonNull(read.get(JavaLoop.ELEMENTWISE));
        assertThat(elementwise.availability().sentence()).isEmpty();
        assertThat(elementwise.vectorInstructions()).isPositive();
        assertThat(elementwise.loop()).last().asString().startsWith("j");
        assertThat(Objects.requireNonNull(read.get(JavaLoop.RECURRENCE)).vectorInstructions()).isZero();
    }

    @Test
    void instructionsThatHsdisWroteAreReadAsTheyStand() {
        Assembly loop = Objects.requireNonNull(JavaAssembly.parse("""
                ============================= C2-compiled nmethod ==============================
                Compiled method (c2) 99 7 4 org.stridescope.kernel.remarks.JavaLoop$2::run (44 bytes)
                [Disassembly]
                  0x00007f12a0001000:   vsubpd %ymm0,%ymm1,%ymm2
                  0x00007f12a0001004:   vaddsd %xmm0,%xmm1,%xmm2   ;*dadd
                  0x00007f12a0001008:   jl     0x00007f12a0001000  ;*if_icmplt
                """).get(JavaLoop.REDUCTION));
        assertThat(loop.loop()).containsExactly("vsubpd %ymm0,%ymm1,%ymm2", "vaddsd %xmm0,%xmm1,%xmm2",
                "jl     7f12a0001000");
    }
}

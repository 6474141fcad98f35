package org.stridescope.ui.model.ladder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.stridescope.kernel.Metric;
import org.stridescope.kernel.remarks.Assembly;
import org.stridescope.kernel.remarks.CompilerRemarks;
import org.stridescope.kernel.remarks.Disassembler;
import org.stridescope.kernel.remarks.JavaAssembly;
import org.stridescope.kernel.remarks.JavaLoop;
import org.stridescope.kernel.remarks.JavaLoopTimes;
import org.stridescope.kernel.remarks.JavaLoopTimes.LoopTime;
import org.stridescope.kernel.remarks.Remark;

/** What the compilers said of our loops, the instructions that came out, and what HotSpot made of four loops in Java. */
public final class VectorisedModel {
    /** A source that the compilers had something to say of, by its place among the program's resources. */
    public enum Source {
        C_PLAIN("C, plain", "sources/distance-c/plain.c"), C_TUNED("C, tuned",
                "sources/distance-c/tiles.c"), FORTRAN_PLAIN(
                        "Fortran, plain", "sources/distance-fortran/plain.f90"), FORTRAN_TUNED("Fortran, tuned",
                                "sources/distance-fortran/tiles.f90"), MATMUL("Fortran, matrix product",
                                        "sources/exercise-fortran/matmul.f90"), JAVA("Java, four loops", "");

        private final String label;
        private final String resource;

        Source(String label, String resource) {
            this.label = label;
            this.resource = resource;
        }

        public String label() {
            return label;
        }

        /** Empty for the loops in Java, which are measured and not read. */
        public String resource() {
            return resource;
        }
    }

    /** What is known of a source: remarks by line, and the hot loop's instructions, each or the reason why not. */
    public record Look(Source source, CompilerRemarks.Found remarks, Assembly assembly) {}

    private final Executor background;
    private final Executor ui;
    private final MeasuringJob job;
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.C_PLAIN);
    private final ReadOnlyObjectWrapper<Optional<Look>> look = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<LoopTime>> loops = new ReadOnlyObjectWrapper<>(List.of());

    private final ReadOnlyObjectWrapper<Map<JavaLoop, Assembly>> instructions = new ReadOnlyObjectWrapper<>(Map.of());

    /** @param background reads libraries and files */
    public VectorisedModel(LadderTools tools, Executor background) {
        this.background = background;
        this.ui = tools.ui();
        this.job = new MeasuringJob(tools.measurements(), tools.ui());
        source.addListener(_ -> read());
    }

    /** Reads what there is about the chosen source, in the background. */
    public void read() {
        Source asked = source.get();
        look.set(Optional.empty());
        if (asked == Source.JAVA)
            return;
        background.execute(() -> {
            Look read = new Look(asked, CompilerRemarks.of(asked.resource()),
                    Disassembler.of(asked.resource(), Metric.CITYBLOCK));
            ui.execute(() -> {
                if (source.get() == asked)
                    look.set(Optional.of(read));
            });
        });
    }

    /** Times the loops in Java, in virtual machines of their own. */
    public void measure() {
        job.run("the timing of loops in Java", _ -> {
            job.say("timing each loop with and without HotSpot\u2019s vectorisation", 0);
            List<LoopTime> times = JavaLoopTimes.measure();
            job.say("reading the instructions that HotSpot made", 0.7);
            return Map.entry(times, JavaAssembly.read());
        }, found -> {
            instructions.set(found.getValue());
            loops.set(found.getKey());
        });
    }

    /** What the remarks say together. */
    public static String summary(CompilerRemarks.Found found) {
        if (!found.availability().isAvailable())
            return "No compiler\u2019s remarks: " + found.availability().sentence() + ".";
        long yes = found.remarks().stream().filter(Remark::vectorised).count();
        long no = found.remarks().size() - yes;
        return "The compiler vectorised " + yes + (yes == 1 ? " loop" : " loops") + " here and says of " + no
                + " why not. Click a marked line.";
    }

    /** What stands in the hot loop. */
    public static String summary(Assembly assembly) {
        if (!assembly.availability().isAvailable())
            return "No assembly: " + assembly.availability().sentence() + ".";
        if (assembly.loop().isEmpty())
            return "No loop with arithmetic was found in the machine code.";
        String width = switch (assembly.registers()) {
            case "zmm" -> ", in registers of 8 float64";
            case "ymm" -> ", in registers of 4 float64";
            case "xmm" -> ", in registers of 2 float64 at most";
            default -> "";
        };
        return String.format(Locale.ROOT, "%d instructions compute with whole vectors, %d with single numbers%s.",
                assembly.vectorInstructions(), assembly.scalarInstructions(), width);
    }

    public MeasuringJob job() {
        return job;
    }

    public ObjectProperty<Source> source() {
        return source;
    }

    /** Empty while it is being read, and for the loops in Java. */
    public ReadOnlyObjectProperty<Optional<Look>> look() {
        return look.getReadOnlyProperty();
    }

    /** The hot loops of the loops in Java; empty before they were measured. */
    public ReadOnlyObjectProperty<Map<JavaLoop, Assembly>> instructions() {
        return instructions.getReadOnlyProperty();
    }

    /** Empty before they were measured. */
    public ReadOnlyObjectProperty<List<LoopTime>> loops() {
        return loops.getReadOnlyProperty();
    }
}

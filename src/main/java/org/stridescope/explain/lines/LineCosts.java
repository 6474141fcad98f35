package org.stridescope.explain.lines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackFrame;
import org.stridescope.trace.StackFrame.Kind;
import org.stridescope.trace.StackTable;
import org.stridescope.trace.TraceEvent;

/**
 * The cost of every line of source in a part of a recording. A sample counts for the innermost frame whose source is the
 * program's: what a line calls of the JDK, of the C library or of a library without lines is its own cost, since that is where
 * it can be changed. Samples with no such frame, as the collector's and the compiler's, are counted by their innermost function.
 *
 * @param rows the costliest first
 * @param cpuNanos CPU time that all samples of the selection stand for
 * @param samples of CPU time
 */
public record LineCosts(List<LineRow> rows, long cpuNanos, long samples) {

    public static LineCosts of(Recording recording, Selection selection) {
        StackTable stacks = recording.stacks();
        Map<StackFrame, Sum> sums = new HashMap<>();
        Map<Integer, StackFrame> owners = new HashMap<>();
        long cpu = 0;
        long samples = 0;
        int end = stacks.countBy(selection.to());
        for (int i = stacks.countBy(selection.from() - 1); i < end; i++) {
            SampleKind kind = stacks.kindAt(i);
            if (kind == SampleKind.LOCK || !selection.has(stacks.threadAt(i)))
                continue;
            StackFrame owner = owners.computeIfAbsent(stacks.stackAt(i), stack -> owner(stacks.frames(stack)));
            sums.computeIfAbsent(owner, key -> new Sum()).add(kind, stacks.weightAt(i));
            if (kind == SampleKind.CPU) {
                cpu += stacks.weightAt(i);
                samples++;
            }
        }
        for (TraceEvent.LineCost cost : recording.lines()) {
            if (cost.nanos() < selection.from() || cost.nanos() > selection.to())
                continue;
            StackFrame line = new StackFrame(Kind.SCRIPT, "", cost.file(), cost.file(), cost.line());
            sums.computeIfAbsent(line, key -> new Sum()).add(cost);
        }
        return new LineCosts(rows(sums, cpu), cpu, samples);
    }

    private static List<LineRow> rows(Map<StackFrame, Sum> sums, long cpu) {
        List<LineRow> rows = new ArrayList<>();
        sums.forEach((frame, sum) -> rows.add(new LineRow(frame.file().isEmpty() ? frame.owner() : frame.file(),
                frame.line(), frame.title(), frame.kind(), sum.samples, sum.nanos,
                cpu == 0 || frame.kind() == Kind.SCRIPT ? Double.NaN : (double) sum.nanos / cpu, sum.hits,
                sum.allocated, sum.freed, sum.copies)));
        rows.sort(Comparator.comparingLong(LineRow::selfNanos).thenComparingLong(LineRow::allocatedBytes).reversed()
                .thenComparing(LineRow::file).thenComparingInt(LineRow::line));
        return scriptShares(rows);
    }

    /** Lines of scripts have shares of the time of all lines of scripts. */
    private static List<LineRow> scriptShares(List<LineRow> rows) {
        long all = rows.stream().filter(row -> row.kind() == Kind.SCRIPT).mapToLong(LineRow::selfNanos).sum();
        return rows.stream().map(row -> !Double.isNaN(row.share())
                ? row
                : new LineRow(row.file(), row.line(), row.function(), row.kind(), row.selfSamples(), row.selfNanos(),
                        row.kind() == Kind.SCRIPT && all > 0 ? (double) row.selfNanos() / all : 0, row.hits(),
                        row.allocatedBytes(), row.freedBytes(), row.copies()))
                .toList();
    }

    /** The frame that a stack's cost is told of. */
    static StackFrame owner(List<StackFrame> frames) {
        StackFrame found = null;
        for (StackFrame frame : frames) {
            if (frame.hasLine() && !isLibrary(frame)) {
                found = frame;
                break;
            }
        }
        return found != null ? found : leaf(frames.isEmpty() ? null : frames.getFirst());
    }

    private static StackFrame leaf(@Nullable StackFrame innermost) {
        return innermost == null ? new StackFrame(Kind.NATIVE, "unknown code", "unknown code", "", 0) : innermost;
    }

    private static boolean isLibrary(StackFrame frame) {
        String owner = frame.owner();
        return frame.kind() == Kind.JAVA && (owner.startsWith("java.") || owner.startsWith("javax.")
                || owner.startsWith("jdk.") || owner.startsWith("sun.") || owner.startsWith("com.sun."));
    }

    /** Cost of one line as it adds up. */
    private static final class Sum {
        long samples;
        long nanos;
        long hits = -1;
        long allocated;
        long freed = -1;
        long copies = -1;

        void add(SampleKind kind, long weight) {
            if (kind == SampleKind.ALLOCATION) {
                allocated += weight;
                return;
            }
            samples++;
            nanos += weight;
        }

        void add(TraceEvent.LineCost cost) {
            nanos += cost.selfNanos();
            hits = Math.max(0, hits) + cost.hits();
            allocated += cost.allocatedBytes();
            freed = Math.max(0, freed) + cost.freedBytes();
            copies = Math.max(0, copies) + cost.copies();
        }
    }
}

package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.Pages;

/**
 * The tuned kernel in C with OpenMP, {@code native/distance-c/tiles.c}, which says what makes it fast. One foreign call does
 * a band of tiles with all threads; the calling thread is the first of OpenMP's team. Between bands the tiles done are told
 * and the cancellation is asked.
 */
public final class CKernel implements DistanceKernel {
    /** A tile's work: about 2 ms. */
    private static final double MOST_PAIR_FEATURES = 2e7;
    /**
     * A band's work a thread: about 15 ms, so that a cancellation is seen soon enough also where the vectors are narrow. At
     * the end of each band all threads wait for the last; on a busy machine that costs a slice of the scheduler's time.
     */
    private static final double BAND_PAIR_FEATURES = 1.5e8;
    /** Tiles a thread in a band, so that no thread waits long for the last one. */
    private static final int BAND_TILES = 2;
    /** A result above this does not stay in the caches, so it may as well be written past them. */
    private static final long STREAMED_BYTES = 8L << 20;

    private final NativeKernels<DistanceCBindings> library;

    CKernel(NativeKernels<DistanceCBindings> library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "c";
    }

    @Override
    public String language() {
        return "C, OpenMP, tuned";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.allOf(Metric.class);
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64, DType.FLOAT32);
    }

    @Override
    public Availability availability() {
        return library.availability();
    }

    /** The points packed into panels. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return panelBytes(library, problem);
    }

    static long panelBytes(NativeKernels<DistanceCBindings> library, DistanceProblem problem) {
        if (library.bindings().isEmpty())
            return (problem.n() + problem.m()) * problem.k() * problem.x().itemsize();
        DistanceCBindings c = library.require();
        DType dtype = problem.x().dtype();
        return (c.packedItems(problem.n(), problem.k(), c.xPanel(dtype, problem.metric().ordinal()))
                + c.packedItems(problem.m(), problem.k(), c.yPanel(dtype))) * dtype.itemsize();
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return grid(problem).count();
    }

    static TileGrid grid(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES);
    }

    @Override
    public String source() {
        return "sources/distance-c/tiles.c";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        DistanceCBindings c = library.require();
        TileGrid grid = grid(problem);
        if (grid.count() == 0)
            return Outcome.DONE;
        try (ArrayMemory memory = ArrayMemory.confined(new Pages())) {
            DType dtype = problem.x().dtype();
            MemorySegment x = packX(c, problem, memory, control.threads());
            MemorySegment y = packY(c, problem, memory, control.threads());
            double tileWork = grid.tileRows() * (double) grid.tileColumns() * Math.max(1, problem.k());
            double band = Math.max(BAND_TILES, BAND_PAIR_FEATURES / tileWork) * control.threads();
            int tiles = (int) Math.min(band, grid.count());
            MemorySegment log = memory.allocate((long) tiles * DistanceCBindings.LOG_NUMBERS * Long.BYTES);
            var cut = new DistanceCBindings.Cut(dtype, Points.items(out), grid.n(), grid.m(), grid.tileRows(),
                    grid.tileColumns());
            boolean streaming = problem.resultBytes() >= STREAMED_BYTES;
            for (int first = 0; first < grid.count(); first += tiles) {
                if (control.cancellation().isCancelled())
                    return Outcome.CANCELLED;
                int last = Math.min(grid.count(), first + tiles);
                c.tiles(problem.metric().ordinal(), x, y, problem.k(), cut, first, last, control.threads(), streaming,
                        log);
                tell(c, grid, first, last, log, control.listener());
            }
            return Outcome.DONE;
        }
    }

    static MemorySegment packX(DistanceCBindings c, DistanceProblem problem, ArrayMemory memory, int threads) {
        return pack(c, problem.x(), c.xPanel(problem.x().dtype(), problem.metric().ordinal()), memory, threads);
    }

    static MemorySegment packY(DistanceCBindings c, DistanceProblem problem, ArrayMemory memory, int threads) {
        return pack(c, problem.y(), c.yPanel(problem.y().dtype()), memory, threads);
    }

    private static MemorySegment pack(DistanceCBindings c, NDArray points, int panel, ArrayMemory memory, int threads) {
        long rows = points.shape(0);
        long k = points.shape(1);
        MemorySegment panels = memory.allocate(c.packedItems(rows, k, panel) * points.itemsize());
        MemorySegment first = MemorySegment.ofAddress(points.buffer().address() + points.layout().offset());
        c.pack(new DistanceCBindings.Packing(points.dtype(), first, rows, k, points.layout().stride(0),
                points.layout().stride(1), panel, panels), threads);
        return panels;
    }

    static void tell(DistanceCBindings c, TileGrid grid, int first, int last, MemorySegment log,
            TileListener listener) {
        long toJava = System.nanoTime() - c.nanos(); // from the library's clock to ours
        for (int t = first; t < last; t++) {
            long entry = (long) (t - first) * DistanceCBindings.LOG_NUMBERS;
            listener.doneBy(log.getAtIndex(ValueLayout.JAVA_LONG, entry + 2), grid.tile(t),
                    log.getAtIndex(ValueLayout.JAVA_LONG, entry) + toJava,
                    log.getAtIndex(ValueLayout.JAVA_LONG, entry + 1) + toJava);
        }
    }
}

package org.stridescope.chunked;

import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Shapes;
import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;

/**
 * An array whose blocks are tasks of a graph: shape, chunks and dtype are known, items only when they are computed
 * ({@link Computation}). Immutable; operations are in classes of their own, such as {@link BlockArithmetic}.
 */
public final class ChunkedArray {
    private final Layer layer;
    private final Chunks chunks;
    private final DType dtype;

    ChunkedArray(Layer layer, Chunks chunks, DType dtype) {
        this.layer = layer;
        this.chunks = chunks;
        this.dtype = dtype;
    }

    public Layer layer() {
        return layer;
    }

    public Chunks chunks() {
        return chunks;
    }

    public DType dtype() {
        return dtype;
    }

    public int ndim() {
        return chunks.ndim();
    }

    public long[] shape() {
        return chunks.shape();
    }

    public long size() {
        long size = 1;
        for (long length : chunks.shape())
            size = Math.multiplyExact(size, length);
        return size;
    }

    public long nbytes() {
        return Math.multiplyExact(size(), (long) dtype.itemsize());
    }

    /** The task that yields this block. */
    public Key key(int... block) {
        return layer.key(block);
    }

    /** All tasks that its blocks need, none of them run. */
    public TaskGraph graph() {
        return Layer.graph(List.of(layer));
    }

    /** As dask prints it. */
    @Override
    public String toString() {
        return "dask.array<" + layer.kind() + ", shape=" + Shapes.text(shape()) + ", dtype=" + dtype.pythonName()
                + ", chunksize=" + Shapes.text(chunks.largest()) + ", chunktype=numpy.ndarray>";
    }
}

package org.stridescope.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.jspecify.annotations.Nullable;

/**
 * An n-dimensional array: a {@link Layout} over a buffer outside the heap. The only array type of the program. A view has
 * the buffer of the array that owns it, and that array as its base. Single items are read here; loops over many go through
 * the buffer (see ufunc and kernel).
 */
public final class NDArray {
    private final DType dtype;
    private Layout layout;
    private final MemorySegment buffer;
    private final @Nullable NDArray base;
    private boolean writeable;

    private NDArray(DType dtype, Layout layout, MemorySegment buffer, @Nullable NDArray base, boolean writeable) {
        if (layout.firstByte() < 0 || layout.endByte(dtype.itemsize()) > buffer.byteSize() && layout.size() > 0) {
            throw new ArrayError(layout + " reaches outside a buffer of " + buffer.byteSize() + " bytes");
        }
        this.dtype = dtype;
        this.layout = layout;
        this.buffer = buffer;
        this.base = base;
        this.writeable = writeable;
    }

    /** A new array of zeros in C order. */
    public static NDArray zeros(ArrayMemory memory, DType dtype, long... shape) {
        MemorySegment bytes = allocate(memory, dtype, shape, true);
        return new NDArray(dtype, Layout.cOrder(dtype.itemsize(), shape), bytes, null, true);
    }

    /** A new array of zeros in Fortran order. */
    public static NDArray zerosF(ArrayMemory memory, DType dtype, long... shape) {
        MemorySegment bytes = allocate(memory, dtype, shape, true);
        return new NDArray(dtype, Layout.fOrder(dtype.itemsize(), shape), bytes, null, true);
    }

    /** A new array in this layout's strides, its items left as the memory holds them: to be filled by the caller. */
    public static NDArray unfilled(ArrayMemory memory, DType dtype, Layout layout) {
        return new NDArray(dtype, layout, allocate(memory, dtype, layout.shape(), false), null, true);
    }

    private static MemorySegment allocate(ArrayMemory memory, DType dtype, long[] shape, boolean zeroed) {
        long bytes = Shapes.bytes(dtype.itemsize(), shape);
        try {
            if (shape.length == 0)
                return memory.number(bytes);
            return zeroed ? memory.allocate(bytes) : memory.reserve(bytes);
        } catch (ArrayError e) {
            if (e.kind() != ArrayError.Kind.MEMORY)
                throw e;
            throw new ArrayError("Unable to allocate " + Shapes.byteText(bytes) + " for an array with shape "
                    + Shapes.text(shape) + " and data type " + dtype.pythonName(), ArrayError.Kind.MEMORY);
        }
    }

    /** An array over bytes that exist already (a mapped file, say); it counts as their owner. */
    public static NDArray over(MemorySegment buffer, DType dtype, Layout layout) {
        return new NDArray(dtype, layout, buffer, null, !buffer.isReadOnly());
    }

    public static NDArray of(ArrayMemory memory, double... values) {
        NDArray array = zeros(memory, DType.FLOAT64, values.length);
        MemorySegment.copy(values, 0, array.buffer, ValueLayout.JAVA_DOUBLE, 0, values.length);
        return array;
    }

    public static NDArray of(ArrayMemory memory, double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        NDArray array = zeros(memory, DType.FLOAT64, rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns)
                throw new ArrayError("rows differ in length: " + columns + " and " + rows[i].length);
            MemorySegment.copy(rows[i], 0, array.buffer, ValueLayout.JAVA_DOUBLE, 8L * i * columns, columns);
        }
        return array;
    }

    public DType dtype() {
        return dtype;
    }

    public Layout layout() {
        return layout;
    }

    /** All bytes of the array that owns them; {@link Layout#offset()} counts from their start. */
    public MemorySegment buffer() {
        return buffer;
    }

    /** The array whose bytes this one shows; null where it owns them. */
    public @Nullable NDArray base() {
        return base;
    }

    public boolean ownsData() {
        return base == null;
    }

    public boolean isWriteable() {
        return writeable;
    }

    public int ndim() {
        return layout.ndim();
    }

    public long size() {
        return layout.size();
    }

    public long[] shape() {
        return layout.shape();
    }

    public long shape(int axis) {
        return layout.shape(axis);
    }

    public int itemsize() {
        return dtype.itemsize();
    }

    /** Bytes of all items, whether or not they are repeats of one (stride 0), as NumPy counts. */
    public long nbytes() {
        return size() * dtype.itemsize();
    }

    public boolean isCContiguous() {
        return layout.isCContiguous(dtype.itemsize());
    }

    public boolean isFContiguous() {
        return layout.isFContiguous(dtype.itemsize());
    }

    /** The same bytes in another layout. */
    public NDArray view(Layout other) {
        return new NDArray(dtype, other, buffer, owner(), writeable);
    }

    /** The same bytes read as another dtype in this layout. */
    public NDArray view(DType other, Layout as) {
        return new NDArray(other, as, buffer, owner(), writeable);
    }

    /** The same array, not to be written through. */
    public NDArray readOnly() {
        return new NDArray(dtype, layout, buffer, owner(), false);
    }

    /** Slices for the first axes; the axes beyond are kept whole. */
    public NDArray slice(Slice... slices) {
        Layout to = layout;
        if (slices.length > ndim())
            throw tooMany(slices.length);
        for (int axis = 0; axis < slices.length; axis++)
            to = to.slice(axis, slices[axis]);
        return view(to);
    }

    /** One index for each of the first axes, which are dropped. */
    public NDArray at(long... index) {
        Layout to = layout;
        if (index.length > ndim())
            throw tooMany(index.length);
        for (long i : index)
            to = to.at(0, i);
        return view(to);
    }

    private ArrayError tooMany(int given) {
        return new ArrayError("too many indices for array: array is " + ndim() + "-dimensional, but " + given
                + " were indexed", ArrayError.Kind.INDEX);
    }

    /** All axes reversed. */
    public NDArray transpose() {
        return view(layout.transpose());
    }

    public NDArray transpose(int... axes) {
        return view(layout.permute(axes));
    }

    public NDArray newAxis(int axis) {
        return view(layout.newAxis(axis));
    }

    /** Stretched by stride 0; read-only, since one byte stands for many items. */
    public NDArray broadcastTo(long... shape) {
        return view(layout.broadcastTo(shape)).readOnly();
    }

    /** The same items in C order under another shape; a view where the strides allow it, else a copy in {@code memory}. */
    public NDArray reshape(ArrayMemory memory, long... shape) {
        long[] settled = Reshape.settle(size(), shape);
        Layout as = Reshape.view(layout, dtype.itemsize(), settled);
        if (as != null)
            return view(as);
        return copy(memory).reshape(memory, settled);
    }

    /** A copy in C order that owns its bytes. */
    public NDArray copy(ArrayMemory memory) {
        NDArray to = unfilled(memory, dtype, Layout.cOrder(dtype.itemsize(), layout.shape()));
        Items.copy(this, to);
        memory.countCopy();
        return to;
    }

    /** This very array in another layout, as {@code x.shape = ...} asks for. */
    public void become(Layout other) {
        if (other.firstByte() < 0 || other.endByte(dtype.itemsize()) > buffer.byteSize() && other.size() > 0)
            throw new ArrayError(other + " reaches outside a buffer of " + buffer.byteSize() + " bytes");
        layout = other;
    }

    /** This very array made read-only, or writable again where it may be. */
    public void protect(boolean readOnly) {
        if (!readOnly && (buffer.isReadOnly() || base != null && !base.writeable))
            throw new ArrayError("cannot set WRITEABLE flag to True of this array");
        writeable = !readOnly;
    }

    private NDArray owner() {
        return base == null ? this : base;
    }

    /** One item as a double; uint64 and int64 beyond 2^53 are rounded, of a complex the real part. */
    public double getDouble(long... index) {
        return doubleAt(layout.offset(index));
    }

    /** The item at this byte of the buffer as a double. */
    public double doubleAt(long at) {
        return SingleItems.real(buffer, dtype, at);
    }

    /** One item as a long: floats are cut towards zero, uint64 keeps its bits. */
    public long getLong(long... index) {
        return longAt(layout.offset(index));
    }

    /** The item at this byte of the buffer as a long. */
    public long longAt(long at) {
        return SingleItems.whole(buffer, dtype, at);
    }

    /** Writes one item, cut to the dtype as a C cast would. */
    public void setDouble(double value, long... index) {
        SingleItems.put(value, writable(), dtype, layout.offset(index));
    }

    /** Writes one item; integers wrap around. */
    public void setLong(long value, long... index) {
        SingleItems.put(value, writable(), dtype, layout.offset(index));
    }

    private MemorySegment writable() {
        if (!writeable)
            throw new ArrayError("assignment destination is read-only");
        return buffer;
    }

    @Override
    public String toString() {
        return dtype.pythonName() + " " + Shapes.text(layout.shape());
    }
}

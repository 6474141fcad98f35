package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Broadcast;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Overlap;
import org.stridescope.array.Shapes;
import org.stridescope.array.Views;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Casting;

/** Functions that look at the same items in another shape, and questions about memory. */
final class NumPyShapes {
    private NumPyShapes() {}

    static void into(Names names) {
        names.function("reshape(a, newshape, order=)", call -> reshape(call, call.array("a"), call.shape("newshape")));
        names.function("ravel(a, order=)", call -> ravel(call, call.array("a")));
        names.function("transpose(a, axes=)", call -> transpose(call.array("a"), call.axes("axes")));
        names.function("swapaxes(a, axis1, axis2)",
                call -> Views.swapAxes(call.array("a"), call.requiredAxis("axis1", 0),
                        call.requiredAxis("axis2", 0)));
        names.function("moveaxis(a, source, destination)",
                call -> Views.moveAxis(call.array("a"), required(call, "source"), required(call, "destination")));
        names.function("rollaxis(a, axis, start=)",
                call -> Views.rollAxis(call.array("a"), call.requiredAxis("axis", 0), call.axis("start", 0)));
        names.function("squeeze(a, axis=)", call -> Views.squeeze(call.array("a"), call.axes("axis")));
        names.function("expand_dims(a, axis)", call -> {
            if (!call.has("axis"))
                throw ScriptError.type("'NoneType' object cannot be interpreted as an integer");
            return Views.expandDims(call.array("a"), required(call, "axis"));
        });
        names.function("broadcast_to(array, shape, subok=)",
                call -> broadcastTo(call.array("array"), call.shape("shape")));
        names.function("broadcast_arrays(*args, subok=)", NumPyShapes::broadcastArrays);
        names.function("broadcast_shapes(*args)", NumPyShapes::broadcastShapes);
        names.function("diagonal(a, offset=, axis1=, axis2=)", call -> Views.diagonal(call.array("a"),
                call.whole("offset", 0), call.requiredAxis("axis1", 0), call.requiredAxis("axis2", 1)));
        names.function("diag(v, k=)", NumPyShapes::diag);
        names.function("flip(m, axis=)",
                call -> Arrays.unwrapped(Views.flip(call.array("m"), call.axes("axis"))));
        names.function("flipud(m)", call -> {
            if (call.array("m").ndim() < 1)
                throw ScriptError.value("Input must be >= 1-d.");
            return Views.flip(call.array("m"), new int[]{0});
        });
        names.function("fliplr(m)", call -> {
            if (call.array("m").ndim() < 2)
                throw ScriptError.value("Input must be >= 2-d.");
            return Views.flip(call.array("m"), new int[]{1});
        });
        names.function("rot90(m, k=, axes=)", NumPyShapes::rot90);
        names.function("atleast_1d(*arys)", call -> each(call, 1));
        names.function("atleast_2d(*arys)", call -> each(call, 2));
        names.function("atleast_3d(*arys)", call -> each(call, 3));
        names.function("shape(a)", call -> PyTuple.ofLongs(call.array("a").shape()));
        names.function("ndim(a)", call -> (long) call.array("a").ndim());
        names.function("size(a, axis=)",
                call -> call.has("axis")
                        ? call.array("a").shape(Layout.normalizeAxis(call.axis("axis", 0), call.array("a").ndim()))
                        : call.array("a").size());
        names.function("shares_memory(a, b, max_work=)",
                call -> Overlap.sharesMemory(call.array("a"), call.array("b")));
        names.function("may_share_memory(a, b, max_work=)",
                call -> Overlap.extentsMeet(call.array("a"), call.array("b")));
        names.function("isfortran(a)", call -> call.array("a").isFContiguous() && !call.array("a").isCContiguous());
        names.function("byte_bounds(a)",
                call -> PyTuple.ofLongs(address(call.array("a"), false), address(call.array("a"), true)));
    }

    static Module strideTricks() {
        Names names = new Names();
        names.function("as_strided(x, shape=, strides=, subok=, writeable=)", call -> {
            NDArray x = call.array("x");
            NDArray view = Views.asStrided(x, call.has("shape") ? call.shape("shape") : x.shape(),
                    call.has("strides") ? call.shape("strides") : x.layout().strides());
            return call.truth("writeable", true) ? view : view.readOnly();
        });
        names.function("sliding_window_view(x, window_shape, axis=, *, subok=, writeable=)",
                NumPyShapes::slidingWindow);
        names.function("broadcast_to(array, shape, subok=)",
                call -> broadcastTo(call.array("array"), call.shape("shape")));
        return names.module("numpy.lib.stride_tricks");
    }

    private static long address(NDArray array, boolean end) {
        return array.buffer().address() + (end ? array.layout().endByte(array.itemsize()) : array.layout().firstByte());
    }

    static int[] required(Call call, String parameter) {
        int[] axes = call.axes(parameter);
        if (axes == null)
            throw ScriptError.type("'NoneType' object is not iterable");
        return axes;
    }

    static NDArray reshape(Call call, NDArray array, long[] shape) {
        Casting.Order order = call.order(Casting.Order.C);
        boolean fortran = order == Casting.Order.F
                || order == Casting.Order.A && array.isFContiguous() && !array.isCContiguous();
        try {
            if (!fortran)
                return array.reshape(call.memory(), shape);
            return array.transpose().reshape(call.memory(), reversed(shape)).transpose();
        } catch (ArrayError e) {
            if (!String.valueOf(e.getMessage()).startsWith("cannot reshape"))
                throw e;
            throw new ArrayError("cannot reshape array of size " + array.size() + " into shape "
                    + withNewAxes(shape));
        }
    }

    /** As NumPy writes a shape with an axis to be found: it leaves out those that come first. */
    private static String withNewAxes(long... shape) {
        int from = 0;
        while (from < shape.length && shape[from] < 0)
            from++;
        if (from == shape.length)
            return "()";
        StringBuilder text = new StringBuilder("(").append(shape[from]);
        for (int i = from + 1; i < shape.length; i++)
            text.append(shape[i] < 0 ? ",newaxis" : "," + shape[i]);
        return text.append(shape.length == 1 ? ",)" : ")").toString();
    }

    private static long[] reversed(long... shape) {
        long[] reversed = new long[shape.length];
        for (int i = 0; i < shape.length; i++)
            reversed[i] = shape[shape.length - 1 - i];
        return reversed;
    }

    static NDArray ravel(Call call, NDArray array) {
        return switch (call.order(Casting.Order.C)) {
            case C -> contiguous(call, array, Casting.Order.C);
            case F -> contiguous(call, array.transpose(), Casting.Order.C);
            case A -> array.isFContiguous() && !array.isCContiguous()
                    ? contiguous(call, array.transpose(), Casting.Order.C)
                    : contiguous(call, array, Casting.Order.C);
            case K -> inMemoryOrder(call, array);
        };
    }

    private static NDArray contiguous(Call call, NDArray array, Casting.Order order) {
        if (array.isCContiguous())
            return array.reshape(call.memory(), array.size());
        NDArray copy = Casting.copy(array, array.dtype(), order, call.memory());
        // as in NumPy, the copy owns its bytes: it is no view of an array that nobody sees
        return NDArray.over(copy.buffer(), copy.dtype(), Layout.cOrder(copy.itemsize(), copy.size()));
    }

    private static NDArray inMemoryOrder(Call call, NDArray array) {
        int[] axes = org.stridescope.array.AxisOrder.byFallingStride(array.layout());
        return contiguous(call, array.transpose(axes), Casting.Order.C);
    }

    static NDArray transpose(NDArray array, int @org.jspecify.annotations.Nullable [] axes) {
        return axes == null ? array.transpose() : array.transpose(axes);
    }

    static NDArray broadcastTo(NDArray array, long... shape) {
        for (long length : shape)
            if (length < 0)
                throw ScriptError.value("all elements of broadcast shape must be non-negative");
        if (shape.length < array.ndim()) {
            throw ScriptError.value(shape.length == 0
                    ? "cannot broadcast a non-scalar to a scalar array"
                    : "input operand has more dimensions than allowed by the axis remapping");
        }
        return array.broadcastTo(shape);
    }

    private static Object broadcastArrays(Call call) {
        List<Object> items = ((PyTuple) call.get("args")).items();
        List<Object> results = new ArrayList<>();
        List<PyTuple> shapes = new ArrayList<>();
        for (Object item : items)
            shapes.add(PyTuple.ofLongs(Arrays.of(item, call.memory()).shape()));
        long[] shape = together(shapes, call);
        for (Object item : items) {
            NDArray array = Arrays.of(item, call.memory());
            results.add(array.view(array.layout().broadcastTo(shape)));
        }
        return new PyList(results);
    }

    private static long[] together(List<PyTuple> shapes, Call call) {
        long[][] lengths = shapes.stream().map(s -> Numbers.shape(s, call.interpreter())).toArray(long[][]::new);
        try {
            return Broadcast.shape(lengths);
        } catch (ArrayError e) {
            throw ScriptError.value(mismatch(lengths));
        }
    }

    /** The first two arguments that do not fit together, as NumPy names them. */
    private static String mismatch(long[][] shapes) {
        String text = "shape mismatch: objects cannot be broadcast to a single shape.";
        for (int j = 1; j < shapes.length; j++) {
            for (int i = 0; i < j; i++) {
                try {
                    Broadcast.shape(shapes[i], shapes[j]);
                } catch (ArrayError e) {
                    return text + "  Mismatch is between arg " + i + " with shape " + Shapes.text(shapes[i])
                            + " and arg " + j
                            + " with shape " + Shapes.text(shapes[j]) + ".";
                }
            }
        }
        return text;
    }

    private static Object broadcastShapes(Call call) {
        List<PyTuple> shapes = new ArrayList<>();
        for (Object item : ((PyTuple) call.get("args")).items())
            shapes.add(PyTuple.ofLongs(Numbers.shape(item, call.interpreter())));
        return PyTuple.ofLongs(together(shapes, call));
    }

    private static Object diag(Call call) {
        NDArray v = call.array("v");
        long k = call.whole("k", 0);
        if (v.ndim() == 2)
            return Views.diagonal(v, k, 0, 1);
        if (v.ndim() != 1)
            throw ScriptError.value("Input must be 1- or 2-d.");
        long n = v.size() + Math.abs(k);
        NDArray matrix = NDArray.zeros(call.memory(), v.dtype(), n, n);
        for (long i = 0; i < v.size(); i++) {
            org.stridescope.array.Items.assign(v.at(i), matrix.at(i + Math.max(0, -k), i + Math.max(0, k)),
                    call.memory());
        }
        return matrix;
    }

    private static Object rot90(Call call) {
        NDArray m = call.array("m");
        int[] axes = call.given("axes") ? required(call, "axes") : new int[]{0, 1};
        if (axes.length != 2)
            throw ScriptError.value("len(axes) must be 2.");
        if (m.ndim() == 0)
            throw ScriptError.value("Axes=" + org.stridescope.array.Shapes.text(new long[]{axes[0], axes[1]})
                    + " out of range for array of ndim=0.");
        if (m.ndim() < 2 || axes[0] == axes[1] || Math.abs(axes[0] - axes[1]) == m.ndim())
            throw ScriptError.value("Axes must be different.");
        int[] both = {Layout.normalizeAxis(axes[0], m.ndim()), Layout.normalizeAxis(axes[1], m.ndim())};
        return switch ((int) Math.floorMod(call.whole("k", 1), 4L)) {
            case 0 -> m.view(m.layout());
            case 2 -> Views.flip(m, both);
            case 1 -> Views.swapAxes(Views.flip(m, new int[]{both[1]}), both[0], both[1]);
            default -> Views.flip(Views.swapAxes(m, both[0], both[1]), new int[]{both[1]});
        };
    }

    private static Object each(Call call, int axes) {
        List<Object> results = new ArrayList<>();
        for (Object item : ((PyTuple) call.get("arys")).items())
            results.add(atLeast(Arrays.of(item, call.memory()), axes));
        return results.size() == 1 ? results.getFirst() : new PyList(results);
    }

    static NDArray atLeast(NDArray array, int axes) {
        NDArray result = array.ndim() == 0 ? array.newAxis(0) : array;
        if (axes >= 2 && result.ndim() == 1)
            result = result.newAxis(0);
        if (axes == 3 && result.ndim() == 2)
            result = array.ndim() == 2 ? result.newAxis(2) : result.newAxis(2);
        return result;
    }

    private static Object slidingWindow(Call call) {
        NDArray x = call.array("x");
        long[] window = call.shape("window_shape");
        int[] axes = call.axes("axis");
        if (axes == null) {
            if (window.length != x.ndim()) {
                throw ScriptError.value(
                        "Since axis is `None`, must provide window_shape for all dimensions of `x`; got "
                                + window.length
                                + " window_shape elements and `x.ndim` is " + x.ndim() + ".");
            }
            axes = new int[x.ndim()];
            for (int i = 0; i < axes.length; i++)
                axes[i] = i;
        }
        if (axes.length != window.length) {
            throw ScriptError.value("Must provide matching length window_shape and axis; got " + window.length
                    + " window_shape elements and " + axes.length + " axes elements.");
        }
        long[] shape = java.util.Arrays.copyOf(x.shape(), x.ndim() + window.length);
        long[] strides = java.util.Arrays.copyOf(x.layout().strides(), shape.length);
        for (int i = 0; i < window.length; i++) {
            int axis = Layout.normalizeAxis(axes[i], x.ndim());
            if (window[i] < 0)
                throw ScriptError.value("window_shape cannot contain negative values");
            if (shape[axis] < window[i])
                throw ScriptError.value("window shape cannot be larger than input array shape");
            shape[axis] -= window[i] - 1;
            shape[x.ndim() + i] = window[i];
            strides[x.ndim() + i] = x.layout().stride(axis);
        }
        NDArray view = x.view(Layout.of(shape, strides, x.layout().offset()));
        return call.truth("writeable", false) ? view : view.readOnly();
    }
}

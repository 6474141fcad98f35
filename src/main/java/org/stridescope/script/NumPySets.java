package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;

import static org.stridescope.script.NumPyCalls.cut;
import static org.stridescope.script.NumPyCalls.key;

/** Arrays as sets of their items: all by sorting what is joined. */
final class NumPySets {
    private NumPySets() {}

    static void into(Names names) {
        names.function("isin(element, test_elements, assume_unique=, invert=, *, kind=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray element = call.array("element");
            NDArray found = in(np, element, call.array("test_elements"), call.truth("invert", false));
            return found.reshape(call.memory(), element.shape());
        });
        names.function("in1d(ar1, ar2, assume_unique=, invert=, *, kind=)",
                call -> in(NumPyCalls.of(call), call.array("ar1"), call.array("ar2"), call.truth("invert", false)));
        names.function("intersect1d(ar1, ar2, assume_unique=, return_indices=)", NumPySets::intersect);
        names.function("union1d(ar1, ar2)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            return np.f("unique", np.f("concatenate", pair(call.array("ar1"), call.array("ar2")), key("axis",
                    Values.Singleton.NONE)));
        });
        names.function("setdiff1d(ar1, ar2, assume_unique=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray from = distinct(call, "ar1", np);
            return np.get(from, in(np, from, distinct(call, "ar2", np), true));
        });
        names.function("setxor1d(ar1, ar2, assume_unique=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray both = np.a("concatenate", pair(distinct(call, "ar1", np), distinct(call, "ar2", np)));
            if (both.size() == 0)
                return both;
            NDArray sorted = np.a("sort", both);
            NDArray edge = np.a("concatenate",
                    new Values.PyList(java.util.List.of(np.a("array", true).newAxis(0), np.op(
                            np.view(sorted, cut(1L, null)), "!=", np.view(sorted, cut(null, -1L))),
                            np.a("array", true).newAxis(
                                    0))));
            return np.get(sorted, np.op(np.view(edge, cut(1L, null)), "&", np.view(edge, cut(null, -1L))));
        });
        names.function("ediff1d(ary, to_end=, to_begin=)", NumPySets::differences);
        names.function("trim_zeros(filt, trim=)", NumPySets::trimmed);
    }

    private static PyTuple pair(Object a, Object b) {
        return PyTuple.of(a, b);
    }

    private static NDArray distinct(Call call, String name, NumPyCalls np) {
        return call.truth("assume_unique", false) ? np.a("ravel", call.array(name)) : np.a("unique", call.array(name));
    }

    /** Whether each item of the one is among those of the other. */
    private static NDArray in(NumPyCalls np, NDArray items, NDArray among, boolean invert) {
        NDArray flat = np.a("ravel", items);
        NDArray sorted = np.a("sort", np.f("ravel", among));
        DType common = org.stridescope.ufunc.Promotion.promote(flat.dtype(), sorted.dtype());
        NDArray found = NDArray.zeros(np.in().memory(), DType.BOOL, flat.size());
        if (sorted.size() > 0) {
            NDArray wanted = np.array(np.method(flat, "astype", common.pythonName()));
            sorted = np.a("sort", np.method(sorted, "astype", common.pythonName()));
            Object at = np.f("minimum", np.f("searchsorted", sorted, wanted), sorted.size() - 1);
            found = np.array(np.op(np.f("take", sorted, at), "==", wanted));
        }
        return invert ? np.a("logical_not", found) : found;
    }

    private static Object intersect(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        boolean places = call.truth("return_indices", false);
        NDArray a;
        NDArray b;
        PyTuple first = null;
        PyTuple second = null;
        if (places) {
            first = (PyTuple) np.f("unique", call.array("ar1"), key("return_index", true));
            second = (PyTuple) np.f("unique", call.array("ar2"), key("return_index", true));
            a = np.array(first.items().getFirst());
            b = np.array(second.items().getFirst());
        } else {
            a = distinct(call, "ar1", np);
            b = distinct(call, "ar2", np);
        }
        NDArray joined = np.a("concatenate", pair(a, b));
        NDArray order = np.a("argsort", joined, key("kind", "mergesort"));
        NDArray sorted = np.view(joined, order);
        NDArray twice = np.ap(np.view(sorted, cut(1L, null)), "==", np.view(sorted, cut(null, -1L)));
        Object common = np.get(np.view(sorted, cut(null, -1L)), twice);
        if (!places || first == null || second == null)
            return common;
        Object i = np.get(np.view(order, cut(null, -1L)), twice);
        Object j = np.op(np.get(np.view(order, cut(1L, null)), twice), "-", a.size());
        return PyTuple.of(common, np.get(first.items().get(1), i), np.get(second.items().get(1), j));
    }

    private static Object differences(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray flat = np.a("ravel", call.array("ary"));
        NDArray between = flat.size() == 0
                ? flat
                : np.a("subtract", np.get(flat, cut(1L, null)), np.get(flat, cut(null, -1L)));
        if (!call.has("to_begin") && !call.has("to_end"))
            return between;
        java.util.List<Object> parts = new java.util.ArrayList<>();
        for (String part : new String[]{"to_begin", "ary", "to_end"}) {
            if (part.equals("ary"))
                parts.add(between);
            else if (call.has(part))
                parts.add(np.method(np.a("ravel", call.array(part)), "astype", flat.dtype().pythonName()));
        }
        return np.f("concatenate", new Values.PyList(parts));
    }

    private static Object trimmed(Call call) {
        NDArray items = call.array("filt");
        String trim = call.text("trim", "fb").toLowerCase(java.util.Locale.ROOT);
        long from = 0;
        long to = items.size();
        while (trim.contains("f") && from < to && items.getDouble(from) == 0)
            from++;
        while (trim.contains("b") && to > from && items.getDouble(to - 1) == 0)
            to--;
        return NumPyCalls.of(call).get(call.get("filt"), cut(from, to));
    }
}

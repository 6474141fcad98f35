package org.stridescope.explain.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Layout;

/**
 * Where one item stands: {@code offset + i0*s0 + i1*s1 + ...}, each axis with what a step along it means.
 *
 * @param offset byte of item (0, 0, ...)
 * @param terms one an axis, first axis first
 * @param address the byte of the buffer the item starts at
 */
public record AddressFormula(long offset, List<Term> terms, long address) {
    /** {@code index * stride} bytes, and the step in plain words ("axis 0 walks back one byte"). */
    public record Term(int axis, long index, long stride, String gloss) {
        /** {@code 1·(−1)}. */
        public String text() {
            String step = Quantity.count(stride);
            return Quantity.count(index) + "\u00b7" + (stride < 0 ? "(" + step + ")" : step);
        }
    }

    public AddressFormula {
        terms = List.copyOf(terms);
    }

    /** The formula of one item; {@code words} knows the arrays whose rows a stride may jump. */
    public static AddressFormula of(Layout layout, StrideWords words, long... index) {
        if (index.length != layout.ndim()) {
            throw new ArrayError(
                    "an index of " + index.length + " numbers for an array of " + layout.ndim() + " axes",
                    ArrayError.Kind.INDEX);
        }
        List<Term> terms = new ArrayList<>();
        for (int axis = 0; axis < index.length; axis++) {
            if (index[axis] < 0 || index[axis] >= layout.shape(axis)) {
                throw new ArrayError("index " + index[axis] + " is out of bounds for axis " + axis + " with size "
                        + layout.shape(axis), ArrayError.Kind.INDEX);
            }
            String gloss = "axis " + axis + " " + words.step(layout.stride(axis), layout.shape(axis));
            terms.add(new Term(axis, index[axis], layout.stride(axis), gloss));
        }
        return new AddressFormula(layout.offset(), terms, layout.offset(index));
    }

    /** {@code offset 7 + 1·(−1) + 0·4 = 6}. */
    public String text() {
        return "offset " + Quantity.count(offset)
                + terms.stream().map(t -> " + " + t.text()).collect(Collectors.joining())
                + " = " + Quantity.count(address);
    }

    /** All axes in plain words, one sentence without a full stop; empty for an array without axes. */
    public String gloss() {
        return terms.stream().map(Term::gloss).collect(Collectors.joining(", "));
    }
}

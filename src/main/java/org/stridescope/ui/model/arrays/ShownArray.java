package org.stridescope.ui.model.arrays;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.NDArray;
import org.stridescope.explain.layout.AddressFormula;
import org.stridescope.explain.layout.BufferMap;
import org.stridescope.explain.layout.FlagReasons;
import org.stridescope.explain.layout.StrideWords;
import org.stridescope.explain.layout.Traversal;
import org.stridescope.explain.layout.Variable;

/** The variable picked out, with everything worked out about it that does not change while it is looked at. */
public final class ShownArray {
    private final Variable variable;
    private final List<Variable> family;
    private final BufferMap map;
    private final List<FlagReasons.Reason> flags;
    private final StrideWords words;

    public ShownArray(Variable variable, List<Variable> all) {
        this.variable = variable;
        family = all.stream().filter(variable::sharesBuffer).toList();
        NDArray array = variable.array();
        map = new BufferMap(array.layout(), array.itemsize());
        flags = FlagReasons.of(variable, all);
        List<Variable> named = new ArrayList<>(family);
        named.sort((a, b) -> Boolean.compare(a == variable, b == variable));
        words = new StrideWords(array.itemsize(), named);
    }

    public Variable variable() {
        return variable;
    }

    public NDArray array() {
        return variable.array();
    }

    /** All variables over the same buffer, in script order, this one among them. */
    public List<Variable> family() {
        return family;
    }

    public BufferMap map() {
        return map;
    }

    public List<FlagReasons.Reason> flags() {
        return flags;
    }

    /** Bytes of the buffer that the array looks into. */
    public long bufferBytes() {
        return variable.owner().buffer().byteSize();
    }

    /** The variable that owns the buffer; an explanation where it has no name any more. */
    public String ownerName() {
        return family.stream().filter(v -> v.array() == variable.owner()).map(Variable::name).findFirst()
                .orElse("an unnamed array");
    }

    public boolean hasNamedOwner() {
        return family.stream().anyMatch(v -> v.array() == variable.owner());
    }

    public AddressFormula address(long... index) {
        return AddressFormula.of(array().layout(), words, index);
    }

    public Traversal walk(boolean cOrder) {
        return new Traversal(array().layout(), array().itemsize(), cOrder);
    }
}
